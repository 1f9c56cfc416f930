package io.github.murmuration.report;

import io.github.murmuration.sim.Histogram;
import java.util.Arrays;

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

    /** Its outline: up, along the top of each bin, and down to zero. */
    static Curve steps(Histogram histogram) {
        double[] density = of(histogram);
        double[] x = new double[2 * density.length + 2];
        double[] y = new double[x.length];
        for (int i = 0; i < density.length; i++) {
            y[2 * i + 1] = density[i];
            y[2 * i + 2] = density[i];
        }
        for (int i = 0; i <= density.length; i++) {
            x[2 * i] = histogram.low() + i * histogram.width();
            x[2 * i + 1] = x[2 * i];
        }
        return new Curve(x, y);
    }
}
