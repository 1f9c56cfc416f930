package io.github.murmuration.rng;

import io.github.murmuration.arithmetic.NarrowMath;

/**
 * Noise layout 1. Agents form tiles of 1024 = 4 rows of 256 columns; one Philox call serves the four agents of a column,
 * one word or one normal for each row.
 *
 * <pre>
 * key     = seed
 * counter = (q mod 2^32, q / 2^32 + 2^24 stream, step, component),   q = 256 tile + column
 * </pre>
 *
 * Words (w0, w1) give the normals of rows 0 and 1, (w2, w3) those of rows 2 and 3, by Box-Muller: radius from the first word,
 * angle from the second. The least uniform is 2^-32, so that no normal is beyond (64 log 2)^(1/2) = 6.66 standard deviations; of a
 * normal law 3e-11 is.
 */
public final class Noise {

    /** Written into every output; a change of it is a breaking change. */
    public static final int LAYOUT_VERSION = 1;

    public static final int COLUMNS = 256;
    public static final int ROWS = 4;
    public static final int TILE = COLUMNS * ROWS;

    /** Tiles that columns have numbers for, below 2^56. */
    public static final long MOST_TILES = 1L << 48;

    private Noise() {}

    /** Number q of the column that an agent belongs to. */
    public static long column(long agent) {
        return agent / TILE * COLUMNS + agent % COLUMNS;
    }

    /** Row of an agent within its tile: 0 to 3. */
    public static int row(long agent) {
        return (int) (agent % TILE) / COLUMNS;
    }

    /** Second word of the counter. */
    public static int counter1(Stream stream, long column) {
        return (int) (column >>> 32) + (stream.ordinal() << 24);
    }

    /**
     * The four words of a column, one per row.
     * @param words modified.
     */
    public static void words(long seed, Stream stream, long column, int step, int component, int[] words) {
        words[0] = (int) column;
        words[1] = counter1(stream, column);
        words[2] = step;
        words[3] = component;
        Philox4x32.generate(words, seed);
    }

    /**
     * The four standard normals of a column, one per row.
     * @param words scratch.
     * @param normals modified.
     */
    public static void normals(
            long seed, Stream stream, long column, int step, int component, int[] words, float[] normals) {
        words(seed, stream, column, step, component, words);
        boxMuller(words[0], words[1], normals, 0);
        boxMuller(words[2], words[3], normals, 2);
    }

    /** Uniform on (0, 1] from a word: (floor(w/2) + 1/2) / 2^31, rounded to float32. */
    public static float uniform(int word) {
        return Math.fma((float) (word >>> 1), 0x1p-31f, 0x1p-32f);
    }

    private static void boxMuller(int radiusWord, int angle, float[] normals, int at) {
        float radius = (float) Math.sqrt(NarrowMath.minusTwoLog(uniform(radiusWord)));
        float x = NarrowMath.quarterTurns(angle);
        float sine = NarrowMath.sinQuarterTurns(x);
        float cosine = NarrowMath.cosQuarterTurns(x);
        int quadrant = NarrowMath.quadrant(angle);
        float first = (quadrant & 1) == 0 ? cosine : sine;
        float second = (quadrant & 1) == 0 ? sine : cosine;
        boolean negateFirst = quadrant == 1 || quadrant == 2;
        boolean negateSecond = quadrant >= 2;
        normals[at] = radius * (negateFirst ? -first : first);
        normals[at + 1] = radius * (negateSecond ? -second : second);
    }
}
