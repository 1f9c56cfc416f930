package io.github.murmuration.exact;

import java.util.Arrays;

/**
 * Moments of the N agents of a linear model, exact for every N. Their mean M and their departures D_i = X_i - M follow
 *
 * <pre>
 * dM   = (b + (A + B) M + G mean(theta)) dt + S mean(dW) + S0 dW0
 * dD_i = (A D_i + G (theta_i - mean(theta))) dt + S (dW_i - mean(dW))
 * </pre>
 *
 * so that Var M is 1/N of what agents do not share and all of what they do, and E D_i D_i^T is 1 - 1/N of a matrix without N. Starts and
 * marks count as drawn independently.
 *
 * @param times in the units of time of the model [T]
 * @param mean E M [T][d]
 * @param varianceOfMean Var M_j [T][d]
 * @param spread E of the sample variance (1/N) sum D_ij^2 [T][d]
 * @param gaussian whether agents are Gaussian
 */
public record LinearMoments(
        double[] times, double[][] mean, double[][] varianceOfMean, double[][] spread, boolean gaussian) {

    /** At the last time [d]. */
    public double[] terminalMean() {
        return mean[mean.length - 1];
    }

    /** At the last time [d]. */
    public double[] terminalVarianceOfMean() {
        return varianceOfMean[varianceOfMean.length - 1];
    }

    /** At the last time [d]. */
    public double[] terminalSpread() {
        return spread[spread.length - 1];
    }

    boolean finite() {
        return Arrays.stream(new double[][][] {mean, varianceOfMean, spread})
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .allMatch(Double::isFinite);
    }
}
