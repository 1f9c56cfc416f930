package io.github.murmuration.schedule;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.density.Posterior;

/**
 * Everything of the posterior of a mixture that depends on K alone, for one step: the agent-independent part of
 * {@link Posterior}, rounded once to float32.
 *
 * <p>From K = 1e-3 on, log weights are written about h = K m, less |h|^2/(2K) which all components share:
 * -(h - K m)^2 / (2K (1 + K l)). Below it that form divides by a vanishing K, and the plain one has nothing to cancel.
 */
final class MixtureTable {

    private final GaussianMixture target;
    private final double[][] rotatedMeans;

    MixtureTable(GaussianMixture target) {
        this.target = target;
        this.rotatedMeans = target.rotatedMeans();
    }

    /** Writes log weights and component tables for precision K into the row that starts at offset. */
    void fill(double precision, RowLayout layout, float[] rows, int offset) {
        boolean centred = precision >= Posterior.CENTRED_FROM;
        for (int k = 0; k < target.components(); k++) {
            double logWeight = Math.log(target.weights()[k]);
            int at = offset + layout.table(k);
            for (int j = 0; j < target.dimension(); j++, at += RowLayout.TABLE_WIDTH) {
                double mean = rotatedMeans[k][j];
                double l = target.variances()[k][j];
                double spread = 1 + precision * l;
                logWeight -= 0.5 * Math.log(spread) + (centred ? 0 : 0.5 * precision * mean * mean / spread);
                rows[at + RowLayout.SHIFT] = (float) (centred ? precision * mean : 0);
                rows[at + RowLayout.QUADRATIC] = (float) (centred ? -0.5 / (precision * spread) : 0.5 * l / spread);
                rows[at + RowLayout.LINEAR] = (float) (centred ? 0 : mean / spread);
                rows[at + RowLayout.GAIN] = (float) (l / spread);
                rows[at + RowLayout.BASE] = (float) (centred ? mean : mean / spread);
            }
            rows[offset + layout.logWeights() + k] = (float) logWeight;
        }
    }
}
