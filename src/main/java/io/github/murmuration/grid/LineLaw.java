package io.github.murmuration.grid;

import io.github.murmuration.density.GaussianMixture;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** A Gaussian mixture on the line that has a density: logarithms of it and of the masses of intervals. */
public final class LineLaw {

    /** Deviations of a component beyond which its mass, 2.6e-12, is left out of a grid. */
    private static final double REACH = 7;

    private final GaussianMixture mixture;
    private final double[] deviations;

    /** @throws IllegalArgumentException the law is not one of one coordinate that has a density */
    public LineLaw(GaussianMixture mixture) {
        if (mixture.dimension() != 1 || mixture.singular()) {
            throw new IllegalArgumentException("no law of one coordinate that has a density");
        }
        this.mixture = mixture;
        this.deviations = new double[mixture.components()];
        Arrays.setAll(deviations, k -> Math.sqrt(mixture.variances()[k][0]));
    }

    public double mean() {
        return mixture.mean()[0];
    }

    public double variance() {
        return mixture.covariance()[0][0];
    }

    /** Where a grid begins: the mass below is less than 1.3e-12. */
    public double low() {
        double low = Double.POSITIVE_INFINITY;
        for (int k = 0; k < deviations.length; k++) {
            low = Math.min(low, mixture.means()[k][0] - REACH * deviations[k]);
        }
        return low;
    }

    /** Where a grid ends: the mass above is less than 1.3e-12. */
    public double high() {
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < deviations.length; k++) {
            high = Math.max(high, mixture.means()[k][0] + REACH * deviations[k]);
        }
        return high;
    }

    /** Where this law has as much mass below as another has below x: the monotone map of the other law to this one. */
    double matched(LineLaw other, double x) {
        double below = other.logMass(Double.NEGATIVE_INFINITY, x);
        double above = other.logMass(x, Double.POSITIVE_INFINITY);
        double low = 2 * low() - high();
        double high = 2 * high() - low();
        for (double middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
            boolean tooLow = below < above
                    ? logMass(Double.NEGATIVE_INFINITY, middle) < below
                    : logMass(middle, Double.POSITIVE_INFINITY) > above;
            low = tooLow ? middle : low;
            high = tooLow ? high : middle;
        }
        return high;
    }

    /** log of the mass of [a, b]; the ends may be infinite. */
    public double logMass(double a, double b) {
        return logSum(k -> NormalTail.logMass(standard(k, a), standard(k, b)) + Math.log(mixture.weights()[k]));
    }

    public double logDensity(double x) {
        return logSum(k -> logDensity(k, x));
    }

    /** The derivative of {@link #logDensity}. */
    public double score(double x) {
        double all = logDensity(x);
        double score = 0;
        for (int k = 0; k < deviations.length; k++) {
            score -= Math.exp(logDensity(k, x) - all) * standard(k, x) / deviations[k];
        }
        return score;
    }

    private double logDensity(int k, double x) {
        double z = standard(k, x);
        return Math.log(mixture.weights()[k] / deviations[k]) - 0.5 * Math.log(2 * Math.PI) - z * z / 2;
    }

    private double standard(int k, double x) {
        return (x - mixture.means()[k][0]) / deviations[k];
    }

    private double logSum(IntToDoubleFunction terms) {
        double[] each = new double[deviations.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < each.length; k++) {
            each[k] = terms.applyAsDouble(k);
            largest = Math.max(largest, each[k]);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (double log : each) {
            sum += Math.exp(log - largest);
        }
        return largest + Math.log(sum);
    }
}
