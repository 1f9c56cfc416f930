package io.github.murmuration.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every point lies on its surface, and means by area are those of the surface; midpoint sums over the parameters. */
@Tag("analytic")
class SurfaceTest {

    private static final int GRID = 120;

    /** Its multiples fill the third parameter evenly. */
    private static final double GOLDEN = 0.618033988749895;

    @Test
    void sphere() {
        Surface sphere = new SphereSurface(2);
        onSurface(sphere, x -> Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]), 2);
        for (int j = 0; j < 3; j++) {
            int axis = j;
            assertEquals(4.0 / 3, mean(sphere, x -> x[axis] * x[axis]), 1e-3);
            assertEquals(0, mean(sphere, x -> x[axis]), 1e-12);
        }
    }

    /** rho = R + r cos a has weight rho: E rho = R + r^2/(2R), and E z^2 = r^2/2. */
    @Test
    void torus() {
        Surface torus = new TubeSurface(2, 0, 1, 0.9);
        onSurface(torus, x -> Math.hypot(Math.hypot(x[0], x[1]) - 2, x[2]), 0.9);
        assertEquals(2 + 0.81 / 4, mean(torus, x -> Math.hypot(x[0], x[1])), 1e-3);
        assertEquals(0.405, mean(torus, x -> x[2] * x[2]), 1e-3);
        assertEquals(0, mean(torus, x -> x[0]), 1e-12);
    }

    /**
     * The distance from the curve is r; by area E cos a = r k/2, so the mean of x_0 cos t + x_1 sin t along the outward normal is
     * R + r^2 k/2: here the mean of (x_0, x_1) over whole turns is 0, and E z^2 = (pi n c)^2/3 + (r R/v)^2/2.
     */
    @Test
    void helix() {
        double speed = Math.hypot(1, 0.2);
        Surface helix = new TubeSurface(1, 0.2, 2, 0.15);
        onSurface(helix, SurfaceTest::fromHelix, 0.15);
        double curvature = 1 / (speed * speed);
        double square = Math.pow(2 * Math.PI * 0.2, 2) / 3 + Math.pow(0.15 / speed, 2) / 2;
        assertEquals(square, mean(helix, x -> x[2] * x[2]), 1e-3);
        // |(x_0, x_1)|^2 = (R + r cos a)^2 + (r c sin a/v)^2; E cos^2 a = E sin^2 a = 1/2.
        double across = 1 + 0.15 * 0.15 * curvature + 0.15 * 0.15 / 2 + Math.pow(0.15 * 0.2 / speed, 2) / 2;
        assertEquals(across, mean(helix, x -> x[0] * x[0] + x[1] * x[1]), 1e-3);
        assertEquals(0, mean(helix, x -> x[0]), 1e-3);
    }

    /** Areas of the faces of edges 2, 4, 6: 24, 12 and 8 for each of two. */
    @Test
    void box() {
        Surface box = new BoxSurface(new double[] {1, 2, 3});
        onSurface(box, x -> Math.max(Math.abs(x[0]), Math.max(Math.abs(x[1]) / 2, Math.abs(x[2]) / 3)), 1);
        assertEquals(24.0 / 88, mean(box, x -> x[0] == 1 ? 1 : 0), 0.02);
        assertEquals(24.0 / 88, mean(box, x -> x[0] == -1 ? 1 : 0), 0.02);
        assertEquals(12.0 / 88, mean(box, x -> x[1] == -2 ? 1 : 0), 0.02);
        assertEquals(8.0 / 88, mean(box, x -> x[2] == 3 ? 1 : 0), 0.02);
        // On the faces of the third axis x_0 is uniform on -1 to 1.
        assertEquals(1.0 / 3, mean(box, x -> x[2] == 3 ? x[0] * x[0] : 0) / mean(box, x -> x[2] == 3 ? 1 : 0), 1e-3);
    }

    private static double fromHelix(double[] x) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = -6000; i <= 6000; i++) {
            double t = i * 2.2 * Math.PI / 6000;
            double across = Math.hypot(x[0] - Math.cos(t), x[1] - Math.sin(t));
            least = Math.min(least, Math.hypot(across, x[2] - 0.2 * t));
        }
        return least;
    }

    private static void onSurface(Surface surface, ToDoubleFunction<double[]> level, double expected) {
        for (int i = 1; i < 60; i += 2) {
            double[] x = surface.at(i / 60.0, (i * 37 % 60 + 0.5) / 60, (i * 23 % 60 + 0.5) / 60);
            assertEquals(expected, level.applyAsDouble(x), 1e-5);
        }
    }

    private static double mean(Surface surface, ToDoubleFunction<double[]> value) {
        double sum = 0;
        for (int i = 0; i < GRID * GRID; i++) {
            double u = (i % GRID + 0.5) / GRID;
            double v = (i / GRID + 0.5) / GRID;
            double w = i * GOLDEN % 1;
            sum += value.applyAsDouble(surface.at(u, v, w));
        }
        return sum / (GRID * GRID);
    }
}
