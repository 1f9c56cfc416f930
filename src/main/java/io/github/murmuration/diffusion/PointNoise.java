package io.github.murmuration.diffusion;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;

/** Standard normals for many points. */
record PointNoise(long seed, Stream stream) {

    /** For points 0, ..., n - 1 of a step [n][d]. */
    float[][] normals(int n, int dimension, int step) {
        float[][] normals = new float[n][dimension];
        int[] words = new int[Noise.ROWS];
        float[] four = new float[Noise.ROWS];
        int tiles = (n + Noise.TILE - 1) / Noise.TILE;
        for (int q = 0; q < tiles * Noise.COLUMNS; q++) {
            int first = q / Noise.COLUMNS * Noise.TILE + q % Noise.COLUMNS;
            for (int j = 0; j < dimension && first < n; j++) {
                Noise.normals(seed, stream, q, step, j, words, four);
                for (int row = 0; row < Noise.ROWS && first + row * Noise.COLUMNS < n; row++) {
                    normals[first + row * Noise.COLUMNS][j] = four[row];
                }
            }
        }
        return normals;
    }
}
