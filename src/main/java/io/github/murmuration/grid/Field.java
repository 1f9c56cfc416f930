package io.github.murmuration.grid;

import io.github.murmuration.expression.Derivative;
import io.github.murmuration.expression.Expression;

/** A function of time and place, with its derivatives by the place. */
public interface Field {

    Field ZERO = of(new Expression.Literal(0), "x");

    double value(double t, double x);

    double slope(double t, double x);

    double curvature(double t, double x);

    private static double noName(String name) {
        throw new IllegalStateException("a constant reads no " + name);
    }

    /**
     * An expression of {@code t} and of the place.
     *
     * @param place its name
     */
    static Field of(Expression written, String place) {
        Expression expression =
                written.names().isEmpty() ? new Expression.Literal(written.value(Field::noName)) : written;
        Expression slope = Derivative.of(expression, place);
        Expression curvature = Derivative.of(slope, place);
        return new Field() {
            @Override
            public double value(double t, double x) {
                return at(expression, t, x);
            }

            @Override
            public double slope(double t, double x) {
                return at(slope, t, x);
            }

            @Override
            public double curvature(double t, double x) {
                return at(curvature, t, x);
            }

            private double at(Expression tree, double t, double x) {
                return tree.value(name -> name.equals("t") ? t : x);
            }
        };
    }
}
