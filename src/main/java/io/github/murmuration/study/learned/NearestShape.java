package io.github.murmuration.study.learned;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudMixture;
import io.github.murmuration.cloud.GaussianPoints;
import io.github.murmuration.cloud.distance.Chamfer;
import io.github.murmuration.score.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far clouds are from the nearest of some shapes, by the Chamfer distance to as many new points of it.
 *
 * @param distance one value for each cloud
 * @param shares of the clouds, by their nearest shape [K]
 */
record NearestShape(Loss distance, double[] shares) {

    static NearestShape of(List<Cloud> clouds, CloudMixture<GaussianPoints> law, long seed) {
        List<Cloud> shapes = IntStream.range(0, law.shapes().size())
                .mapToObj(k -> law.shapes().get(k).draw(clouds.get(0).size(), seed, k))
                .toList();
        double[] distances = new double[clouds.size()];
        double[] shares = new double[shapes.size()];
        for (int c = 0; c < distances.length; c++) {
            double[] ofShapes = distances(clouds.get(c), shapes);
            int nearest = IntStream.range(0, ofShapes.length)
                    .reduce((k, other) -> ofShapes[other] < ofShapes[k] ? other : k)
                    .orElseThrow();
            distances[c] = ofShapes[nearest];
            shares[nearest] += 1.0 / distances.length;
        }
        return new NearestShape(new Loss(distances), shares);
    }

    private static double[] distances(Cloud cloud, List<Cloud> shapes) {
        return shapes.stream()
                .mapToDouble(shape -> new Chamfer().between(cloud, shape))
                .toArray();
    }

    /** @return mean, standard error, shares */
    double[] values() {
        double[] values = Arrays.copyOf(new double[] {distance.mean(), distance.error()}, 2 + shares.length);
        System.arraycopy(shares, 0, values, 2, shares.length);
        return values;
    }
}
