package io.github.murmuration.grid;

import io.github.murmuration.density.GaussLegendre;
import org.hipparchus.special.Erf;

/** Logarithms of masses of the standard normal law, however small they are. */
final class NormalTail {

    private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /** Exact to rounding for an integrand e^{-st - t^2/2} with |s| and |t| below 1. */
    private static final GaussLegendre RULE = GaussLegendre.on(-0.5, 0.5, 8);

    private static final int FRACTIONS = 80;

    private NormalTail() {}

    /** {@code log P(a < Z < b)}, to 13 digits; the ends may be infinite. */
    static double logMass(double a, double b) {
        if (a + b > 0) {
            return logMass(-b, -a);
        }
        double width = b - a;
        double middle = a + width / 2;
        if (width < 1 && width * -middle < 1) {
            return Math.log(narrow(width, middle)) - middle * middle / 2 - LOG_ROOT_TWO_PI;
        }
        if (b > -3) {
            return Math.log(Erf.erf(a / Math.sqrt(2), b / Math.sqrt(2)) / 2);
        }
        double below = logBelow(b);
        return a == Double.NEGATIVE_INFINITY ? below : below + Math.log1p(-Math.exp(logBelow(a) - below));
    }

    /** The mass over the density in the middle. */
    private static double narrow(double width, double middle) {
        double sum = 0;
        for (int q = 0; q < RULE.size(); q++) {
            double t = width * RULE.point(q);
            sum += RULE.weight(q) * Math.exp(-t * (middle + t / 2));
        }
        return sum * width;
    }

    /** {@code log P(Z < x)} for {@code x <= -3}, by Laplace's continued fraction. Abramowitz, Stegun, 26.2.14. */
    private static double logBelow(double x) {
        double fraction = -x;
        for (int j = FRACTIONS; j > 0; j--) {
            fraction = -x + j / fraction;
        }
        return -x * x / 2 - LOG_ROOT_TWO_PI - Math.log(fraction);
    }
}
