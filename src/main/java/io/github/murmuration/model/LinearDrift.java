package io.github.murmuration.model;

import io.github.murmuration.expression.Derivative;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A drift b = b_0(t) + A(t) x + B(t) mean(x) + G(t) theta. About a centre that moves with c' = b_0 + (A + B) c it is A y + B mean(y) +
 * G theta, y = x - c, which float32 holds however large c is.
 */
final class LinearDrift {

    private static final Set<Function> STEPS = Set.of(Function.SIGN, Function.FLOOR);

    private final Equations equations;
    private final List<String> marks;
    private final Map<String, Expression> centred = new LinkedHashMap<>();

    private LinearDrift(Equations equations, List<String> marks) {
        this.equations = equations;
        this.marks = marks;
    }

    /** Empty where the drift is not of that kind, or anything else reads a coordinate. */
    static Optional<LinearDrift> of(Equations equations, List<String> marks, boolean readsNothingElse) {
        LinearDrift linear = new LinearDrift(equations, marks);
        return readsNothingElse && linear.solve() ? Optional.of(linear) : Optional.empty();
    }

    /** The drift of y. */
    Expression drift(String coordinate) {
        return centred.get(coordinate);
    }

    /** b(t, c) with every coordinate and its mean at c, marks 0 [d]. */
    double[] at(double t, double[] c) {
        double[] drift = new double[c.length];
        for (int j = 0; j < c.length; j++) {
            drift[j] = equations
                    .drift(equations.state().get(j))
                    .value(name -> value(name, t, c), average -> value(((Name) average.first()).name(), t, c));
        }
        return drift;
    }

    private double value(String name, double t, double[] c) {
        if (name.equals("t")) {
            return t;
        }
        int j = equations.state().indexOf(name);
        return j < 0 ? 0 : c[j];
    }

    private boolean solve() {
        for (String coordinate : equations.state()) {
            if (!amplitudesOfTime(coordinate)) {
                return false;
            }
            Expression drift = centred(equations.drift(coordinate));
            if (drift == null) {
                return false;
            }
            centred.put(coordinate, drift);
        }
        return true;
    }

    private boolean amplitudesOfTime(String coordinate) {
        return equations.noise(coordinate).values().stream().allMatch(LinearDrift::isOfTime)
                && equations.commonNoise(coordinate).values().stream().allMatch(LinearDrift::isOfTime);
    }

    /** The sum of the terms, or null where one of them is not linear. */
    private Expression centred(Expression drift) {
        Map<Average, Name> names = new LinkedHashMap<>();
        for (Average average : drift.averages()) {
            if (!isMeanOfCoordinate(average)) {
                return null;
            }
            names.put(average, new Name("$" + average.text()));
        }
        if (hasSteps(drift)) {
            return null;
        }
        Expression named = named(drift, names);
        Expression sum = null;
        List<Map.Entry<Expression, String>> variables = new ArrayList<>();
        names.forEach((average, name) -> variables.add(Map.entry(average, name.name())));
        marks.forEach(mark -> variables.add(Map.entry(new Name(mark), mark)));
        equations.state().forEach(name -> variables.add(Map.entry(new Name(name), name)));
        for (Map.Entry<Expression, String> variable : variables) {
            Expression gain = Derivative.of(named, variable.getValue());
            if (!isOfTime(gain)) {
                return null;
            }
            if (!Increment.isZero(gain)) {
                Expression term = Terms.product(gain, variable.getKey());
                sum = sum == null ? term : Terms.sum(term, sum);
            }
        }
        return sum == null ? new Literal(0) : sum;
    }

    private boolean isMeanOfCoordinate(Average average) {
        return average.kind() == Average.Kind.MEAN
                && average.label() == 0
                && average.first() instanceof Name name
                && equations.state().contains(name.name());
    }

    static boolean isOfTime(Expression expression) {
        return expression.averages().isEmpty() && expression.names().stream().allMatch(name -> name.equals("t"));
    }

    /** Whether it jumps with anything but time: such jumps have no derivative. */
    private static boolean hasSteps(Expression expression) {
        if (!(expression instanceof Apply apply)) {
            return false;
        }
        boolean jumps = STEPS.contains(apply.function()) || apply.function().isCondition();
        return jumps && !isOfTime(apply) || apply.arguments().stream().anyMatch(LinearDrift::hasSteps);
    }

    private static Expression named(Expression expression, Map<Average, Name> names) {
        if (expression instanceof Average average) {
            return names.get(average);
        }
        return expression instanceof Apply apply
                ? new Apply(
                        apply.function(),
                        apply.arguments().stream()
                                .map(argument -> named(argument, names))
                                .toList())
                : expression;
    }
}
