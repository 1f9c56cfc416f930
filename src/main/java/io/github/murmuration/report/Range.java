package io.github.murmuration.report;

import java.util.stream.DoubleStream;

/** Extent of an axis. */
record Range(double low, double high) {

    static final Range UNIT = new Range(0, 1);

    /** Of all finite values; [0, 1] when there is none. */
    static Range of(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).sorted().toArray();
        return finite.length == 0 ? UNIT : new Range(finite[0], finite[finite.length - 1]);
    }

    Range withZero() {
        return new Range(Math.min(low, 0), Math.max(high, 0));
    }

    /** Half an index more at both ends of 0..n-1. */
    static Range ofIndices(int n) {
        return new Range(-0.5, n - 0.5);
    }
}
