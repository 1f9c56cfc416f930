package io.github.murmuration.study.chaos;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Squared Wasserstein-2 distance of equally many points: on the line by sorting; in more dimensions sliced, the mean over directions of
 * that of the projections. Bonneel, Rabin, Peyre, Pfister, J. Math. Imaging Vis. 51 (2015) 22.
 */
final class Wasserstein {

    private static final int SLICES = 32;

    private final double[][] directions;

    Wasserstein(int dimension, long seed) {
        this.directions = dimension == 1 ? new double[][] {{1}} : directions(dimension, new SplittableRandom(seed));
    }

    /**
     * Points along every direction, ascending [slices][n].
     * @param x [d][n]
     */
    double[][] sorted(float[][] x) {
        return Arrays.stream(directions).map(direction -> sorted(x, direction)).toArray(double[][]::new);
    }

    /** Of points that are sorted along the same directions. */
    static double square(double[][] x, double[][] y) {
        double sum = 0;
        for (int slice = 0; slice < x.length; slice++) {
            sum += square(x[slice], y[slice], 1) / x.length;
        }
        return sum;
    }

    /**
     * Of points on the line from a law by its quantiles, as many as points or a multiple of that.
     * @param sorted points
     */
    static double square(double[] sorted, double[] quantiles) {
        return square(sorted, quantiles, quantiles.length / sorted.length);
    }

    /** @param each of y to one of x */
    private static double square(double[] x, double[] y, int each) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double distance = x[i / each] - y[i];
            sum += distance * distance / y.length;
        }
        return sum;
    }

    private static double[] sorted(float[][] x, double[] direction) {
        double[] projected = new double[x[0].length];
        for (int j = 0; j < direction.length; j++) {
            for (int i = 0; i < projected.length; i++) {
                projected[i] += direction[j] * x[j][i];
            }
        }
        Arrays.sort(projected);
        return projected;
    }

    private static double[][] directions(int dimension, SplittableRandom random) {
        double[][] directions = new double[SLICES][dimension];
        for (double[] direction : directions) {
            double square = 0;
            for (int j = 0; j < dimension; j++) {
                direction[j] = random.nextGaussian();
                square += direction[j] * direction[j];
            }
            for (int j = 0; j < dimension; j++) {
                direction[j] /= Math.sqrt(square);
            }
        }
        return directions;
    }
}
