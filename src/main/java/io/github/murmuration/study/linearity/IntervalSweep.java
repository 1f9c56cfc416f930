package io.github.murmuration.study.linearity;

import io.github.murmuration.exact.ExactMean;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.GuidancePath;
import java.util.stream.IntStream;

/**
 * Exact largest distance from the straight line of a mean that is guided by the line's points in the middle of M intervals, as M grows
 * and beta_t stays the same function of time: each interval of the protocol is cut in 1, 2, 4, ... equal parts.
 *
 * @param intervals M
 * @param distances exact, Euclidean, the largest over 40 M times
 */
record IntervalSweep(int[] intervals, double[] distances) {

    private static final int HALVINGS = 5;
    private static final int TIMES = 40;
    private static final int MOST = 4096;

    static IntervalSweep of(Protocol protocol, double[] initialMean, double[] targetMean) {
        int[] parts = IntStream.rangeClosed(0, HALVINGS)
                .map(q -> 1 << q)
                .filter(q -> q == 1 || q * protocol.intervals() <= MOST)
                .toArray();
        double[] distances = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            distances[i] = distance(refined(protocol, parts[i]), initialMean, targetMean);
        }
        int[] intervals = IntStream.of(parts).map(q -> q * protocol.intervals()).toArray();
        return new IntervalSweep(intervals, distances);
    }

    /** By the last doubling, d log distance / d log M; NaN where the mean is on the line whatever M. */
    double exponent() {
        int last = distances.length - 1;
        return Math.log(distances[last] / distances[last - 1])
                / Math.log((double) intervals[last] / intervals[last - 1]);
    }

    private static Protocol refined(Protocol protocol, int parts) {
        int intervals = protocol.intervals() * parts;
        double[] breaks = new double[intervals + 1];
        double[] beta = new double[intervals];
        for (int i = 0; i < intervals; i++) {
            double left = protocol.breaks()[i / parts];
            double right = protocol.breaks()[i / parts + 1];
            breaks[i] = left + (right - left) * (i % parts) / parts;
            beta[i] = protocol.beta()[i / parts];
        }
        breaks[intervals] = 1;
        return new Protocol(breaks, beta, protocol.guidanceShape());
    }

    private static double distance(Protocol protocol, double[] from, double[] to) {
        GuidancePath path = GuidancePath.of(new Guidance.MeanField(), protocol, from, to);
        double[] times = times(protocol.breaks());
        double[][] mean = ExactMean.of(new BackwardCoefficients(protocol, path), from, to, times);
        double largest = 0;
        for (int i = 0; i < times.length; i++) {
            double square = 0;
            for (int j = 0; j < from.length; j++) {
                double departure = mean[i][j] - (1 - times[i]) * from[j] - times[i] * to[j];
                square += departure * departure;
            }
            largest = Math.max(largest, square);
        }
        return Math.sqrt(largest);
    }

    private static double[] times(double[] breaks) {
        double[] times = new double[TIMES * (breaks.length - 1)];
        for (int i = 0; i < times.length; i++) {
            double left = breaks[i / TIMES];
            times[i] = left + (breaks[i / TIMES + 1] - left) * (i % TIMES) / TIMES;
        }
        return times;
    }
}
