package io.github.murmuration.cloud;

/**
 * Points of R^d whose order means nothing. The array is not copied.
 *
 * @param points x [n][d], n >= 1, d = 1, 2 or 3
 */
public record Cloud(double[][] points) {

    public static final int MOST_DIMENSIONS = 3;

    /** Number of points n. */
    public int size() {
        return points.length;
    }

    /** Number of coordinates d. */
    public int dimension() {
        return points[0].length;
    }

    /** (1/n) sum_i x_i [d]. */
    public double[] mean() {
        double[] mean = new double[dimension()];
        for (double[] point : points) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += point[j] / size();
            }
        }
        return mean;
    }

    /** 1/(n - 1) sum_i (x_i - mean)^2 [d]. */
    public double[] variances() {
        double[] mean = mean();
        double[] variances = new double[mean.length];
        for (double[] point : points) {
            for (int j = 0; j < mean.length; j++) {
                variances[j] += (point[j] - mean[j]) * (point[j] - mean[j]) / (size() - 1);
            }
        }
        return variances;
    }
}
