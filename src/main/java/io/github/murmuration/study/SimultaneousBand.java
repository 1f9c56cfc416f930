package io.github.murmuration.study;

import io.github.murmuration.crew.Crew;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;

/**
 * A confidence band about the mean of replicas of a curve, simultaneous over its points: mean -+ critical error. The critical value is
 * the 95 % quantile of max over points of |t|, by a parametric bootstrap: as many Gaussian curves as there are replicas, with the
 * replicas' own covariance, studentised by their own spread. So at every single point it is Student's t of R - 1 degrees of freedom, and
 * between points the correlation is that of the replicas. Source: Efron, Tibshirani, "An Introduction to the Bootstrap", section 6.5.
 *
 * @param mean [points]
 * @param error standard error [points]
 */
public record SimultaneousBand(double[] mean, double[] error, double critical) {

    public static final double LEVEL = 0.95;

    private static final int CURVES = 1000;

    /** Below the resolution of float32 states a spread cannot be distinguished from rounding. */
    private static final double RESOLUTION = 0x1p-23;

    /**
     * @param replicas [R][points], R at least 2.
     * @param scale of the states that the curves were taken from
     */
    public static SimultaneousBand of(double[][] replicas, double scale, long seed, Crew<?> crew) {
        SimultaneousBand points = pointwise(replicas, scale);
        double[] mean = points.mean();
        double[] largest = new double[CURVES];
        crew.forEach(CURVES, (own, b) -> {
            largest[b] = largest(replicas, mean, RESOLUTION * scale, new SplittableRandom(seed + b));
        });
        return new SimultaneousBand(mean, points.error(), StatUtils.percentile(largest, 100 * LEVEL));
    }

    /** Means and standard errors point by point, without a critical value. Arguments as of {@link #of}. */
    public static SimultaneousBand pointwise(double[][] replicas, double scale) {
        double[] mean = mean(replicas);
        return new SimultaneousBand(mean, error(replicas, mean, RESOLUTION * scale), Double.NaN);
    }

    /** The largest |mean - expected| in standard errors. */
    public double largest(double[] expected) {
        return IntStream.range(0, mean.length)
                .mapToDouble(i -> Math.abs(mean[i] - expected[i]) / error[i])
                .max()
                .orElseThrow();
    }

    public boolean contains(double[] expected) {
        return largest(expected) <= critical;
    }

    private static double[] mean(double[][] replicas) {
        double[] mean = new double[replicas[0].length];
        for (double[] replica : replicas) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += replica[i] / replicas.length;
            }
        }
        return mean;
    }

    private static double[] error(double[][] replicas, double[] mean, double least) {
        double[] squares = new double[mean.length];
        for (double[] replica : replicas) {
            for (int i = 0; i < mean.length; i++) {
                squares[i] += (replica[i] - mean[i]) * (replica[i] - mean[i]);
            }
        }
        double count = replicas.length;
        return Arrays.stream(squares)
                .map(square -> Math.max(least, Math.sqrt(square / (count - 1) / count)))
                .toArray();
    }

    /** max |t| of as many curves sum_r g_r (replica_r - mean) / sqrt(R - 1), g standard normal, as there are replicas. */
    private static double largest(double[][] replicas, double[] mean, double least, SplittableRandom random) {
        double[][] drawn = new double[replicas.length][mean.length];
        for (double[] curve : drawn) {
            for (double[] replica : replicas) {
                double g = normal(random) / Math.sqrt(replicas.length - 1.0);
                for (int i = 0; i < curve.length; i++) {
                    curve[i] += g * (replica[i] - mean[i]);
                }
            }
        }
        double[] centre = mean(drawn);
        return new SimultaneousBand(centre, error(drawn, centre, least), 0).largest(new double[mean.length]);
    }

    /** By Box and Muller. */
    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
