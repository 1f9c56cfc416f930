package io.github.murmuration.cloud;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;

/** Random numbers of the cloud number {@code item} of a seed, all independent. */
public record CloudNoise(Stream stream, long seed, int item) {

    /**
     * Standard normal.
     * @param point number of the point.
     * @param component number of its random number
     */
    double normal(int point, int component) {
        float[] normals = new float[Noise.ROWS];
        Noise.normals(seed, stream, Noise.column(point), item, component, new int[Noise.ROWS], normals);
        return normals[Noise.row(point)];
    }

    /** The same for points 0, ..., n - 1 and components 0, ..., d - 1, four points at a time [n][d]. */
    public float[][] normals(int n, int dimension) {
        float[][] normals = new float[n][dimension];
        int[] words = new int[Noise.ROWS];
        float[] four = new float[Noise.ROWS];
        int tiles = (n + Noise.TILE - 1) / Noise.TILE;
        for (int q = 0; q < tiles * Noise.COLUMNS; q++) {
            int first = q / Noise.COLUMNS * Noise.TILE + q % Noise.COLUMNS;
            for (int j = 0; j < dimension && first < n; j++) {
                Noise.normals(seed, stream, q, item, j, words, four);
                for (int row = 0; row < Noise.ROWS && first + row * Noise.COLUMNS < n; row++) {
                    normals[first + row * Noise.COLUMNS][j] = four[row];
                }
            }
        }
        return normals;
    }

    /**
     * Uniform on (0, 1), a multiple of 2^-33.
     * @param point number of the point.
     * @param component number of its random number
     */
    double uniform(int point, int component) {
        int[] words = new int[Noise.ROWS];
        Noise.words(seed, stream, Noise.column(point), item, component, words);
        return (Integer.toUnsignedLong(words[Noise.row(point)]) + 0.5) * 0x1p-32;
    }

    /** Uniform on low to high. */
    double between(double low, double high, int point, int component) {
        return low + (high - low) * uniform(point, component);
    }

    /**
     * The least k for which p_0 + ... + p_k exceeds a uniform number.
     * @param probabilities p, of sum 1
     */
    int choice(double[] probabilities, int point, int component) {
        double left = uniform(point, component);
        int chosen = 0;
        while (chosen < probabilities.length - 1 && left >= probabilities[chosen]) {
            left -= probabilities[chosen++];
        }
        return chosen;
    }
}
