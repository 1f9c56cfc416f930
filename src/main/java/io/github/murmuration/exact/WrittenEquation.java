package io.github.murmuration.exact;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Formula;
import io.github.murmuration.expression.Function;
import io.github.murmuration.limit.Equation;
import io.github.murmuration.model.ItoEquations;
import io.github.murmuration.model.Living;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A written model of one coordinate and at most one mark as the equation of its limit law. Its features are what averages are made of:
 * expressions of an agent, and products of two for variances and covariances.
 */
final class WrittenEquation implements Equation {
    private static final int X = 0;
    private static final int MARK = 1;
    private static final int TIME = 2;
    private static final int LABEL = 3;
    private static final int AVERAGES = 4;

    /** In the place of features: the share of the living. */
    private static final int[] LIVING = {};

    private final ItoEquations equations;
    private final List<Expression> featureExpressions = new ArrayList<>();
    private final Map<Average, int[]> averages = new LinkedHashMap<>();
    private final List<int[]> places;
    private final Formula drift;
    private final Formula variance;
    private final Formula cost;
    private final List<Formula> features;
    private final double[] values;

    WrittenEquation(ItoEquations equations) {
        this.equations = equations;
        String x = equations.state().get(0);
        equations.parts().forEach(this::take);
        equations.observed().values().forEach(this::take);
        this.places = List.copyOf(averages.values());
        this.drift = formula(equations.drift().get(x));
        this.variance = formula(equations.noise().get(x).values().stream()
                .map(s -> (Expression) new Apply(Function.MULTIPLY, s, s))
                .reduce(new Literal(0), (a, b) -> new Apply(Function.ADD, a, b)));
        this.cost = formula(equations.cost().orElse(new Literal(0)));
        this.features = featureExpressions.stream().map(this::formula).toList();
        this.values = new double[AVERAGES + averages.size()];
        values[LABEL] = 1;
    }

    @Override
    public int features() {
        return features.size();
    }

    @Override
    public double drift(double t, double x, double theta, double[] means) {
        return drift.at(at(t, x, theta, means));
    }

    @Override
    public double noise(double t, double x, double theta, double[] means) {
        return Math.sqrt(variance.at(at(t, x, theta, means)));
    }

    @Override
    public double cost(double t, double x, double theta, double[] means) {
        return cost.at(at(t, x, theta, means));
    }

    @Override
    public void features(double t, double x, double theta, double[] into) {
        place(t, x, theta);
        for (int f = 0; f < into.length; f++) {
            into[f] = features.get(f).at(values);
        }
    }

    /** What an expression of averages and time is worth. */
    double observed(Expression expression, double t, double[] means) {
        return formula(expression).at(at(t, 0, 0, means));
    }

    private double[] at(double t, double x, double theta, double[] means) {
        place(t, x, theta);
        for (int i = 0; i < places.size(); i++) {
            int[] of = places.get(i);
            values[AVERAGES + i] = of == LIVING
                    ? means[features()]
                    : of.length == 1 ? means[of[0]] : means[of[2]] - means[of[0]] * means[of[1]];
        }
        return values;
    }

    private void place(double t, double x, double theta) {
        values[X] = x;
        values[MARK] = theta;
        values[TIME] = t;
    }

    private void take(Expression expression) {
        for (Average average : expression.averages()) {
            if (average.equals(Living.SHARE)) {
                averages.putIfAbsent(average, LIVING);
            } else if (average.kind() == Average.Kind.MEAN) {
                averages.putIfAbsent(average, new int[] {feature(average.first())});
            } else {
                Expression second = average.kind() == Average.Kind.VARIANCE ? average.first() : average.second();
                Expression product = new Apply(Function.MULTIPLY, average.first(), second);
                averages.putIfAbsent(average, new int[] {feature(average.first()), feature(second), feature(product)});
            }
        }
    }

    private int feature(Expression expression) {
        if (!featureExpressions.contains(expression)) {
            featureExpressions.add(expression);
        }
        return featureExpressions.indexOf(expression);
    }

    private Formula formula(Expression expression) {
        List<Average> order = List.copyOf(averages.keySet());
        return Formula.of(expression, this::place, average -> AVERAGES + order.indexOf(average));
    }

    private int place(String name) {
        return switch (name) {
            case "t" -> TIME;
            case "label" -> LABEL;
            default -> equations.marks().contains(name) ? MARK : X;
        };
    }
}
