package io.github.murmuration.cloud;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;

/** Random numbers of the cloud number {@code item} of a seed, all independent. */
record CloudNoise(Stream stream, long seed, int item) {

    /** Standard normal. @param point number of the point. @param component number of its random number */
    double normal(int point, int component) {
        float[] normals = new float[Noise.ROWS];
        Noise.normals(seed, stream, Noise.column(point), item, component, new int[Noise.ROWS], normals);
        return normals[Noise.row(point)];
    }

    /** Uniform on (0, 1), a multiple of 2^-33. @param point number of the point. @param component number of its random number */
    double uniform(int point, int component) {
        int[] words = new int[Noise.ROWS];
        Noise.words(seed, stream, Noise.column(point), item, component, words);
        return (Integer.toUnsignedLong(words[Noise.row(point)]) + 0.5) * 0x1p-32;
    }

    /** Uniform on low to high. */
    double between(double low, double high, int point, int component) {
        return low + (high - low) * uniform(point, component);
    }

    /** The least k for which p_0 + ... + p_k exceeds a uniform number. @param probabilities p, of sum 1 */
    int choice(double[] probabilities, int point, int component) {
        double left = uniform(point, component);
        int chosen = 0;
        while (chosen < probabilities.length - 1 && left >= probabilities[chosen]) {
            left -= probabilities[chosen++];
        }
        return chosen;
    }
}
