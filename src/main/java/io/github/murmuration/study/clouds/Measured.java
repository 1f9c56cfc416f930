package io.github.murmuration.study.clouds;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.crew.Crew;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is known of some clouds, one by one.
 *
 * @param means of the points [clouds][d]
 * @param variances of the points about their mean [clouds][d]
 * @param nearest number of the nearest shape [clouds]; empty where the law has no shapes
 * @param distances to that shape [clouds]; empty where the law has no shapes
 * @param shown points of the first few clouds, the first of them
 * @param pairs of a point and a given point that were evaluated
 * @param seconds that generation took
 */
record Measured(
        double[][] means,
        double[][] variances,
        int[] nearest,
        double[] distances,
        double[][][] shown,
        double pairs,
        double seconds) {

    private static final int MOST_SHOWN = 4;
    private static final int MOST_POINTS_SHOWN = 2000;

    static Measured of(List<Cloud> clouds, Optional<Shapes> shapes, double pairs, double seconds, Crew<Object> crew) {
        int count = shapes.isPresent() ? clouds.size() : 0;
        int[] nearest = new int[count];
        double[] distances = new double[count];
        shapes.ifPresent(these -> crew.forEach(count, (none, c) -> {
            nearest[c] = these.nearest(clouds.get(c));
            distances[c] = these.distance(clouds.get(c), nearest[c]);
        }));
        return new Measured(
                clouds.stream().map(Cloud::mean).toArray(double[][]::new),
                clouds.stream().map(Cloud::variances).toArray(double[][]::new),
                nearest,
                distances,
                clouds.stream().limit(MOST_SHOWN).map(Measured::first).toArray(double[][][]::new),
                pairs,
                seconds);
    }

    /** Of one cloud after the other, as of one set. */
    static Measured joined(List<Measured> parts) {
        return new Measured(
                parts.stream().flatMap(part -> Arrays.stream(part.means)).toArray(double[][]::new),
                parts.stream().flatMap(part -> Arrays.stream(part.variances)).toArray(double[][]::new),
                parts.stream().flatMapToInt(part -> Arrays.stream(part.nearest)).toArray(),
                parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.distances))
                        .toArray(),
                parts.stream()
                        .flatMap(part -> Arrays.stream(part.shown))
                        .limit(MOST_SHOWN)
                        .toArray(double[][][]::new),
                parts.stream().mapToDouble(Measured::pairs).sum(),
                parts.stream().mapToDouble(Measured::seconds).sum());
    }

    int clouds() {
        return means.length;
    }

    List<Cloud> shownClouds() {
        List<Cloud> clouds = new ArrayList<>();
        for (double[][] points : shown) {
            clouds.add(new Cloud(points));
        }
        return clouds;
    }

    private static double[][] first(Cloud cloud) {
        return Arrays.copyOf(cloud.points(), Math.min(cloud.size(), MOST_POINTS_SHOWN));
    }
}
