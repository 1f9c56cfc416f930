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
    private final Map<String, Map<Expression, Expression>> gains = new LinkedHashMap<>();

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

    /** Functions of time by what they are multiplied with: coordinates, means of coordinates and marks. */
    Map<Expression, Expression> gains(String coordinate) {
        return gains.get(coordinate);
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
        for (String coordinate : equations.moved()) {
            if (!amplitudesOfTime(coordinate)) {
                return false;
            }
            Map<Expression, Expression> gain = gains(equations.drift(coordinate));
            if (gain == null) {
                return false;
            }
            gains.put(coordinate, gain);
            centred.put(coordinate, sum(gain));
        }
        return true;
    }

    private boolean amplitudesOfTime(String coordinate) {
        return equations.noise(coordinate).values().stream().allMatch(LinearDrift::isOfTime)
                && equations.commonNoise(coordinate).values().stream().allMatch(LinearDrift::isOfTime);
    }

    /** Functions of time by what they are multiplied with, or null where a term is not linear or differs by label. */
    private Map<Expression, Expression> gains(Expression drift) {
        Map<Average, Name> names = new LinkedHashMap<>();
        for (Average average : drift.averages()) {
            if (!isMeanOfCoordinate(average)) {
                return null;
            }
            names.put(average, new Name("$" + average.text()));
        }
        if (hasSteps(drift) || drift.names().contains("label")) {
            return null;
        }
        Expression named = named(drift, names);
        List<Map.Entry<Expression, String>> variables = new ArrayList<>();
        names.forEach((average, name) -> variables.add(Map.entry(average, name.name())));
        marks.forEach(mark -> variables.add(Map.entry(new Name(mark), mark)));
        equations.state().forEach(name -> variables.add(Map.entry(new Name(name), name)));
        Map<Expression, Expression> gains = new LinkedHashMap<>();
        for (Map.Entry<Expression, String> variable : variables) {
            Expression gain = Derivative.of(named, variable.getValue());
            if (!isOfTime(gain)) {
                return null;
            }
            if (!Increment.isZero(gain)) {
                gains.put(variable.getKey(), gain);
            }
        }
        return gains;
    }

    private static Expression sum(Map<Expression, Expression> gains) {
        Expression sum = null;
        for (Map.Entry<Expression, Expression> gain : gains.entrySet()) {
            Expression term = Terms.product(gain.getValue(), gain.getKey());
            sum = sum == null ? term : Terms.sum(term, sum);
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
