package io.github.murmuration.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
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

    /** Evenly chosen points, at most {@code most}, the last one, and breaks. */
    Curve thin(int most) {
        int stride = (x.length + most - 1) / most;
        int last = x.length - 1;
        return take(IntStream.range(0, x.length).filter(i -> i % stride == 0 || i == last || Double.isNaN(y[i])));
    }

    /** Without points that have no value. */
    Curve finite() {
        return where(Double::isFinite);
    }

    /** Without points whose value is not positive. */
    Curve positive() {
        return where(value -> Double.isFinite(value) && value > 0);
    }

    /** log10 of the values; minus infinity of those that are not positive. */
    Curve logarithm() {
        return new Curve(
                x, Arrays.stream(y).map(value -> Math.log10(Math.max(value, 0))).toArray());
    }

    /** Every value further up by its own distance. */
    Curve shifted(double[] distance, double sign) {
        return new Curve(
                x,
                IntStream.range(0, y.length)
                        .mapToDouble(i -> y[i] + sign * distance[i])
                        .toArray());
    }

    /** The points at which another number is positive. */
    Curve wherePositive(double[] numbers) {
        return take(IntStream.range(0, x.length).filter(i -> numbers[i] > 0));
    }

    /** The points of both. */
    Curve and(Curve other) {
        return new Curve(
                DoubleStream.concat(Arrays.stream(x), Arrays.stream(other.x)).toArray(),
                DoubleStream.concat(Arrays.stream(y), Arrays.stream(other.y)).toArray());
    }

    /** log10 of x, which is positive. */
    Curve logarithmAcross() {
        return new Curve(Arrays.stream(x).map(Math::log10).toArray(), y);
    }

    /** Straight between the points, 0 outside; x increases. */
    DoubleUnaryOperator interpolation() {
        return at -> {
            int found = Arrays.binarySearch(x, at);
            if (found >= 0) {
                return y[found];
            }
            int right = -found - 1;
            return right == 0 || right == x.length
                    ? 0
                    : y[right - 1] + (y[right] - y[right - 1]) * (at - x[right - 1]) / (x[right] - x[right - 1]);
        };
    }

    /** From left to right. */
    Curve sorted() {
        return take(IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(i -> i));
    }

    /** Whether every point is to the right of the one before. */
    boolean increases() {
        return IntStream.range(1, x.length).allMatch(i -> x[i] > x[i - 1]);
    }

    /** Values that are not finite as breaks; none at the ends. */
    Curve broken() {
        int from = 0;
        int to = x.length;
        while (from < to && !Double.isFinite(y[from])) {
            from++;
        }
        while (to > from && !Double.isFinite(y[to - 1])) {
            to--;
        }
        Curve inner = take(IntStream.range(from, to));
        return new Curve(
                inner.x,
                Arrays.stream(inner.y)
                        .map(value -> Double.isFinite(value) ? value : Double.NaN)
                        .toArray());
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
