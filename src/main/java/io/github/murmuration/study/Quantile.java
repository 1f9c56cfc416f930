package io.github.murmuration.study;

import java.util.Arrays;

/**
 * A quantile of a sample with its 95 % confidence interval, by order statistics: ranks n q -+ 1.96 sqrt(n q (1 - q)), whatever the
 * law.
 */
public record Quantile(double value, double low, double high) {

    private static final double NORMAL_95 = 1.959964;

    /**
     * @param sorted ascending, not empty.
     * @param level q in (0, 1)
     */
    public static Quantile of(double[] sorted, double level) {
        double n = sorted.length;
        double spread = NORMAL_95 * Math.sqrt(n * level * (1 - level));
        return new Quantile(at(sorted, n * level), at(sorted, n * level - spread), at(sorted, n * level + spread));
    }

    /** The median of a sample in any order. */
    public static Quantile median(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return of(sorted, 0.5);
    }

    /** Standard error of the logarithm, from the width of the interval. */
    public double logError() {
        return (Math.log(high) - Math.log(low)) / (2 * NORMAL_95);
    }

    /** Between the order statistics around rank r, counted from 0 to n. */
    private static double at(double[] sorted, double rank) {
        double place = Math.max(0, Math.min(sorted.length - 1, rank - 0.5));
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
