package io.github.murmuration.expression;

import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Constant;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Values of trees in float64. */
record Evaluation(ToDoubleFunction<String> names, ToDoubleFunction<Average> averages) {

    double of(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal.value();
        }
        if (expression instanceof Constant constant) {
            return constant.value();
        }
        if (expression instanceof Name name) {
            return name.name().equals("pi") ? Math.PI : names.applyAsDouble(name.name());
        }
        if (expression instanceof Average average) {
            return averages.applyAsDouble(average);
        }
        return of((Apply) expression);
    }

    private double of(Apply apply) {
        List<Expression> arguments = apply.arguments();
        if (apply.function() == Function.WHERE) {
            // One branch alone: a ramp of n pieces is a tree of conditions, of which log2(n) are looked at.
            return of(arguments.get(of(arguments.get(0)) != 0 ? 1 : 2));
        }
        double[] values = new double[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = of(arguments.get(i));
        }
        return apply.function().value(values);
    }
}
