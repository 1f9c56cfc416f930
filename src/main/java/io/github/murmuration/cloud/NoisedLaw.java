package io.github.murmuration.cloud;

import io.github.murmuration.rng.Stream;

/**
 * The law of a X + s Z: clouds X of a law, Z standard normal and independent for every point.
 *
 * @param scale a
 * @param deviation s >= 0
 */
public record NoisedLaw(CloudLaw law, double scale, double deviation) implements CloudLaw {

    @Override
    public int dimension() {
        return law.dimension();
    }

    @Override
    public Cloud draw(int points, long seed, int item) {
        Cloud cloud = law.draw(points, seed, item);
        float[][] normals = new CloudNoise(Stream.CLOUD_NOISE, seed, item).normals(points, dimension());
        double[][] noised = new double[points][dimension()];
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < dimension(); j++) {
                noised[i][j] = scale * cloud.points()[i][j] + deviation * normals[i][j];
            }
        }
        return new Cloud(noised);
    }
}
