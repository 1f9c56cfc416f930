package io.github.murmuration.report;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Points of a line. */
record Curve(double[] x, double[] y) {

    /** More points than this show nothing more, and make vector files large. */
    private static final int MOST_POINTS = 1000;

    /** value(rows[i]) at x[i], thinned out. */
    static Curve of(double[] x, double[][] rows, ToDoubleFunction<double[]> value) {
        return new Curve(x, Arrays.stream(rows).mapToDouble(value).toArray()).thin();
    }

    Curve thin() {
        return thin(MOST_POINTS);
    }

    /** Evenly chosen points, at most {@code most} and the last one. */
    Curve thin(int most) {
        int stride = (x.length + most - 1) / most;
        int last = x.length - 1;
        return take(IntStream.range(0, x.length).filter(i -> i % stride == 0 || i == last));
    }

    /** Without points that have no value. */
    Curve finite() {
        return where(Double::isFinite);
    }

    /** log10 of the positive values; the others are left out. */
    Curve logarithm() {
        Curve positive = where(value -> Double.isFinite(value) && value > 0);
        return new Curve(positive.x, Arrays.stream(positive.y).map(Math::log10).toArray());
    }

    /** log10 of x, which is positive. */
    Curve logarithmAcross() {
        return new Curve(Arrays.stream(x).map(Math::log10).toArray(), y);
    }

    boolean isEmpty() {
        return x.length == 0;
    }

    private Curve where(DoublePredicate accepted) {
        return take(IntStream.range(0, x.length).filter(i -> accepted.test(y[i])));
    }

    private Curve take(IntStream chosen) {
        int[] indices = chosen.toArray();
        return new Curve(
                Arrays.stream(indices).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(indices).mapToDouble(i -> y[i]).toArray());
    }
}
