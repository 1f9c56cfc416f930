package io.github.murmuration.report;

import io.github.murmuration.density.Marginal;
import io.github.murmuration.sim.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Laws on the line at some times.
 *
 * @param times increasing [T]
 * @param below {@code P(X <= x)} at each time [T]; 0 everywhere where no agent is left
 */
record TimeDensity(double[] times, List<DoubleUnaryOperator> below) {

    /** Of counts, spread evenly within each bin. */
    static TimeDensity counted(double[] times, List<Histogram> histograms) {
        return new TimeDensity(
                times, histograms.stream().map(TimeDensity::below).toList());
    }

    /** Of laws. */
    static TimeDensity known(double[] times, List<Marginal> laws) {
        return new TimeDensity(
                times, laws.stream().<DoubleUnaryOperator>map(law -> law::below).toList());
    }

    /** Of densities that are straight between their points and 0 beyond them. */
    static TimeDensity interpolated(double[] times, List<Curve> densities) {
        return new TimeDensity(
                times,
                densities.stream()
                        .map(TimeDensity::integral)
                        .map(TimeDensity::continued)
                        .toList());
    }

    private static DoubleUnaryOperator below(Histogram histogram) {
        double agents = Arrays.stream(histogram.counts()).sum();
        if (agents == 0) {
            return x -> 0;
        }
        Curve sums = BinnedDensity.edges(histogram);
        for (int i = 1; i < sums.x().length; i++) {
            sums.y()[i] = sums.y()[i - 1] + histogram.counts()[i - 1] / agents;
        }
        return continued(sums);
    }

    /** By the trapezoidal rule. */
    private static Curve integral(Curve density) {
        double[] sums = new double[density.x().length];
        for (int i = 1; i < sums.length; i++) {
            double width = density.x()[i] - density.x()[i - 1];
            sums[i] = sums[i - 1] + width * (density.y()[i] + density.y()[i - 1]) / 2;
        }
        return new Curve(density.x(), sums);
    }

    /** A sum that stays what it is beyond its ends. */
    private static DoubleUnaryOperator continued(Curve sums) {
        int last = sums.x().length - 1;
        DoubleUnaryOperator inside = sums.interpolation();
        return x -> x >= sums.x()[last] ? sums.y()[last] : inside.applyAsDouble(x);
    }

    /**
     * Mean densities of cells, from the lowest states up [upwards][across]; each cell is of the nearest time.
     * @param time from the first to the last cell.
     * @param state from the first to the last cell
     */
    double[][] cells(Range time, Range state, int across, int upwards) {
        double[][] cells = new double[upwards][across];
        double height = (state.high() - state.low()) / upwards;
        for (int c = 0; c < across; c++) {
            DoubleUnaryOperator law = below.get(nearest(time.low() + (c + 0.5) * (time.high() - time.low()) / across));
            double before = law.applyAsDouble(state.low());
            for (int r = 0; r < upwards; r++) {
                double after = law.applyAsDouble(state.low() + (r + 1) * height);
                cells[r][c] = (after - before) / height;
                before = after;
            }
        }
        return cells;
    }

    private int nearest(double t) {
        int k = 0;
        while (k + 1 < times.length && Math.abs(times[k + 1] - t) <= Math.abs(times[k] - t)) {
            k++;
        }
        return k;
    }
}
