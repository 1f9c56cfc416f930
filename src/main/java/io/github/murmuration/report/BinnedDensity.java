package io.github.murmuration.report;

import io.github.murmuration.sim.Histogram;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** A histogram as a density. */
final class BinnedDensity {

    /** More than this show nothing more, and make vector files large. */
    private static final int MOST_BINS = 1000;

    private BinnedDensity() {}

    /** Neighbouring bins as one, as many as leave no more than a figure can show; the last of them may reach beyond the old ones. */
    static Histogram merged(Histogram histogram) {
        long[] counts = histogram.counts();
        int together = (counts.length + MOST_BINS - 1) / MOST_BINS;
        long[] merged = new long[(counts.length + together - 1) / together];
        for (int i = 0; i < counts.length; i++) {
            merged[i / together] += counts[i];
        }
        return new Histogram(histogram.low(), together * histogram.width(), merged);
    }

    /** count / (total x width) per bin. */
    static double[] of(Histogram histogram) {
        double mass = Arrays.stream(histogram.counts()).sum() * histogram.width();
        return Arrays.stream(histogram.counts()).mapToDouble(n -> n / mass).toArray();
    }

    /**
     * Mean density of a law per bin.
     * @param below {@code P(X <= x)}
     */
    static double[] of(Histogram histogram, DoubleUnaryOperator below) {
        double[] density = new double[histogram.counts().length];
        for (int i = 0; i < density.length; i++) {
            double left = histogram.low() + i * histogram.width();
            double right = histogram.low() + (i + 1) * histogram.width();
            density[i] = (below.applyAsDouble(right) - below.applyAsDouble(left)) / histogram.width();
        }
        return density;
    }

    /** Left ends of bins with their densities, and the right end of the last with 0. */
    static Curve steps(Histogram histogram) {
        double[] density = of(histogram);
        Curve steps = edges(histogram);
        System.arraycopy(density, 0, steps.y(), 0, density.length);
        return steps;
    }

    /** Ends of bins, with 0. */
    static Curve edges(Histogram histogram) {
        double[] x = new double[histogram.counts().length + 1];
        Arrays.setAll(x, i -> histogram.low() + i * histogram.width());
        return new Curve(x, new double[x.length]);
    }

    /** Whole bins, without the outer ones that together hold less than a share at either end; NaN where no agent was counted. */
    static Range inner(Histogram histogram, double share) {
        double left = share * Arrays.stream(histogram.counts()).sum();
        int first = 0;
        int end = histogram.counts().length;
        for (long sum = histogram.counts()[0];
                sum <= left && first + 1 < end;
                sum += histogram.counts()[first]) {
            first++;
        }
        for (long sum = histogram.counts()[end - 1];
                sum <= left && end - 1 > first;
                sum += histogram.counts()[end - 1]) {
            end--;
        }
        return new Range(histogram.low() + first * histogram.width(), histogram.low() + end * histogram.width());
    }
}
