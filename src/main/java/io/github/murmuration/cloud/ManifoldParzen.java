package io.github.murmuration.cloud;

import io.github.murmuration.density.SymmetricEigen;
import io.github.murmuration.rng.Stream;

/**
 * The density of n given points y along the surface or the line that they lie on,
 *
 * <pre>sum_m p_m N(x; y_m, C_m),   p_m ~ g_m(W)/g_m(w),   g_m(w) = sum_j exp(-|y_j - y_m|^2/(2 w^2))</pre>
 *
 * where C_m is the covariance of the points with the weights of g_m(w), and w = 1.5 and W = 4 times the root mean square distance of a
 * point from the nearest other one: where points are dense as seen with w, but not as seen with W, that is by chance, and each weighs
 * less. Vincent, Bengio, "Manifold Parzen windows", NIPS 15 (2002), with equal p_m. It takes n^2 distances.
 */
public final class ManifoldParzen {

    private static final double NARROW = 1.5;
    private static final double WIDE = 4;

    private final double[][] points;
    private final int dimension;
    private final double spacing;

    /** p_0 + ... + p_m, but for a factor [n]. */
    private final double[] shares;

    private final SymmetricEigen[] covariances;

    private ManifoldParzen(Cloud given, double spacing) {
        this.points = given.points();
        this.dimension = given.dimension();
        this.spacing = spacing;
        this.shares = new double[points.length];
        this.covariances = new SymmetricEigen[points.length];
        double sum = 0;
        for (int m = 0; m < points.length; m++) {
            sum += see(points[m], m);
            shares[m] = sum;
        }
    }

    /**
     * k n points of the density about n given ones, as many about each as its share, to one.
     *
     * @param times k; with 1, and where all given points are one, they are returned as they are
     * @param item number of the cloud: others have other points
     */
    public static Cloud upsampled(Cloud given, int times, int item) {
        double spacing = spacing(given.points());
        return times == 1 || spacing == 0 ? given : new ManifoldParzen(given, spacing).sample(times, item);
    }

    /** Root mean square distance to the nearest other point; 0 for one point. */
    private static double spacing(double[][] points) {
        double sum = 0;
        for (double[] point : points) {
            double nearest = Double.POSITIVE_INFINITY;
            for (double[] other : points) {
                nearest = other == point ? nearest : Math.min(nearest, square(point, other));
            }
            sum += nearest;
        }
        return points.length == 1 ? 0 : Math.sqrt(sum / points.length);
    }

    private static double square(double[] x, double[] y) {
        double square = 0;
        for (int j = 0; j < x.length; j++) {
            square += (x[j] - y[j]) * (x[j] - y[j]);
        }
        return square;
    }

    /**
     * Sets C_m.
     * @return g_m(W)/g_m(w)
     */
    private double see(double[] centre, int m) {
        double narrow = 0;
        double wide = 0;
        double[] mean = new double[dimension];
        double[][] squares = new double[dimension][dimension];
        for (double[] point : points) {
            double square = square(point, centre);
            double weight = weight(square, NARROW);
            narrow += weight;
            wide += weight(square, WIDE);
            if (weight > 0) {
                add(weight, point, centre, mean, squares);
            }
        }
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                squares[i][j] = squares[i][j] / narrow - mean[i] / narrow * (mean[j] / narrow);
            }
        }
        covariances[m] = SymmetricEigen.of(squares);
        return wide / narrow;
    }

    private static void add(double weight, double[] point, double[] centre, double[] mean, double[][] squares) {
        for (int i = 0; i < mean.length; i++) {
            double along = weight * (point[i] - centre[i]);
            mean[i] += along;
            for (int j = 0; j < mean.length; j++) {
                squares[i][j] += along * (point[j] - centre[j]);
            }
        }
    }

    /** exp(-r^2/(2 w^2)); 0 where it is less than 1e-8. */
    private double weight(double square, double widths) {
        double exponent = square / (2 * Math.pow(widths * spacing, 2));
        return exponent < 18 ? StrictMath.exp(-exponent) : 0;
    }

    /** Systematic: evenly spaced shares from a random one, so that numbers of points differ from expected ones by less than one. */
    private Cloud sample(int times, int item) {
        CloudNoise noise = new CloudNoise(Stream.UPSAMPLED, 0, item);
        double[][] drawn = new double[times * points.length][];
        float[][] normals = noise.normals(drawn.length, dimension);
        double step = shares[points.length - 1] / drawn.length;
        double at = step * noise.uniform(0, dimension);
        int m = 0;
        for (int i = 0; i < drawn.length; i++) {
            while (m < points.length - 1 && at + i * step >= shares[m]) {
                m++;
            }
            drawn[i] = about(m, normals[i]);
        }
        return new Cloud(drawn);
    }

    /** y_m + sum_e sqrt(l_e) z_e v_e, with the eigenvalues l and eigenvectors v of C_m. */
    private double[] about(int m, float[] normals) {
        double[] point = points[m].clone();
        for (int e = 0; e < dimension; e++) {
            double along = Math.sqrt(covariances[m].values()[e]) * normals[e];
            for (int j = 0; j < dimension; j++) {
                point[j] += covariances[m].vectors()[j][e] * along;
            }
        }
        return point;
    }
}
