package io.github.murmuration.exact;

import io.github.murmuration.density.GaussLegendre;
import io.github.murmuration.scenario.Dynamics;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Stationary law of the Desai-Zwanzig system of infinitely many agents with mean m: density proportional to
 * exp( -2 (x^4/4 - x^2/2 + alpha (x - m)^2/2) / sigma^2 ), where m solves m = R(m), the mean of that density. m = 0 always does; below
 * the critical noise, where R'(0) = 2 alpha Var_0(x) / sigma^2 = 1, there are two more. Source: {@code mathematics.md}, section 8.
 */
public final class DesaiZwanzigLaw {

    /** |x| beyond which the densities here are below 1e-30 of their peak, and points that resolve them for sigma >= 0.1. */
    private static final double REACH = 6;

    private static final int PANELS = 120;
    private static final GaussLegendre RULE = GaussLegendre.on(-1, 1, 16);
    private static final double ACCURACY = 1e-12;

    private final double coupling;
    private final double noise;
    private final double mean;

    private DesaiZwanzigLaw(double coupling, double noise, double mean) {
        this.coupling = coupling;
        this.noise = noise;
        this.mean = mean;
    }

    /** The law of the largest mean m >= 0: the stable one. */
    public static DesaiZwanzigLaw of(Dynamics.DesaiZwanzig dynamics) {
        double alpha = dynamics.coupling();
        double sigma = dynamics.noise();
        boolean ordered = alpha > 0 && sigma < criticalNoise(alpha);
        double mean = ordered ? solve(m -> new DesaiZwanzigLaw(alpha, sigma, m).firstMoment() - m, 1e-6, REACH / 2) : 0;
        return new DesaiZwanzigLaw(alpha, sigma, mean);
    }

    /** The noise below which agents of positive coupling choose a side. */
    public static double criticalNoise(double coupling) {
        return solve(
                sigma -> 2 * coupling * new DesaiZwanzigLaw(coupling, sigma, 0).secondMoment() - sigma * sigma,
                0.05,
                20);
    }

    public double mean() {
        return mean;
    }

    /** Var x about the mean of this branch. */
    public double variance() {
        return secondMoment() - mean * mean;
    }

    public double density(double x) {
        return weight(x) / moment(y -> 1);
    }

    private double firstMoment() {
        return moment(x -> x) / moment(x -> 1);
    }

    private double secondMoment() {
        return moment(x -> x * x) / moment(x -> 1);
    }

    private double weight(double x) {
        double potential = x * x * x * x / 4 - x * x / 2 + coupling * (x - mean) * (x - mean) / 2;
        return Math.exp(-2 * (potential + 0.25) / (noise * noise));
    }

    private double moment(DoubleUnaryOperator f) {
        double half = REACH / PANELS;
        double sum = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            double centre = -REACH + (2 * panel + 1) * half;
            sum += half * RULE.integrate(s -> f.applyAsDouble(centre + half * s) * weight(centre + half * s));
        }
        return sum;
    }

    private static double solve(DoubleUnaryOperator f, double low, double high) {
        return new BrentSolver(ACCURACY).solve(1000, f::applyAsDouble, low, high);
    }
}
