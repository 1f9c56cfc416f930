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

    /** Left ends of bins with their densities, and the right end of the last with 0. */
    static Curve steps(Histogram histogram) {
        double[] density = Arrays.copyOf(of(histogram), histogram.counts().length + 1);
        double[] x = new double[density.length];
        Arrays.setAll(x, i -> histogram.low() + i * histogram.width());
        return new Curve(x, density);
    }
}
