package io.github.murmuration.cloud;

import io.github.murmuration.rng.Stream;
import java.util.List;

/**
 * Surfaces in space, one to a cloud: its kind is one of the list with equal probability, its size L uniform from 0.7 to 1.3, its centre
 * N(0, 0.04 I), its orientation uniform, and its points independent and uniform by area.
 *
 * @param kinds at least one
 */
public record SurfaceFamily(List<SurfaceKind> kinds) implements CloudLaw {

    private static final double LEAST_SIZE = 0.7;
    private static final double GREATEST_SIZE = 1.3;
    private static final double CENTRE_DEVIATION = 0.2;

    @Override
    public int dimension() {
        return 3;
    }

    @Override
    public Cloud draw(int points, long seed, int item) {
        return member(seed, item).draw(points, seed, item);
    }

    /** The surface of a cloud as a law: new points of it are drawn with other seeds or items. */
    public CloudLaw member(long seed, int item) {
        CloudNoise noise = new CloudNoise(Stream.CLOUD, seed, item);
        SurfaceKind kind = kinds.get((int) (noise.uniform(0, 0) * kinds.size()));
        double[] centre = new double[3];
        for (int j = 0; j < 3; j++) {
            centre[j] = CENTRE_DEVIATION * noise.normal(0, 1 + j);
        }
        double size = noise.between(LEAST_SIZE, GREATEST_SIZE, 0, 4);
        return new PlacedSurface(kind.draw(size, noise, 9), rotation(noise, 5), centre);
    }

    /** Uniform on SO(3): that of a normal quaternion (a, b, c, d), Shoemake, Graphics Gems III, 1992. */
    private static double[][] rotation(CloudNoise noise, int component) {
        double a = noise.normal(0, component);
        double b = noise.normal(0, component + 1);
        double c = noise.normal(0, component + 2);
        double d = noise.normal(0, component + 3);
        double twice = 2 / (a * a + b * b + c * c + d * d);
        return new double[][] {
            {1 - twice * (c * c + d * d), twice * (b * c - a * d), twice * (b * d + a * c)},
            {twice * (b * c + a * d), 1 - twice * (b * b + d * d), twice * (c * d - a * b)},
            {twice * (b * d - a * c), twice * (c * d + a * b), 1 - twice * (b * b + c * c)}
        };
    }
}
