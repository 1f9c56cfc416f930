package io.github.murmuration.report;

import io.github.murmuration.limit.Series;
import java.util.stream.IntStream;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.interpolation.AkimaSplineInterpolator;
import org.hipparchus.analysis.interpolation.LinearInterpolator;

/**
 * A known curve between the times at which it was computed: Akima's spline, which bends no further than to the second neighbour, or
 * straight lines where the times are fewer than five. How far the curve through every second time departs from it is part of the error.
 */
final class Interpolated {
    /** Fewest points of a spline. */
    private static final int FEWEST = 5;

    private Interpolated() {}

    /**
     * @param at within the times [T]
     */
    static Series at(double[] at, double[] times, Series known) {
        UnivariateFunction values = spline(times, known.values(), 1);
        UnivariateFunction coarse = spline(times, known.values(), 2);
        UnivariateFunction errors = spline(times, known.errors(), 1);
        double[] value = new double[at.length];
        double[] error = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double t = Math.min(at[i], times[times.length - 1]);
            value[i] = values.value(t);
            error[i] = Math.max(0, errors.value(t)) + Math.abs(coarse.value(t) - value[i]);
        }
        return new Series(value, error);
    }

    /** Through every so manieth point, and the last. */
    private static UnivariateFunction spline(double[] times, double[] values, int stride) {
        int last = times.length - 1;
        int[] places = IntStream.rangeClosed(0, last)
                .filter(i -> i % stride == 0 || i == last)
                .toArray();
        double[] x = IntStream.of(places).mapToDouble(i -> times[i]).toArray();
        double[] y = IntStream.of(places).mapToDouble(i -> values[i]).toArray();
        return x.length < FEWEST
                ? new LinearInterpolator().interpolate(x, y)
                : new AkimaSplineInterpolator().interpolate(x, y);
    }
}
