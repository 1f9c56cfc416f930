package io.github.murmuration.score;

import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.Score;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Formula;
import io.github.murmuration.expression.Parser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A score in the language of models as a function, in float64. Of averages it knows means over all points.
 */
public record WrittenScore(Diffusion diffusion, Score score) implements PointScore {

    @Override
    public double[][] at(double u, double[][] points) {
        return new Values(u, points).score();
    }

    /** What names and means are worth for one cloud. Values are laid out: coordinates, other names, means. */
    private final class Values {
        private final Map<String, String> texts = new LinkedHashMap<>(diffusion.parameters());
        private final Map<String, Double> numbers = new HashMap<>();
        private final Set<String> names;
        private final List<String> places;
        private final double[][] points;
        private final List<Average> averages;
        private final List<Expression> components;

        Values(double u, double[][] points) {
            this.points = points;
            numbers.put("u", u);
            numbers.put("points", (double) points.length);
            texts.putAll(score.parameters());
            score.tables().forEach((name, table) -> numbers.put(name, table.at(u)));
            places = new ArrayList<>(score.coordinates());
            Stream.of(texts.keySet(), numbers.keySet(), score.means().keySet()).forEach(places::addAll);
            names = new HashSet<>(places);
            Map<String, Expression> means = new HashMap<>();
            score.means().forEach((name, text) -> means.put(name, mean(Parser.parse(text, names))));
            components = score.components().stream()
                    .map(text -> Parser.parse(text, names).with(means))
                    .toList();
            averages = components.stream()
                    .flatMap(component -> component.averages().stream())
                    .distinct()
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
            for (int p = score.dimension(); p < places.size(); p++) {
                boolean isNumber = !score.means().containsKey(places.get(p));
                values[p] = isNumber ? number(places.get(p)) : Double.NaN;
            }
            double[][] means = over(averages.stream().map(Average::first).toList(), values);
            for (int a = 0; a < averages.size(); a++) {
                for (double[] ofPoint : means) {
                    values[places.size() + a] += ofPoint[a] / points.length;
                }
            }
            return over(components, values);
        }

        /** Values of expressions at every point. @param values of what is no coordinate */
        private double[][] over(List<Expression> expressions, double[] values) {
            List<Formula> formulas = expressions.stream()
                    .map(e -> Formula.of(e, places::indexOf, average -> places.size() + averages.indexOf(average)))
                    .toList();
            double[][] found = new double[points.length][formulas.size()];
            for (int i = 0; i < points.length; i++) {
                System.arraycopy(points[i], 0, values, 0, score.dimension());
                for (int f = 0; f < formulas.size(); f++) {
                    found[i][f] = formulas.get(f).at(values);
                }
            }
            return found;
        }
    }
}
