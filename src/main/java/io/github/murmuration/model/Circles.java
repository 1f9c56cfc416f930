package io.github.murmuration.model;

import static io.github.murmuration.model.Terms.number;
import static io.github.murmuration.model.Terms.product;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import io.github.murmuration.scenario.Boundary;

/** Coordinates on a circle of length L: their angles 2 pi x / L, and their circular means. */
final class Circles {

    private Circles() {}

    static Expression cosine(String coordinate, Boundary.Periodic circle) {
        return Terms.cosine(angle(coordinate, circle));
    }

    static Expression sine(String coordinate, Boundary.Periodic circle) {
        return Terms.sine(angle(coordinate, circle));
    }

    /** L / (2 pi) times the angle of the mean of e^{i angle}, whole turns aside. */
    static Expression mean(String coordinate, Boundary.Periodic circle) {
        Expression place =
                new Apply(Function.ATAN2, average(sine(coordinate, circle)), average(cosine(coordinate, circle)));
        return product(number(length(circle) / (2 * Math.PI)), place);
    }

    static double length(Boundary.Periodic circle) {
        return circle.high() - circle.low();
    }

    private static Expression average(Expression averaged) {
        return new Average(Average.Kind.MEAN, averaged, null, 0);
    }

    private static Expression angle(String coordinate, Boundary.Periodic circle) {
        double perUnit = 2 * Math.PI / length(circle);
        Expression x = new Name(coordinate);
        return perUnit == 1 ? x : product(number(perUnit), x);
    }
}
