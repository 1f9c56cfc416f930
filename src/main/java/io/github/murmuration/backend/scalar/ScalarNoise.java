package io.github.murmuration.backend.scalar;

import static io.github.murmuration.rng.Noise.COLUMNS;
import static io.github.murmuration.rng.Noise.ROWS;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;

/** Noise of a tile, column by column. */
final class ScalarNoise {

    private final long seed;
    private final int[] words = new int[4];
    private final float[] four = new float[4];

    ScalarNoise(long seed) {
        this.seed = seed;
    }

    /**
     * Standard normals of a tile.
     * @param into [1024], overwritten.
     */
    void normals(Stream stream, long firstColumn, int step, int component, float[] into) {
        for (int c = 0; c < COLUMNS; c++) {
            Noise.normals(seed, stream, firstColumn + c, step, component, words, four);
            for (int row = 0; row < ROWS; row++) {
                into[row * COLUMNS + c] = four[row];
            }
        }
    }

    /**
     * Uniforms on (0, 1] of a tile.
     * @param into [1024], overwritten.
     */
    void uniforms(Stream stream, long firstColumn, int step, int component, float[] into) {
        for (int c = 0; c < COLUMNS; c++) {
            Noise.words(seed, stream, firstColumn + c, step, component, words);
            for (int row = 0; row < ROWS; row++) {
                into[row * COLUMNS + c] = Noise.uniform(words[row]);
            }
        }
    }
}
