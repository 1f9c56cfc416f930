package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;

/** Whether an expression grows at least as fast as a name that it uses, so that it has no mean where the name has none. */
final class HeavyTails {
    private HeavyTails() {}

    /** False wherever another factor may hold it down. */
    static boolean reach(Expression expression, String name) {
        if (expression instanceof Name used) {
            return used.name().equals(name);
        }
        if (!(expression instanceof Apply apply)) {
            return false;
        }
        return switch (apply.function()) {
            case ADD, SUBTRACT, NEGATE, ABS -> apply.arguments().stream().anyMatch(it -> reach(it, name));
            case MULTIPLY -> factor(apply, 0, name) || factor(apply, 1, name);
            case DIVIDE -> factor(apply, 0, name);
            case POWER ->
                reach(apply.arguments().get(0), name)
                        && atLeastOne(apply.arguments().get(1));
            default -> false;
        };
    }

    private static boolean factor(Apply apply, int place, String name) {
        Expression other = apply.arguments().get(1 - place);
        return reach(apply.arguments().get(place), name) && (!other.names().contains(name) || reach(other, name));
    }

    private static boolean atLeastOne(Expression exponent) {
        return exponent instanceof Literal literal && literal.value() >= 1;
    }
}
