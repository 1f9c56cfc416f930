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
