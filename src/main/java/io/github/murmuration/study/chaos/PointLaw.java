package io.github.murmuration.study.chaos;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.ScenarioException;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A law on the line as weights of points. A law with a Gaussian factor of standard deviation s is one to 16 digits on points s/2 apart:
 * the trapezoidal rule errs by exp(-2 pi^2 s^2/h^2) for a Gaussian. Trefethen, Weideman, SIAM Review 56 (2014) 385.
 *
 * @param points ascending
 * @param weights of sum 1
 */
record PointLaw(double[] points, double[] weights) {

    /** Standard deviations beyond which a Gaussian is nothing. */
    private static final double REACH = 9;

    /** Weights below this are nothing: less likely than any agent of any run, and free to leave all bounds. */
    private static final double NOTHING = 1e-14;

    private static final double MOST_POINTS = 1e6;

    /**
     * Of a coordinate of a mixture with diagonal covariances.
     * @param resolution at which it will be smoothed
     */
    static PointLaw of(GaussianMixture mixture, int coordinate, double resolution) {
        double[] points = {};
        double[] weights = {};
        for (int k = 0; k < mixture.components(); k++) {
            double deviation = Math.sqrt(mixture.variances()[k][coordinate]);
            double[] own = own(mixture.means()[k][coordinate], deviation, Math.min(deviation, resolution) / 2);
            double[] shares = new double[own.length];
            for (int i = 0; i < own.length; i++) {
                double z = deviation == 0 ? 0 : (own[i] - mixture.means()[k][coordinate]) / deviation;
                shares[i] = Math.exp(-z * z / 2);
            }
            double sum = Arrays.stream(shares).sum();
            double weight = mixture.weights()[k];
            points = joined(points, own);
            weights = joined(
                    weights, Arrays.stream(shares).map(s -> weight * s / sum).toArray());
        }
        return new PointLaw(points, weights);
    }

    /**
     * The law of move(X) + N(0, deviation^2), on points deviation / 2 apart.
     *
     * @throws ScenarioException it spreads without end: steps too long for the drift
     */
    PointLaw step(DoubleUnaryOperator move, double deviation) {
        double spacing = deviation / 2;
        double[] moved = new double[points.length];
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < moved.length; i++) {
            moved[i] = move.applyAsDouble(points[i]);
            if (weights[i] > NOTHING) {
                least = Math.min(least, moved[i]);
                most = Math.max(most, moved[i]);
            }
        }
        long first = (long) Math.floor(least / spacing) - GaussianSpread.POINTS;
        double reach = most / spacing - least / spacing;
        if (!(reach < MOST_POINTS)) {
            throw new ScenarioException(
                    "time.steps", "agents leave all bounds in steps of this length; give more steps");
        }
        int count = (int) ((long) Math.ceil(most / spacing) + GaussianSpread.POINTS - first + 1);
        double[] next = new double[count];
        GaussianSpread spread = new GaussianSpread(spacing, deviation, first);
        for (int i = 0; i < moved.length; i++) {
            if (weights[i] > NOTHING) {
                spread.add(moved[i], weights[i], next);
            }
        }
        double[] grid = new double[count];
        Arrays.setAll(grid, i -> (first + i) * spacing);
        return new PointLaw(grid, next);
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += weights[i] * points[i];
        }
        return sum;
    }

    private static double[] own(double mean, double deviation, double spacing) {
        if (deviation == 0) {
            return new double[] {mean};
        }
        int half = (int) Math.ceil(REACH * deviation / spacing);
        double[] own = new double[2 * half + 1];
        Arrays.setAll(own, i -> mean + (i - half) * spacing);
        return own;
    }

    private static double[] joined(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
