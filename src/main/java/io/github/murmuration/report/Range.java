package io.github.murmuration.report;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Extent of an axis. */
record Range(double low, double high) {

    private static final double STEPS = 8;

    static final Range UNIT = new Range(0, 1);

    /** Of all finite values; [0, 1] when there is none. */
    static Range of(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).sorted().toArray();
        return finite.length == 0 ? UNIT : new Range(finite[0], finite[finite.length - 1]);
    }

    /** Of one coordinate of all curves. */
    static Range of(Collection<Curve> curves, Function<Curve, double[]> coordinate) {
        return of(curves.stream().map(coordinate).flatMapToDouble(DoubleStream::of));
    }

    /** Widened to multiples of a step of 1, 2 or 5 times a power of ten, about eight of which fill it. */
    Range rounded() {
        double step = step(high > low ? high - low : Math.max(Math.abs(high), 1));
        return new Range(step * Math.floor(low / step), step * Math.ceil(high / step + (high > low ? 0 : 1e-9)));
    }

    Range withZero() {
        return new Range(Math.min(low, 0), Math.max(high, 0));
    }

    /** Widened to whole powers of ten, for positive values. */
    Range decades() {
        double first = Math.floor(Math.log10(low));
        double last = Math.max(Math.ceil(Math.log10(high)), first + 1);
        return new Range(Math.pow(10, first), Math.pow(10, last));
    }

    private static double step(double span) {
        double raw = span / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double digit = raw / power;
        return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
    }
}
