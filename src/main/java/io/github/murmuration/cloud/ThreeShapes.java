package io.github.murmuration.cloud;

import io.github.murmuration.density.GaussianMixture;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Ring, line and two arcs in the plane, with probabilities 0.5, 0.3 and 0.2: each is the mixture, of equal weights, of eight Gaussians of
 * variance 0.01 in either coordinate. Centres, for k = 0, ..., 7:
 *
 * <ul>
 *   <li>ring: 1.5 (cos a, sin a), a = k pi/4
 *   <li>line: (k/2 - 7/4, 0)
 *   <li>two arcs: (-0.6, -0.3) + 1.2 (cos a, sin a), a = k pi/3, for {@code k < 4}, and their mirror images through the origin
 * </ul>
 */
public final class ThreeShapes {

    private static final int COMPONENTS = 8;
    private static final double VARIANCE = 0.01;

    private ThreeShapes() {}

    public static CloudMixture<GaussianPoints> law() {
        return new CloudMixture<>(
                new double[] {0.5, 0.3, 0.2},
                List.of(
                        points(k -> onCircle(1.5, k * Math.PI / 4)),
                        points(k -> new double[] {k / 2.0 - 1.75, 0}),
                        points(k -> k < 4 ? onArc(k, 1) : onArc(k - 4, -1))));
    }

    private static double[] onArc(int k, int side) {
        double[] point = onCircle(1.2, k * Math.PI / 3);
        return new double[] {side * (point[0] - 0.6), side * (point[1] - 0.3)};
    }

    private static double[] onCircle(double radius, double angle) {
        return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
    }

    private static GaussianPoints points(IntFunction<double[]> centre) {
        double[] weights = new double[COMPONENTS];
        double[][] centres = new double[COMPONENTS][];
        double[][] variances = new double[COMPONENTS][2];
        Arrays.fill(weights, 1.0 / COMPONENTS);
        Arrays.setAll(centres, centre);
        Arrays.stream(variances).forEach(variance -> Arrays.fill(variance, VARIANCE));
        return new GaussianPoints(new GaussianMixture(weights, centres, variances, null));
    }
}
