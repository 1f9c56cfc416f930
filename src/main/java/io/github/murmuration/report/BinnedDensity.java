package io.github.murmuration.report;

import io.github.murmuration.sim.Histogram;
import java.util.Arrays;

/** A histogram as a density. */
final class BinnedDensity {

    private BinnedDensity() {}

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
