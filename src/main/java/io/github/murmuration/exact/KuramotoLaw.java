package io.github.murmuration.exact;

import io.github.murmuration.density.GaussLegendre;
import io.github.murmuration.scenario.Dynamics;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.complex.Complex;

/**
 * Stationary order parameter of infinitely many noisy Kuramoto oscillators whose frequencies omega, in the frame of their mean, are
 * Gaussian. In the field a = kappa r an oscillator's moments z_n = E exp(i n theta) satisfy
 *
 * <pre>
 * z_{n-1} - z_{n+1} = (2/a) (n sigma^2/2 - i omega) z_n,   z_0 = 1
 * </pre>
 *
 * so z_1 is a continued fraction, I_1(z)/I_0(z) at z = 2a/sigma^2 for omega = 0, and r solves r = E_omega Re z_1. Above the critical
 * coupling 2 / E[ (sigma^2/2) / (sigma^4/4 + omega^2) ], which is sigma^2 for identical oscillators, it has a positive solution.
 * Sakaguchi, Prog. Theor. Phys. 79 (1988) 39; {@code mathematics.md}, section 8.
 */
public final class KuramotoLaw {

    private static final double ACCURACY = 1e-13;

    /** Deviations of the frequency beyond which nothing counts, and panels that resolve responses as narrow as a tenth of one. */
    private static final double REACH = 9;

    private static final int PANELS = 180;
    private static final GaussLegendre RULE = GaussLegendre.on(-1, 1, 8);

    private final double diffusion;
    private final double coupling;
    private final double deviation;

    private KuramotoLaw(Dynamics.Kuramoto dynamics) {
        this.diffusion = dynamics.noise() * dynamics.noise() / 2;
        this.coupling = dynamics.coupling();
        this.deviation = dynamics.frequencyDeviation();
    }

    /** Whether the noise is enough for this theory: positive, and a tenth of the frequencies' spread. */
    public static boolean applies(Dynamics.Kuramoto dynamics) {
        KuramotoLaw law = new KuramotoLaw(dynamics);
        return law.diffusion > 0 && law.diffusion >= 0.1 * law.deviation;
    }

    /** @param dynamics that this theory applies to */
    public static double criticalCoupling(Dynamics.Kuramoto dynamics) {
        KuramotoLaw law = new KuramotoLaw(dynamics);
        double d = law.diffusion;
        return 2 / law.overFrequencies(omega -> d / (d * d + omega * omega));
    }

    /**
     * r of the stable solution.
     * @param dynamics that this theory applies to
     */
    public static double orderParameter(Dynamics.Kuramoto dynamics) {
        if (dynamics.coupling() <= criticalCoupling(dynamics)) {
            return 0;
        }
        KuramotoLaw law = new KuramotoLaw(dynamics);
        return new BrentSolver(ACCURACY).solve(1000, r -> law.response(law.coupling * r) - r, 1e-7, 1);
    }

    /** E_omega Re z_1 in the field a > 0. */
    private double response(double a) {
        return overFrequencies(omega -> firstMoment(a, omega));
    }

    private double firstMoment(double a, double omega) {
        // z_n / z_{n-1} is below a / (n sigma^2): nothing is left of the fraction after these terms
        int terms = 40 + (int) (4 * a / diffusion);
        Complex ratio = Complex.ZERO;
        for (int n = terms; n >= 1; n--) {
            ratio = new Complex(n * diffusion, -omega)
                    .multiply(2 / a)
                    .add(ratio)
                    .reciprocal();
        }
        return ratio.getReal();
    }

    private double overFrequencies(DoubleUnaryOperator f) {
        if (deviation == 0) {
            return f.applyAsDouble(0);
        }
        double half = REACH / PANELS;
        double sum = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            double centre = -REACH + (2 * panel + 1) * half;
            sum += half
                    * RULE.integrate(
                            s -> gaussian(centre + half * s) * f.applyAsDouble(deviation * (centre + half * s)));
        }
        return sum;
    }

    private static double gaussian(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
