package io.github.murmuration.cloud;

import io.github.murmuration.rng.Stream;

/** Independent points, uniform by area, of a surface that is turned by a rotation [3][3] and moved to a centre [3]. */
final class PlacedSurface implements CloudLaw {

    private final Surface surface;
    private final double[][] rotation;
    private final double[] centre;

    PlacedSurface(Surface surface, double[][] rotation, double[] centre) {
        this.surface = surface;
        this.rotation = rotation;
        this.centre = centre;
    }

    @Override
    public int dimension() {
        return 3;
    }

    @Override
    public Cloud draw(int points, long seed, int item) {
        CloudNoise noise = new CloudNoise(Stream.CLOUD_POINT, seed, item);
        double[][] drawn = new double[points][];
        for (int i = 0; i < points; i++) {
            drawn[i] = placed(surface.at(noise.uniform(i, 0), noise.uniform(i, 1), noise.uniform(i, 2)));
        }
        return new Cloud(drawn);
    }

    private double[] placed(double[] point) {
        double[] placed = centre.clone();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                placed[i] += rotation[i][j] * point[j];
            }
        }
        return placed;
    }
}
