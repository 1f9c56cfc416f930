package io.github.murmuration.report;

import io.github.murmuration.sim.Histogram;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** The stretch of an axis where densities are not negligible. */
record Window(double low, double high) {

    private static final double NEGLIGIBLE = 1e-3;
    private static final int POINTS = 400;

    static Window empty() {
        return new Window(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    /** Widened to the bins above a thousandth of the fullest. */
    Window cover(Histogram histogram) {
        long[] counts = histogram.counts();
        double least = NEGLIGIBLE * Arrays.stream(counts).max().orElse(0);
        int[] filled =
                IntStream.range(0, counts.length).filter(i -> counts[i] > least).toArray();
        if (filled.length == 0) {
            return this;
        }
        double left = histogram.low() + filled[0] * histogram.width();
        double right = histogram.low() + (filled[filled.length - 1] + 1) * histogram.width();
        return new Window(Math.min(low, left), Math.max(high, right));
    }

    Range range() {
        return high > low ? new Range(low, high) : Range.UNIT;
    }

    /** The function on the window. */
    Curve curve(DoubleUnaryOperator function) {
        double[] x = new double[POINTS + 1];
        for (int i = 0; i <= POINTS; i++) {
            x[i] = low + (high - low) * i / POINTS;
        }
        return new Curve(x, Arrays.stream(x).map(function).toArray());
    }
}
