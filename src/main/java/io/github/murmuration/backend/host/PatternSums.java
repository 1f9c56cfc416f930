package io.github.murmuration.backend.host;

import io.github.murmuration.arithmetic.NarrowMath;

/** Sums over patterns relative to the nearest one, (least, sum w, sum w y [d]), and how two of them combine. */
final class PatternSums {

    static final int LEAST = 0;
    static final int TOTAL = 1;
    static final int MOMENTS = 2;

    private PatternSums() {}

    static int size(int dimension) {
        return MOMENTS + dimension;
    }

    /**
     * Puts the sums of some centres [count][size] where no sums are yet, or adds them.
     *
     * @param from of each centre
     * @param first whether none are there
     * @param into modified from position at on
     */
    static void collect(float[] from, boolean first, float[] into, int at, int count, int size, float precision) {
        if (first) {
            System.arraycopy(from, 0, into, at, count * size);
            return;
        }
        for (int i = 0; i < count; i++) {
            add(into, at + i * size, from, i * size, size, precision);
        }
    }

    /**
     * Adds the sums at position from to those at position at, relative to the smaller least.
     * @param into modified.
     */
    static void add(float[] into, int at, float[] sums, int from, int size, float precision) {
        float difference = sums[from + LEAST] - into[at + LEAST];
        float scale = NarrowMath.decay(Math.abs(difference) * (-0.5f * precision));
        float keep = difference < 0 ? scale : 1f;
        float take = difference < 0 ? 1f : scale;
        into[at + LEAST] = Math.min(into[at + LEAST], sums[from + LEAST]);
        for (int s = TOTAL; s < size; s++) {
            into[at + s] = Math.fma(into[at + s], keep, take * sums[from + s]);
        }
    }
}
