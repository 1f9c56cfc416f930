package io.github.murmuration.cloud;

import io.github.murmuration.rng.Stream;

/**
 * Independent points of the density (1/n) sum_m N(x; y_m, h^2 I) about the points y of a given cloud.
 *
 * @param cloud y [n][d]
 * @param bandwidth h >= 0
 */
public record SmoothedCloud(Cloud cloud, double bandwidth) implements CloudLaw {

    @Override
    public int dimension() {
        return cloud.dimension();
    }

    @Override
    public Cloud draw(int points, long seed, int item) {
        CloudNoise noise = new CloudNoise(Stream.CLOUD_POINT, seed, item);
        double[][] drawn = new double[points][];
        for (int i = 0; i < points; i++) {
            int m = (int) (noise.uniform(i, dimension()) * cloud.size());
            drawn[i] = cloud.points()[m].clone();
            for (int j = 0; j < dimension(); j++) {
                drawn[i][j] += bandwidth * noise.normal(i, j);
            }
        }
        return new Cloud(drawn);
    }
}
