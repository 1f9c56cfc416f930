package io.github.murmuration.expression;

import io.github.murmuration.expression.Expression.Apply;

/**
 * A tree and where its text begins.
 *
 * @param depth operations one inside another
 * @param constant its value if it reads no names; NaN otherwise
 */
record Part(Expression expression, int position, int depth, double constant) {

    boolean isCondition() {
        return expression instanceof Apply apply && apply.function().isCondition();
    }

    boolean isConstant() {
        return !Double.isNaN(constant);
    }
}
