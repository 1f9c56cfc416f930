package io.github.murmuration.study.path;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import java.util.Arrays;

/**
 * Brownian bridges between a pattern, each with the same probability, at tau = 0 and an end at tau = B.
 *
 * @param horizon B
 * @param end mean of the ends [d]
 * @param variance of the ends in every coordinate, at least 0
 */
record Interpolation(PatternTable patterns, double horizon, double[] end, double variance) {

    /** Mixture of N((1 - tau/B) y_mu + (tau/B) m, tau (B - tau)/B + (tau/B)^2 v). */
    GaussianMixture law(double tau) {
        double share = tau / horizon;
        double[] spread = new double[end.length];
        Arrays.fill(spread, tau * (1 - share) + share * share * variance);
        double[] weights = new double[patterns.count()];
        double[][] means = new double[weights.length][end.length];
        double[][] variances = new double[weights.length][];
        Arrays.fill(weights, 1.0 / weights.length);
        Arrays.fill(variances, spread);
        for (int mu = 0; mu < weights.length; mu++) {
            for (int j = 0; j < end.length; j++) {
                means[mu][j] = (1 - share) * patterns.get(mu, j) + share * end[j];
            }
        }
        return new GaussianMixture(weights, means, variances, null);
    }

    /** Coordinates of a pattern for each path, drawn with the same probability for all [n][d]. */
    double[] draw(BackwardPaths paths) {
        int[] words = new int[Noise.ROWS];
        double[] rows = new double[paths.count() * end.length];
        for (int i = 0; i < paths.count(); i++) {
            long number = paths.first() + i;
            Noise.words(paths.seed(), Stream.PATTERN_CHOICE, Noise.column(number), 0, 0, words);
            long word = Integer.toUnsignedLong(words[Noise.row(number)]);
            for (int j = 0; j < end.length; j++) {
                rows[i * end.length + j] = patterns.get((int) (word * patterns.count() >>> 32), j);
            }
        }
        return rows;
    }
}
