package io.github.murmuration.schedule;

import io.github.murmuration.density.GaussianMixture;

/**
 * Exact mean and covariance of the controlled population at some times, by the recursion of the exact transition
 * X' = alpha X + gamma + eta Y + noise xi with Y ~ target independent of the start; holds for any laws and guidance.
 *
 * @param mean E X_t [n+1][d]
 */
public record ExactMoments(double[][] mean, double[] startShare, double[] targetShare, double[] noiseVariance) {

    /** @param times {@code 0 = first < ... < last}, every break before the last among them [n+1] */
    public static ExactMoments of(
            BackwardCoefficients backward, double[] times, double[] initialMean, double[] targetMean) {
        int n = times.length - 1;
        ExactMoments moments =
                new ExactMoments(new double[n + 1][], new double[n + 1], new double[n + 1], new double[n + 1]);
        moments.mean[0] = initialMean.clone();
        moments.startShare[0] = 1;
        for (int k = 0; k < n; k++) {
            moments.advance(k, Transition.of(backward, times[k], times[k + 1]), targetMean);
        }
        return moments;
    }

    /** Cov X at time k [d][d]: startShare^2 Cov X_0 + targetShare^2 Cov Y + noiseVariance I. */
    public double[][] covariance(int k, GaussianMixture initial, GaussianMixture target) {
        double[][] start = initial.covariance();
        double[][] end = target.covariance();
        double[][] covariance = new double[start.length][start.length];
        for (int i = 0; i < start.length; i++) {
            for (int j = 0; j < start.length; j++) {
                covariance[i][j] = startShare[k] * startShare[k] * start[i][j]
                        + targetShare[k] * targetShare[k] * end[i][j]
                        + (i == j ? noiseVariance[k] : 0);
            }
        }
        return covariance;
    }

    private void advance(int k, Transition step, double[] targetMean) {
        double[] next = new double[targetMean.length];
        for (int j = 0; j < next.length; j++) {
            next[j] = step.alpha() * mean[k][j] + step.gamma()[j] + step.eta() * targetMean[j];
        }
        mean[k + 1] = next;
        startShare[k + 1] = step.alpha() * startShare[k];
        targetShare[k + 1] = step.alpha() * targetShare[k] + step.eta();
        noiseVariance[k + 1] = step.alpha() * step.alpha() * noiseVariance[k] + step.noise() * step.noise();
    }
}
