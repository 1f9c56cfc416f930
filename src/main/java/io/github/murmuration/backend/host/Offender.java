package io.github.murmuration.backend.host;

import io.github.murmuration.rng.Noise;

/** First (step, place) of a block that left the representable range, as one comparable number. */
public final class Offender {

    public static final long NONE = Long.MAX_VALUE;

    /** Magnitude of state or control from which 1024 squares could overflow float32. */
    public static final float LIMIT = 1e17f;

    private static final int BITS = 16;

    private Offender() {}

    /** @param index place of the agent within its block */
    public static long pack(int step, int index) {
        return ((long) step << BITS) + index;
    }

    /** Whether the step of one is before that of the other; NONE is after all. */
    static boolean earlier(long packed, long other) {
        return packed >> BITS < other >> BITS;
    }

    public static int step(long packed) {
        return (int) (packed >> BITS);
    }

    public static int index(long packed) {
        return (int) (packed & ((1 << BITS) - 1));
    }

    /** Whether any of the sums is NaN or infinite. */
    public static boolean in(float[] sums, int from, int to) {
        float product = 0;
        for (int s = from; s < to; s++) {
            product += sums[s] * 0f;
        }
        return product != 0;
    }

    /** First agent of a tile whose state is out of range; the tile's first one if the control alone was. */
    public static long find(int step, Block block, int tile, float[] state, int dimension) {
        for (int i = 0; i < Noise.TILE; i++) {
            boolean padding = block.label(tile * Noise.TILE + i) == Block.PADDING;
            for (int j = 0; j < dimension && !padding; j++) {
                if (!(Math.abs(state[block.run(tile, j) + i]) < LIMIT)) {
                    return pack(step, tile * Noise.TILE + i);
                }
            }
        }
        return pack(step, tile * Noise.TILE);
    }
}
