package io.github.murmuration.cloud;

import io.github.murmuration.rng.Stream;

/**
 * x_i = c + N(0, s2 I) about a centre c ~ N(m 1, tau2 I) that all points have in common. Every coordinate has the covariance
 * s2 I + tau2 1 1^T over the points.
 *
 * @param mean m
 * @param centreVariance tau2 >= 0
 * @param pointVariance s2 >= 0
 */
public record ExchangeableGaussian(double mean, double centreVariance, double pointVariance, int dimension)
        implements CloudLaw {

    @Override
    public Cloud draw(int points, long seed, int item) {
        CloudNoise common = new CloudNoise(Stream.CLOUD, seed, item);
        float[][] own = new CloudNoise(Stream.CLOUD_POINT, seed, item).normals(points, dimension);
        double[][] drawn = new double[points][dimension];
        for (int j = 0; j < dimension; j++) {
            double centre = mean + Math.sqrt(centreVariance) * common.normal(0, j);
            for (int i = 0; i < points; i++) {
                drawn[i][j] = centre + Math.sqrt(pointVariance) * own[i][j];
            }
        }
        return new Cloud(drawn);
    }
}
