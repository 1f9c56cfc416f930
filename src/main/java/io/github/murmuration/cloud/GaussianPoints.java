package io.github.murmuration.cloud;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.rng.Stream;

/** Independent points of one Gaussian mixture. */
public record GaussianPoints(GaussianMixture mixture) implements CloudLaw {

    @Override
    public int dimension() {
        return mixture.dimension();
    }

    @Override
    public Cloud draw(int points, long seed, int item) {
        CloudNoise noise = new CloudNoise(Stream.CLOUD_POINT, seed, item);
        double[][] drawn = new double[points][];
        for (int i = 0; i < points; i++) {
            drawn[i] = point(noise, i);
        }
        return new Cloud(drawn);
    }

    /** m_k + Q_k sqrt(l_k) xi. */
    private double[] point(CloudNoise noise, int i) {
        int d = dimension();
        int k = noise.choice(mixture.weights(), i, d);
        double[] point = mixture.means()[k].clone();
        for (int e = 0; e < d; e++) {
            double along = Math.sqrt(mixture.variances()[k][e]) * noise.normal(i, e);
            for (int j = 0; j < d; j++) {
                double direction = mixture.diagonal() ? (e == j ? 1 : 0) : mixture.rotations()[k][j][e];
                point[j] += direction * along;
            }
        }
        return point;
    }
}
