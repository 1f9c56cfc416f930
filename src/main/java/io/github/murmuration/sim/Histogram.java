package io.github.murmuration.sim;

import io.github.murmuration.ensemble.Survey;

/** Counts of equal bins [low + i width, low + (i+1) width); agents outside them are counted in the end bins. */
public record Histogram(double low, double width, long[] counts) {

    /** Standard deviations to either side of the mean that bins reach, where values do. */
    private static final double REACH = 5;

    /** Of a float32 number, the share that a bin about a single point is wide. */
    private static final double POINT = 0x1p-20;

    /** Units in the last place that other bins are wide, at least. */
    private static final double NARROWEST = 16;

    /**
     * Of values, over those within five standard deviations of their mean; a single point is in the middle of a bin. Low and width are NaN
     * where there are no values.
     */
    public static Histogram of(double[] values, int bins) {
        double sum = 0;
        double least = values.length > 0 ? values[0] : Double.NaN;
        double most = least;
        for (double value : values) {
            sum += value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double mean = sum / values.length;
        double reach = REACH * deviation(values, mean);
        double low = Math.max(least, mean - reach);
        double high = Math.min(most, mean + reach);
        double size = Math.max(Math.abs(low), Math.abs(high));
        double width = (high - low) / bins;
        if (width < NARROWEST * Math.ulp(size)) {
            width = Math.max(POINT * size, Float.MIN_NORMAL);
            low = (low + high) / 2 - (bins / 2 + 0.5) * width;
        }
        return new Histogram(low, width, new long[bins]).count(values);
    }

    private static double deviation(double[] values, double mean) {
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean);
        }
        return Math.sqrt(square / values.length);
    }

    /** Of values between two ends. */
    public static Histogram between(double low, double high, double[] values, int bins) {
        return new Histogram(low, (high - low) / bins, new long[bins]).count(values);
    }

    /** The bin that a value is counted in. */
    public int bin(double value) {
        return Survey.bin(value, low, width, counts.length);
    }

    private Histogram count(double[] values) {
        for (double value : values) {
            counts[bin(value)]++;
        }
        return this;
    }
}
