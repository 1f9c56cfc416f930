package io.github.murmuration.report;

import io.github.murmuration.cloud.Cloud;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Points of a cloud on paper, those farther from the eye first; points that are not finite are left out. In space they are seen from 25
 * degrees above the plane of the first two coordinates, 35 degrees from the first.
 *
 * @param points across, upwards and towards the eye [n][3]
 */
record CloudView(double[][] points) {

    private static final double AZIMUTH = Math.toRadians(35);
    private static final double ELEVATION = Math.toRadians(25);

    /** @param cloud in two or three dimensions */
    static CloudView of(Cloud cloud) {
        return new CloudView(Arrays.stream(cloud.points())
                .filter(point -> Arrays.stream(point).allMatch(Double::isFinite))
                .map(point -> point.length == 2 ? new double[] {point[0], point[1], 0} : projected(point))
                .sorted(Comparator.comparingDouble(point -> point[2]))
                .toArray(double[][]::new));
    }

    private static double[] projected(double[] point) {
        double forwards = Math.cos(AZIMUTH) * point[0] + Math.sin(AZIMUTH) * point[1];
        return new double[] {
            Math.cos(AZIMUTH) * point[1] - Math.sin(AZIMUTH) * point[0],
            Math.cos(ELEVATION) * point[2] - Math.sin(ELEVATION) * forwards,
            Math.cos(ELEVATION) * forwards + Math.sin(ELEVATION) * point[2]
        };
    }

    /** Of one coordinate on paper. */
    static Range range(Stream<CloudView> views, int coordinate) {
        return Range.of(views.flatMap(view -> Arrays.stream(view.points())).mapToDouble(point -> point[coordinate]));
    }

    /** How near the eye a point is among all: 0 to 1; 1 where all are as near. */
    double nearness(int point) {
        double farthest = points[0][2];
        double nearest = points[points.length - 1][2];
        return nearest > farthest ? (points[point][2] - farthest) / (nearest - farthest) : 1;
    }

    /** Numbers of the points, farthest first. */
    IntStream numbers() {
        return IntStream.range(0, points.length);
    }
}
