package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;

/** Trees that schemes are made of. Names that begin with $ are none of a user's. */
final class Terms {

    /** The step h, in the units of time of the model. */
    static final Name STEP = new Name("$h");

    private Terms() {}

    static Expression number(double value) {
        return new Literal(value);
    }

    static Expression sum(Expression a, Expression b) {
        return new Apply(Function.ADD, a, b);
    }

    static Expression difference(Expression a, Expression b) {
        return new Apply(Function.SUBTRACT, a, b);
    }

    static Expression product(Expression a, Expression b) {
        return new Apply(Function.MULTIPLY, a, b);
    }

    static Expression quotient(Expression a, Expression b) {
        return new Apply(Function.DIVIDE, a, b);
    }

    static Expression root(Expression a) {
        return new Apply(Function.SQRT, a);
    }

    static Expression cosine(Expression a) {
        return new Apply(Function.COS, a);
    }

    static Expression sine(Expression a) {
        return new Apply(Function.SIN, a);
    }

    static Expression where(Expression condition, Expression then, Expression otherwise) {
        return new Apply(Function.WHERE, condition, then, otherwise);
    }
}
