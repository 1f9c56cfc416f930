package io.github.murmuration.grid;

import io.github.murmuration.expression.Derivative;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Function;

/**
 * dX = (f + g v) dt + sigma dW by what its law needs: mass goes with the velocity b + g v - D d log rho/dx.
 *
 * @param drift b = f - dD/dx
 * @param resistance 1/g
 * @param diffusion D = sigma^2/2
 */
public record Motion(Field drift, Field resistance, Field diffusion) {

    /**
     * @param drift f, an expression of t and x like the others.
     * @param gain g.
     * @param noise sigma
     */
    public static Motion of(Expression drift, Expression gain, Expression noise) {
        Expression diffusion = divided(new Apply(Function.MULTIPLY, noise, noise), new Literal(2));
        Expression drawn = noise.names().contains("x") ? Derivative.of(diffusion, "x") : new Literal(0);
        boolean still = noise instanceof Literal zero && zero.value() == 0;
        return new Motion(
                Field.of(new Apply(Function.SUBTRACT, drift, drawn), "x"),
                Field.of(divided(new Literal(1), gain), "x"),
                still ? Field.ZERO : Field.of(diffusion, "x"));
    }

    /** dX = v dt + sigma dW. */
    public static Motion free(double noise) {
        return of(new Literal(0), new Literal(1), new Literal(noise));
    }

    private static Expression divided(Expression a, Expression b) {
        return new Apply(Function.DIVIDE, a, b);
    }
}
