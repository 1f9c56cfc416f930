package io.github.murmuration.study.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.laboratory.ControlledParticles;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.MomentSeries;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;

/**
 * The generalised Schroedinger bridge from a point z to a mixture pi of diagonal covariances through the potential beta |x|^2/2, in the time 1: its
 * value function in closed form, and what the agents of a guided bridge pay. With omega^2 = beta, c = omega coth(omega s) and q = omega/sinh(omega s),
 *
 * <pre>
 * G_s(x, y) = prod over coordinates of (q/(2 pi))^(1/2) exp(q x y - c (x^2 + y^2)/2)        (F. G. Mehler, 1866)
 * U(x, t) = -log int G_(1-t)(x, y) pi(y)/G_1(z, y) dy
 * </pre>
 */
final class HarmonicBridge implements ControlledParticles {

    private final Problem problem;
    private final GaussianMixture target;
    private final double[] start;
    private final double omega;

    /** @param problem of one guidance to 0 and one beta above 0, from a point */
    HarmonicBridge(Problem problem) {
        this.problem = problem;
        this.target = problem.target();
        this.start = problem.initial().mean();
        this.omega = Math.sqrt(problem.scenario().protocol().beta()[0]);
    }

    private double curvature(double s) {
        return omega / Math.tanh(omega * s);
    }

    private double coupling(double s) {
        return omega / Math.sinh(omega * s);
    }

    /**
     * U(x, t), t below 1.
     *
     * @param x [d]
     */
    @Override
    public double value(double[] x, double t) {
        double[] logs = new double[target.components()];
        Arrays.setAll(logs, k -> Math.log(target.weights()[k]) + log(k, x, t));
        double most = Arrays.stream(logs).max().orElseThrow();
        return -most
                - Math.log(Arrays.stream(logs).map(log -> Math.exp(log - most)).sum());
    }

    /** log of the integral for component k alone: that of a Gaussian times exp(b y - a y^2/2). */
    private double log(int k, double[] x, double t) {
        double c = curvature(1 - t);
        double q = coupling(1 - t);
        double a = c - curvature(1);
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            double m = target.means()[k][j];
            double variance = target.variances()[k][j];
            double b = q * x[j] - coupling(1) * start[j];
            double integral =
                    (m * b + variance * b * b / 2 - a * m * m / 2) / (1 + a * variance) - Math.log1p(a * variance) / 2;
            double outside = (Math.log(q / coupling(1)) - c * x[j] * x[j] + curvature(1) * start[j] * start[j]) / 2;
            sum += integral + outside;
        }
        return sum;
    }

    private double potential(double[] x) {
        return omega * omega / 2 * square(x);
    }

    private static double square(double[] x) {
        return Arrays.stream(x).map(each -> each * each).sum();
    }

    /**
     * J* = E int |u|^2/2 + beta |x|^2/2 dt.
     * @param exact values of the bridge
     */
    double optimal(ExactResult exact) {
        int last = exact.times().length;
        double[] times = Arrays.copyOf(exact.times(), last + 1);
        double[] squares = new double[last + 1];
        Arrays.setAll(squares, i -> i < last ? square(exact.mean()[i]) + sum(exact.variance()[i]) : 0);
        times[last] = 1;
        squares[last] = square(exact.terminalMean());
        for (int j = 0; j < exact.terminalCovariance().length; j++) {
            squares[last] += exact.terminalCovariance()[j][j];
        }
        double integral = 0;
        for (int i = 0; i < last; i++) {
            integral += (times[i + 1] - times[i]) * (squares[i] + squares[i + 1]) / 2;
        }
        return exact.energy() / 2 + omega * omega / 2 * integral;
    }

    /**
     * J by agents whose moments are recorded at every step, left-end rule. Its error is at most the sum of those of its two parts, the
     * potential's from the recorded paths.
     */
    RowResult.Estimated paid(GuidanceResult result) {
        MomentSeries moments = result.moments();
        double[] times = moments.times();
        double integral = 0;
        for (int i = 0; i + 1 < times.length; i++) {
            integral += (times[i + 1] - times[i]) * (square(moments.mean()[i]) + sum(moments.variance()[i]));
        }
        double error = deviation(result.paths(), times)
                / Math.sqrt(problem.scenario().population().agents());
        return new RowResult.Estimated(
                result.energy().value() / 2 + omega * omega / 2 * integral,
                result.energy().standardError() / 2 + error);
    }

    /** Standard deviation of int beta |x|^2/2 dt over paths. */
    private double deviation(float[][][] paths, double[] times) {
        double[] paid = new double[paths.length];
        Arrays.setAll(paid, a -> {
            double sum = 0;
            for (int i = 0; i + 1 < times.length; i++) {
                sum += (times[i + 1] - times[i]) * potential(doubles(paths[a][i]));
            }
            return sum;
        });
        double mean = sum(paid) / paid.length;
        double squares =
                Arrays.stream(paid).map(each -> (each - mean) * (each - mean)).sum();
        return Math.sqrt(squares / (paid.length - 1));
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    @Override
    public double horizon() {
        return 1;
    }

    /** The u of the program. */
    @Override
    public double[] drift(double[] x, double t) {
        double[] u = new double[x.length];
        problem.schedules().get(0).drift(t, start, x, u);
        return u;
    }

    @Override
    public double[] noise(double[] x, double t) {
        double[] noise = new double[x.length];
        Arrays.fill(noise, 1);
        return noise;
    }

    @Override
    public double paid(double[] x, double t) {
        return square(drift(x, t)) / 2 + potential(x);
    }

    @Override
    public boolean valueAtEnd() {
        return false;
    }

    private static double[] doubles(float[] x) {
        double[] doubles = new double[x.length];
        Arrays.setAll(doubles, j -> x[j]);
        return doubles;
    }
}
