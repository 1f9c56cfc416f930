package io.github.murmuration.exact;

import io.github.murmuration.scenario.Dynamics;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Stationary order parameter of infinitely many identical noisy Kuramoto oscillators: phases have density proportional to
 * exp(z cos(theta - psi)), z = 2 kappa r / sigma^2, so r = I_1(z)/I_0(z); above the critical coupling sigma^2 it has a positive
 * solution. Source: {@code mathematics.md}, section 8.
 */
public final class KuramotoLaw {

    private static final double ACCURACY = 1e-13;

    /** Points of the trapezoidal rule on the circle: exact to rounding for z below 1e4. */
    private static final int POINTS = 1024;

    private KuramotoLaw() {}

    public static double criticalCoupling(Dynamics.Kuramoto dynamics) {
        return dynamics.noise() * dynamics.noise();
    }

    /** r of the stable solution. @param dynamics of identical frequencies and noise > 0 */
    public static double orderParameter(Dynamics.Kuramoto dynamics) {
        double ratio = 2 * dynamics.coupling() / (dynamics.noise() * dynamics.noise());
        if (ratio <= 2) {
            return 0;
        }
        return new BrentSolver(ACCURACY).solve(1000, r -> besselRatio(ratio * r) - r, 1e-6, 1);
    }

    /** I_1(z)/I_0(z), z >= 0. */
    private static double besselRatio(double z) {
        double first = 0;
        double zeroth = 0;
        for (int k = 0; k < POINTS; k++) {
            double cosine = Math.cos(2 * Math.PI * k / POINTS);
            double weight = Math.exp(z * (cosine - 1));
            first += cosine * weight;
            zeroth += weight;
        }
        return first / zeroth;
    }
}
