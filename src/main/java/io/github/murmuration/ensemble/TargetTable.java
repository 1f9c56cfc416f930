package io.github.murmuration.ensemble;

import io.github.murmuration.density.GaussianMixture;

/**
 * What of the target does not change from step to step, in float32.
 *
 * @param rotations eigenvectors in columns [C][d][d], flattened; empty when every covariance is diagonal
 */
public record TargetTable(int dimension, int components, float[] rotations) {

    public static TargetTable of(GaussianMixture target) {
        return new TargetTable(target.dimension(), target.components(), rotations(target));
    }

    public boolean diagonal() {
        return rotations.length == 0;
    }

    private static float[] rotations(GaussianMixture target) {
        if (target.diagonal()) {
            return new float[0];
        }
        int d = target.dimension();
        float[] rotations = new float[target.components() * d * d];
        int at = 0;
        for (double[][] q : target.rotations()) {
            for (double[] row : q) {
                for (double value : row) {
                    rotations[at++] = (float) value;
                }
            }
        }
        return rotations;
    }
}
