package io.github.murmuration.sim;

import java.util.Arrays;

/**
 * Counts of two coordinates together.
 *
 * @param first coordinate, with its own bins
 * @param second coordinate, with its own bins
 * @param counts [bins of first][bins of second]
 */
public record JointHistogram(int first, int second, Histogram across, Histogram upwards, long[][] counts) {

    /** Of values of two coordinates, in bins as many for each. */
    public static JointHistogram of(int first, int second, double[][] values, int bins) {
        Histogram across = Histogram.of(values[first], bins);
        Histogram upwards = Histogram.of(values[second], bins);
        long[][] counts = new long[bins][bins];
        for (int a = 0; a < values[first].length; a++) {
            counts[across.bin(values[first][a])][upwards.bin(values[second][a])]++;
        }
        return new JointHistogram(first, second, across, upwards, counts);
    }

    /** Agents that were counted. */
    public long agents() {
        return Arrays.stream(across.counts()).sum();
    }

    /** count / (total x area) per bin [bins of first][bins of second]; NaN where no agent was counted. */
    public double[][] density() {
        double mass = agents() * across.width() * upwards.width();
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).mapToDouble(n -> n / mass).toArray())
                .toArray(double[][]::new);
    }
}
