package io.github.murmuration.expression;

import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Makes formulas of trees: parts that read nothing are computed once, functions of a single name are remembered. */
record FormulaAssembly(ToIntFunction<String> names, ToIntFunction<Average> averages) {

    Formula of(Expression expression) {
        if (expression instanceof Average average) {
            int place = averages.applyAsInt(average);
            return values -> values[place];
        }
        if (expression instanceof Name name && !name.name().equals("pi")) {
            int place = names.applyAsInt(name.name());
            return values -> values[place];
        }
        Set<String> read = expression.names();
        if (!expression.averages().isEmpty()) {
            return applied((Apply) expression);
        }
        if (read.isEmpty()) {
            double value = expression.value(name -> Double.NaN);
            return values -> value;
        }
        Formula applied = applied((Apply) expression);
        boolean remembered = read.size() == 1 && isSlow((Apply) expression);
        return remembered
                ? new Remembered(applied, names.applyAsInt(read.iterator().next()))
                : applied;
    }

    /** Beyond the four operations. */
    private static boolean isSlow(Apply apply) {
        return switch (apply.function()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE -> false;
            default -> true;
        };
    }

    private Formula applied(Apply apply) {
        List<Formula> arguments = apply.arguments().stream().map(this::of).toList();
        Formula a = arguments.get(0);
        Formula b = arguments.size() > 1 ? arguments.get(1) : null;
        return switch (apply.function()) {
            case ADD -> values -> a.at(values) + b.at(values);
            case SUBTRACT -> values -> a.at(values) - b.at(values);
            case MULTIPLY -> values -> a.at(values) * b.at(values);
            case DIVIDE -> values -> a.at(values) / b.at(values);
            case NEGATE -> values -> -a.at(values);
            case POWER -> power(apply.arguments().get(1), a, b);
            case WHERE -> {
                Formula c = arguments.get(2);
                yield values -> a.at(values) != 0 ? b.at(values) : c.at(values);
            }
            default -> general(apply.function(), a, b);
        };
    }

    private static Formula power(Expression exponent, Formula a, Formula b) {
        if (exponent instanceof Literal literal && literal.value() == 2) {
            return values -> {
                double x = a.at(values);
                return x * x;
            };
        }
        return general(Function.POWER, a, b);
    }

    private static Formula general(Function function, Formula a, Formula b) {
        return b == null
                ? values -> function.value(a.at(values))
                : values -> function.value(a.at(values), b.at(values));
    }
}
