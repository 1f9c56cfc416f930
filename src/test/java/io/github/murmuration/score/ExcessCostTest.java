package io.github.murmuration.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.OrnsteinUhlenbeck;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExcessCostTest {

    private static final Diffusion DIFFUSION = new OrnsteinUhlenbeck(0.5, 1, 3);

    /**
     * Of N(0, C) in one coordinate, brought from eta_T to u_1 by s = -b x with b = 1.2/l^2. The variance V of the points goes as
     * dV/dt = V (1 - 2 b) + 1, and J = E(-log eta(u_1)) + int (b^2 V - 1)/2 dt; J* is the entropy of eta_T. Both by 30,000 small steps.
     */
    @Test
    void excessIsTheCostAboveTheOptimalOne() {
        double start = 0.25;
        double last = 0.05;
        int steps = 30_000;
        PointScore exact = (u, points) -> linear(points, -1 / square(u, start));
        PointScore other = (u, points) -> linear(points, -1.2 / square(u, start));
        ExcessCost excess = new ExcessCost(DIFFUSION, other, exact);
        double variance = square(3, start);
        double cost = 0;
        double h = (3 - last) / steps;
        for (int k = 0; k <= steps; k++) {
            double u = 3 - k * h;
            double root = Math.sqrt(variance);
            excess.look(u, new Cloud(new double[][] {{root}, {-root}}));
            if (k < steps) {
                double b = 1.2 / square(u - 0.5 * h, start);
                double middle = variance + 0.5 * h * (variance * (1 - 2 * 1.2 / square(u, start)) + 1);
                variance += h * (middle * (1 - 2 * b) + 1);
                cost += h * 0.5 * (b * b * middle - 1);
            }
        }
        double end = square(last, start);
        cost += 0.5 * (Math.log(2 * Math.PI * end) + variance / end);
        double optimal = 0.5 * Math.log(2 * Math.PI * Math.E * square(3, start));
        assertEquals(cost - optimal, excess.value(), 1e-6);
        assertTrue(excess.value() > 0.01);
    }

    private static double square(double u, double start) {
        return DIFFUSION.scale(u) * DIFFUSION.scale(u) * start + DIFFUSION.variance(u);
    }

    private static double[][] linear(double[][] points, double factor) {
        return Arrays.stream(points)
                .map(point -> new double[] {factor * point[0]})
                .toArray(double[][]::new);
    }
}
