package io.github.murmuration.cloud.distance;

import io.github.murmuration.cloud.Cloud;
import java.util.Arrays;

/**
 * Sliced W2 of clouds of as many points in the plane: the root of the mean, over directions theta, of the squared W2 distance of the
 * projections, which pairs them in their order,
 *
 * <pre>SW^2 = mean_theta (1/n) sum_i (theta.x_(i) - theta.y_(i))^2</pre>
 *
 * over directions that are evenly spaced. Rabin et al., "Wasserstein barycenter and its application to texture mixing", 2011.
 */
public record SlicedWasserstein(int directions) implements CloudDistance {

    @Override
    public double between(Cloud x, Cloud y) {
        double sum = 0;
        for (int m = 0; m < directions; m++) {
            double angle = Math.PI * (m + 0.5) / directions;
            double[] ofX = projections(x, angle);
            double[] ofY = projections(y, angle);
            for (int i = 0; i < ofX.length; i++) {
                sum += (ofX[i] - ofY[i]) * (ofX[i] - ofY[i]) / ofX.length;
            }
        }
        return Math.sqrt(sum / directions);
    }

    private static double[] projections(Cloud cloud, double angle) {
        return Arrays.stream(cloud.points())
                .mapToDouble(point -> Math.cos(angle) * point[0] + Math.sin(angle) * point[1])
                .sorted()
                .toArray();
    }
}
