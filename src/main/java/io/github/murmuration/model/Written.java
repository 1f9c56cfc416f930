package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The expressions of a model in the names of its state, its marks, {@code t} and {@code label} alone: parameters are put in, and so are
 * named means.
 */
final class Written {

    private static final Name T = new Name("t");
    private static final Name LABEL = new Name("label");

    private final CustomModel model;
    private final Map<String, Expression> replacements = new HashMap<>();

    Written(CustomModel model) {
        this.model = model;
        if (Living.condition(model).isPresent()) {
            replacements.put(Living.NAME, Living.SHARE);
        }
        model.parameters().keySet().forEach(this::parameter);
        model.means()
                .forEach((name, mean) -> replacements.put(name, new Average(Average.Kind.MEAN, expand(mean), null, 0)));
    }

    /** The expression with everything that stands for something else put in, within averages too. */
    Expression expand(Expression expression) {
        if (expression instanceof Name name) {
            return replacements.getOrDefault(name.name(), expression);
        }
        if (expression instanceof Average average) {
            Expression second = average.second() == null ? null : expand(average.second());
            return new Average(average.kind(), expand(average.first()), second, average.label());
        }
        if (expression instanceof Apply apply) {
            return new Apply(
                    apply.function(),
                    apply.arguments().stream().map(this::expand).toList());
        }
        return expression;
    }

    /** A parameter, and before it those that it uses; there is no cycle. */
    private Expression parameter(String name) {
        Expression known = replacements.get(name);
        if (known != null) {
            return known;
        }
        Parameter parameter = model.parameters().get(name);
        Expression value;
        if (parameter instanceof Parameter.Formula formula) {
            formula.expression().names().stream()
                    .filter(model.parameters()::containsKey)
                    .forEach(this::parameter);
            value = expand(formula.expression());
        } else if (parameter instanceof Parameter.Ramp ramp) {
            value = ramp(ramp, 0, ramp.times().size());
        } else if (parameter instanceof Parameter.Steps steps) {
            value = steps(steps, 0, steps.times().size());
        } else {
            value = byLabel(((Parameter.ByLabel) parameter).values(), 0);
        }
        replacements.put(name, value);
        return value;
    }

    /** Of pieces from to - 1 on, by halving: piece i begins at times[i], piece 0 has what is before it too. */
    private static Expression steps(Parameter.Steps steps, int from, int to) {
        if (to - from == 1) {
            return new Literal(steps.values().get(from));
        }
        int middle = (from + to) / 2;
        return where(before(steps.times().get(middle)), steps(steps, from, middle), steps(steps, middle, to));
    }

    private static Expression ramp(Parameter.Ramp ramp, int from, int to) {
        if (to - from == 1) {
            return piece(ramp, from);
        }
        int middle = (from + to) / 2;
        return where(before(ramp.times().get(middle)), ramp(ramp, from, middle), ramp(ramp, middle, to));
    }

    /** From times[i] on, straight towards the next point; constant before the first and from the last on. */
    private static Expression piece(Parameter.Ramp ramp, int i) {
        Expression value = new Literal(ramp.values().get(i));
        if (i == ramp.times().size() - 1) {
            return value;
        }
        double time = ramp.times().get(i);
        double slope = (ramp.values().get(i + 1) - ramp.values().get(i))
                / (ramp.times().get(i + 1) - time);
        Expression since = new Apply(Function.SUBTRACT, T, new Literal(time));
        Expression straight = new Apply(Function.ADD, value, new Apply(Function.MULTIPLY, new Literal(slope), since));
        return i == 0 ? where(before(time), value, straight) : straight;
    }

    private static Expression byLabel(List<Double> values, int label) {
        Expression value = new Literal(values.get(label));
        if (label == values.size() - 1) {
            return value;
        }
        Expression own = new Apply(Function.EQUAL, LABEL, new Literal(label + 1));
        return where(own, value, byLabel(values, label + 1));
    }

    private static Expression before(double time) {
        return new Apply(Function.LESS, T, new Literal(time));
    }

    private static Expression where(Expression condition, Expression then, Expression otherwise) {
        return new Apply(Function.WHERE, condition, then, otherwise);
    }
}
