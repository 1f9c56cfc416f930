package io.github.murmuration.expression;

import java.util.Arrays;

/** A function of one place of the array that is slow to work out: the values at places that were visited lately are kept. */
final class Remembered implements Formula {

    private static final int BITS = 12;
    /** An odd number near 2^64 over the golden ratio: D. Knuth, The Art of Computer Programming 3, section 6.4. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Formula formula;
    private final int place;
    private final double[] at = new double[1 << BITS];
    private final double[] values = new double[1 << BITS];

    Remembered(Formula formula, int place) {
        this.formula = formula;
        this.place = place;
        Arrays.fill(at, Double.NaN);
    }

    @Override
    public double at(double[] all) {
        double x = all[place];
        int i = (int) (Double.doubleToRawLongBits(x) * GOLDEN >>> 64 - BITS);
        if (at[i] != x) {
            values[i] = formula.at(all);
            at[i] = x;
        }
        return values[i];
    }
}
