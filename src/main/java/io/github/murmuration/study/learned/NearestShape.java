package io.github.murmuration.study.learned;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudMixture;
import io.github.murmuration.cloud.GaussianPoints;
import io.github.murmuration.score.Loss;
import io.github.murmuration.study.clouds.Shapes;
import java.util.Arrays;
import java.util.List;

/**
 * How far clouds are from the nearest of some shapes, by the Chamfer distance to as many new points of it.
 *
 * @param distance one value for each cloud
 * @param shares of the clouds, by their nearest shape [K]
 */
record NearestShape(Loss distance, double[] shares) {

    static NearestShape of(List<Cloud> clouds, CloudMixture<GaussianPoints> law, long seed) {
        Shapes shapes = Shapes.of(law, clouds.get(0).size(), seed);
        double[] distances = new double[clouds.size()];
        double[] shares = new double[shapes.clouds().size()];
        for (int c = 0; c < distances.length; c++) {
            int nearest = shapes.nearest(clouds.get(c));
            distances[c] = shapes.distance(clouds.get(c), nearest);
            shares[nearest] += 1.0 / distances.length;
        }
        return new NearestShape(new Loss(distances), shares);
    }

    /** @return mean, standard error, shares */
    double[] values() {
        double[] values = Arrays.copyOf(new double[] {distance.mean(), distance.error()}, 2 + shares.length);
        System.arraycopy(shares, 0, values, 2, shares.length);
        return values;
    }
}
