package io.github.murmuration.ensemble;

import static io.github.murmuration.rng.Noise.COLUMNS;
import static io.github.murmuration.rng.Noise.ROWS;
import static io.github.murmuration.rng.Noise.TILE;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;

/**
 * Patterns drawn from a mixture. Pattern i of a set is a function of (seed, set, i) alone: the first p of 2p patterns are the p
 * patterns. Holds scratch: one instance per thread.
 */
public final class PatternSampler {

    private final StartTable law;
    private final long seed;
    private final float[][] normals;
    private final int[] words = new int[4];
    private final float[] four = new float[4];

    public PatternSampler(GaussianMixture law, long seed) {
        this.law = StartTable.ofMixture(law);
        this.seed = seed;
        this.normals = new float[ROWS][law.dimension()];
    }

    /** Draws p patterns of a set. */
    public PatternTable draw(int set, int patterns) {
        PatternTable table = PatternTable.allocate(patterns, law.dimension());
        for (int tile = 0; tile * TILE < patterns; tile++) {
            for (int c = 0; c < Math.min(COLUMNS, patterns - tile * TILE); c++) {
                draw(set, tile * COLUMNS + c, table, tile * TILE + c);
            }
        }
        return table;
    }

    /** The up to four patterns of a noise column: i, i + 256, i + 512 and i + 768. */
    private void draw(int set, int column, PatternTable table, int i) {
        for (int j = 0; j < law.dimension(); j++) {
            Noise.normals(seed, Stream.PATTERN, column, set, j, words, four);
            for (int row = 0; row < ROWS; row++) {
                normals[row][j] = four[row];
            }
        }
        Noise.words(seed, Stream.PATTERN_COMPONENT, column, set, 0, words);
        for (int row = 0; row < ROWS && i + row * COLUMNS < table.count(); row++) {
            int component = law.choose(words[row]);
            for (int j = 0; j < law.dimension(); j++) {
                table.set(i + row * COLUMNS, j, law.gaussian(component, j, normals[row]));
            }
        }
    }
}
