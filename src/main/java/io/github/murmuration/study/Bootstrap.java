package io.github.murmuration.study;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.StatUtils;

/**
 * Resampling of replicas with replacement. Efron, Tibshirani, "An Introduction to the Bootstrap", chapters 6 and 13.
 *
 * @param value of the statistic on the replicas themselves
 * @param resampled its values on resampled replicas
 */
public record Bootstrap(double value, double[] resampled) {

    public static final int RESAMPLES = 1000;

    private static final double LEVEL = 0.95;

    /** @param statistic of replicas given by their numbers, a number as often as it was drawn */
    public static Bootstrap of(int replicas, long seed, ToDoubleFunction<int[]> statistic) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] all = new int[replicas];
        Arrays.setAll(all, r -> r);
        double[] resampled = new double[RESAMPLES];
        for (int b = 0; b < RESAMPLES; b++) {
            int[] drawn = new int[replicas];
            Arrays.setAll(drawn, r -> random.nextInt(replicas));
            resampled[b] = statistic.applyAsDouble(drawn);
        }
        return new Bootstrap(statistic.applyAsDouble(all), resampled);
    }

    /**
     * Off by a Gaussian error of its own as well.
     * @param error its standard deviation
     */
    public Bootstrap blurred(double error, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] blurred = Arrays.stream(resampled)
                .map(x -> x + error * random.nextGaussian())
                .toArray();
        return new Bootstrap(value, blurred);
    }

    /** Standard error. */
    public double error() {
        return Math.sqrt(StatUtils.variance(resampled));
    }

    /** The interval of 95 % between percentiles. */
    public double[] interval() {
        double tail = 100 * (1 - LEVEL) / 2;
        return new double[] {StatUtils.percentile(resampled, tail), StatUtils.percentile(resampled, 100 - tail)};
    }
}
