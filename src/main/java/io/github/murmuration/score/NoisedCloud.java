package io.github.murmuration.score;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;

/**
 * X = a X_0 + s Z.
 * @param points X [n][d].
 * @param noise Z [n][d]
 */
record NoisedCloud(double[][] points, double[][] noise) {

    /**
     * @param u noise of the diffusion.
     * @param item number of the cloud: other ones have other Z
     */
    static NoisedCloud of(Cloud cloud, Diffusion diffusion, double u, long seed, int item) {
        double[][] noise = normals(cloud.size(), cloud.dimension(), seed, item);
        double scale = diffusion.scale(u);
        double deviation = Math.sqrt(diffusion.variance(u));
        double[][] points = new double[noise.length][cloud.dimension()];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < cloud.dimension(); j++) {
                points[i][j] = scale * cloud.points()[i][j] + deviation * noise[i][j];
            }
        }
        return new NoisedCloud(points, noise);
    }

    static double[][] normals(int n, int dimension, long seed, int item) {
        int[] words = new int[Noise.ROWS];
        float[] normals = new float[Noise.ROWS];
        double[][] drawn = new double[n][dimension];
        for (int first = 0; first < n; first++) {
            if (Noise.row(first) > 0) {
                continue;
            }
            for (int j = 0; j < dimension; j++) {
                Noise.normals(seed, Stream.CLOUD_NOISE, Noise.column(first), item, j, words, normals);
                for (int row = 0, i = first; row < Noise.ROWS && i < n; row++, i += Noise.COLUMNS) {
                    drawn[i][j] = normals[row];
                }
            }
        }
        return drawn;
    }
}
