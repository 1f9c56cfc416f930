package io.github.murmuration.density;

/**
 * Q(z)/phi(z) for z >= 0, where phi is the standard normal density and Q its integral from z on: within 1e-11 of itself, without the
 * underflow of either. Hart et al., "Computer Approximations", 1968, number 5666, and beyond 2.5, where its relative error grows, Laplace's continued
 * fraction.
 */
public final class MillsRatio {

    private static final double FRACTION_FROM = 2.5;

    private static final double[] NUMERATOR = {
        3.52624965998911e-2,
        0.700383064443688,
        6.37396220353165,
        33.912866078383,
        112.079291497871,
        221.213596169931,
        220.206867912376
    };

    private static final double[] DENOMINATOR = {
        8.83883476483184e-2,
        1.75566716318264,
        16.064177579207,
        86.7807322029461,
        296.564248779674,
        637.333633378831,
        793.826512519948,
        440.413735824752
    };

    private MillsRatio() {}

    public static double of(double z) {
        return z < FRACTION_FROM
                ? Math.sqrt(2 * Math.PI) * polynomial(NUMERATOR, z) / polynomial(DENOMINATOR, z)
                : 1 / fraction(z);
    }

    private static double polynomial(double[] coefficients, double z) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * z + coefficient;
        }
        return sum;
    }

    /** z + 1/(z + 2/(z + 3/(z + ...))), of which n levels leave about exp(-2 z sqrt(2 n)). */
    private static double fraction(double z) {
        double rest = z;
        for (int level = 10 + (int) (400 / (z * z)); level > 0; level--) {
            rest = z + level / rest;
        }
        return rest;
    }
}
