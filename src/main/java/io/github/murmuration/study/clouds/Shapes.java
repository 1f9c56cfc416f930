package io.github.murmuration.study.clouds;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.cloud.CloudMixture;
import io.github.murmuration.cloud.distance.Chamfer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * New clouds of each of some shapes, which others are compared with.
 * @param clouds of one number of points [K]
 */
public record Shapes(List<Cloud> clouds) {

    /** Points that decide which shape is the nearest. */
    private static final int DECIDING = 512;

    public static Shapes of(CloudMixture<? extends CloudLaw> law, int points, long seed) {
        return new Shapes(IntStream.range(0, law.shapes().size())
                .mapToObj(k -> law.shapes().get(k).draw(points, seed, k))
                .toList());
    }

    /** The shape at the least Chamfer distance, by the first points of a cloud and of shapes. */
    public int nearest(Cloud cloud) {
        Cloud few = first(cloud);
        double[] distances = clouds.stream()
                .mapToDouble(shape -> new Chamfer().between(few, first(shape)))
                .toArray();
        int nearest = 0;
        for (int k = 1; k < distances.length; k++) {
            nearest = distances[k] < distances[nearest] ? k : nearest;
        }
        return nearest;
    }

    /** Chamfer distance of a cloud to shape k. */
    public double distance(Cloud cloud, int k) {
        return new Chamfer().between(cloud, clouds.get(k));
    }

    private static Cloud first(Cloud cloud) {
        return cloud.size() <= DECIDING ? cloud : new Cloud(Arrays.copyOf(cloud.points(), DECIDING));
    }
}
