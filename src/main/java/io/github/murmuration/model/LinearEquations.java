package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.scenario.CustomModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model whose agents follow, with coefficients that are functions of time,
 *
 * <pre>dx = (b + A x + B mean(x) + G theta) dt + S dW + S0 dW0</pre>
 *
 * without boundaries.
 */
public final class LinearEquations {

    private final Equations equations;
    private final LinearDrift drift;
    private final List<String> marks;
    private final boolean constantInTime;

    private LinearEquations(Equations equations, LinearDrift drift, List<String> marks) {
        this.equations = equations;
        this.drift = drift;
        this.marks = marks;
        this.constantInTime = equations.state().stream()
                .flatMap(name -> Stream.of(
                                Stream.of(equations.drift(name)),
                                equations.noise(name).values().stream(),
                                equations.commonNoise(name).values().stream())
                        .flatMap(part -> part))
                .noneMatch(part -> part.names().contains("t"));
    }

    /** Empty where the model is not of that kind. */
    public static Optional<LinearEquations> of(CustomModel model) {
        Equations equations = new Equations(model);
        List<String> marks = List.copyOf(model.marks().keySet());
        return LinearDrift.of(
                        equations,
                        marks,
                        model.boundary().isEmpty() && model.pairs().isEmpty())
                .map(drift -> new LinearEquations(equations, drift, marks));
    }

    /** Whether no coefficient depends on time. */
    public boolean constantInTime() {
        return constantInTime;
    }

    /** b [d]. */
    public double[] constant(double t) {
        return drift.at(t, new double[equations.state().size()]);
    }

    /** A [d][d], B [d][d] and G [d][q] beside each other [d][2d + q]. */
    public double[][] gains(double t) {
        int d = equations.state().size();
        double[][] gains = new double[d][2 * d + marks.size()];
        for (int j = 0; j < d; j++) {
            for (Map.Entry<Expression, Expression> gain :
                    drift.gains(equations.state().get(j)).entrySet()) {
                gains[j][column(gain.getKey())] = gain.getValue().value(name -> t);
            }
        }
        return gains;
    }

    /** S S^T [d][d]. */
    public double[][] noise(double t) {
        return products(equations.state().stream().map(equations::noise).toList(), t);
    }

    /** S0 S0^T [d][d]. */
    public double[][] commonNoise(double t) {
        return products(equations.state().stream().map(equations::commonNoise).toList(), t);
    }

    private int column(Expression variable) {
        int d = equations.state().size();
        if (variable instanceof Average average) {
            return d + equations.state().indexOf(((Name) average.first()).name());
        }
        String name = ((Name) variable).name();
        int j = equations.state().indexOf(name);
        return j < 0 ? 2 * d + marks.indexOf(name) : j;
    }

    private static double[][] products(List<Map<String, Expression>> amplitudes, double t) {
        double[][] products = new double[amplitudes.size()][amplitudes.size()];
        for (int i = 0; i < products.length; i++) {
            for (Map.Entry<String, Expression> own : amplitudes.get(i).entrySet()) {
                double amplitude = own.getValue().value(name -> t);
                for (int j = 0; j < products.length; j++) {
                    Expression other = amplitudes.get(j).get(own.getKey());
                    products[i][j] += other == null ? 0 : amplitude * other.value(name -> t);
                }
            }
        }
        return products;
    }
}
