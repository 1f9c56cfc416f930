package io.github.murmuration.score;

import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.Score;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Formula;
import io.github.murmuration.expression.Names;
import io.github.murmuration.expression.Parser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A score in the language of models as a function, in float64. Of averages it knows means over all points, and pair means within a distance.
 */
public record WrittenScore(Diffusion diffusion, Score score) implements PointScore {

    @Override
    public double[][] at(double u, double[][] points) {
        return new Values(u, points).score();
    }

    /** What names and means are worth for one cloud. Values are laid out: coordinates, pair means, other names, coordinates of the partner, means. */
    private final class Values {
        private final Map<String, String> texts = new LinkedHashMap<>(diffusion.parameters());
        private final Map<String, Double> numbers = new HashMap<>();
        private final Set<String> names;
        private final List<String> places;
        private final double[][] points;
        private final int ofPoint;
        private final List<Average> averages;
        private final List<Expression> components;
        private final List<Expression> pairs;

        Values(double u, double[][] points) {
            this.points = points;
            numbers.put("u", u);
            numbers.put("points", (double) points.length);
            texts.putAll(score.parameters());
            score.tables().forEach((name, table) -> numbers.put(name, table.at(u)));
            places = new ArrayList<>(score.coordinates());
            places.addAll(score.pairs().values().keySet());
            ofPoint = places.size();
            Stream.of(texts.keySet(), numbers.keySet(), score.means().keySet()).forEach(places::addAll);
            score.coordinates().forEach(name -> places.add(Names.OTHER + name));
            names = new HashSet<>(places);
            Map<String, Expression> means = new HashMap<>();
            score.means().forEach((name, text) -> means.put(name, mean(Parser.parse(text, names))));
            components = expressions(score.components(), means);
            pairs = expressions(score.pairs().values().values(), means);
            averages = Stream.concat(components.stream(), pairs.stream())
                    .flatMap(component -> component.averages().stream())
                    .distinct()
                    .toList();
        }

        private List<Expression> expressions(Collection<String> texts, Map<String, Expression> means) {
            return texts.stream()
                    .map(text -> Parser.parse(text, names).with(means))
                    .toList();
        }

        private static Expression mean(Expression averaged) {
            return new Average(Average.Kind.MEAN, averaged, null, 0);
        }

        private double number(String name) {
            if (!numbers.containsKey(name)) {
                numbers.put(name, Parser.parse(texts.get(name), names).value(this::number));
            }
            return numbers.get(name);
        }

        double[][] score() {
            double[] values = new double[places.size() + averages.size()];
            for (int p = ofPoint; p < places.size() - score.dimension(); p++) {
                boolean isNumber = !score.means().containsKey(places.get(p));
                values[p] = isNumber ? number(places.get(p)) : Double.NaN;
            }
            double[][] means = over(averages.stream().map(Average::first).toList(), points, values);
            for (int a = 0; a < averages.size(); a++) {
                for (double[] mean : means) {
                    values[places.size() + a] += mean[a] / points.length;
                }
            }
            return over(components, withPairMeans(values), values);
        }

        /** Coordinates and pair means of every point. */
        private double[][] withPairMeans(double[] values) {
            List<Formula> formulas = formulas(pairs);
            double[][] all = new double[points.length][];
            for (int i = 0; i < points.length; i++) {
                all[i] = Arrays.copyOf(points[i], ofPoint);
                System.arraycopy(points[i], 0, values, 0, score.dimension());
                for (double[] other : points) {
                    System.arraycopy(other, 0, values, places.size() - score.dimension(), score.dimension());
                    for (int p = 0; isNear(points[i], other) && p < formulas.size(); p++) {
                        all[i][score.dimension() + p] += formulas.get(p).at(values) / points.length;
                    }
                }
            }
            return all;
        }

        private boolean isNear(double[] point, double[] other) {
            double square = 0;
            for (int j = 0; j < point.length; j++) {
                square += (point[j] - other[j]) * (point[j] - other[j]);
            }
            return square <= score.pairs().radius() * score.pairs().radius();
        }

        private List<Formula> formulas(List<Expression> expressions) {
            return expressions.stream()
                    .map(e -> Formula.of(e, places::indexOf, average -> places.size() + averages.indexOf(average)))
                    .toList();
        }

        /**
         * Values of expressions at every point.
         * @param first values of each point.
         * @param values of everything else
         */
        private double[][] over(List<Expression> expressions, double[][] first, double[] values) {
            List<Formula> formulas = formulas(expressions);
            double[][] found = new double[points.length][formulas.size()];
            for (int i = 0; i < points.length; i++) {
                System.arraycopy(first[i], 0, values, 0, first[i].length);
                for (int f = 0; f < formulas.size(); f++) {
                    found[i][f] = formulas.get(f).at(values);
                }
            }
            return found;
        }
    }
}
