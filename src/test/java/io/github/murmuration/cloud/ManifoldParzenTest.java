package io.github.murmuration.cloud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.rng.Stream;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Points that are drawn along the surface of given ones. */
class ManifoldParzenTest {

    private static final int POINTS = 512;
    private static final int TIMES = 16;

    /**
     * On the unit sphere the nearest of n other points is at 2/sqrt(n) (root mean square), so w = 3/sqrt(n). Along the tangent plane points
     * are drawn with variance w^2 in either direction, of which the sphere falls off by t^2/2: w^2 on average and w^2 in standard deviation,
     * and that is also the thickness of C. Of many neighbours the root mean square distance from the sphere would be sqrt(3) w^2; here they
     * are 2 pi w^2 n/(4 pi) = 4.5 on average, and the point itself, so that C is smaller, but not by more than 4.5/5.5 squared.
     */
    @Test
    @Tag("statistical")
    void pointsOfASphereStayNearIt() {
        double sum = 0;
        for (int item = 0; item < 4; item++) {
            for (double[] x :
                    ManifoldParzen.upsampled(sphere(item), TIMES, item).points()) {
                sum += Math.pow(Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]) - 1, 2);
            }
        }
        double width = 3 / Math.sqrt(POINTS);
        double expected = Math.sqrt(3) * width * width;
        double distance = Math.sqrt(sum / (4 * TIMES * POINTS));
        assertTrue(distance < expected && distance > Math.pow(4.5 / 5.5, 2) * expected, distance + " of " + expected);
    }

    /** Numbers in 32 cells of equal area, 16 given points each: chance alone gives these a relative variance of 1/16, and more points less. */
    @Test
    @Tag("statistical")
    void theyAreMoreEvenThanTheGivenOnes() {
        double given = 0;
        double more = 0;
        int spheres = 10;
        for (int item = 0; item < spheres; item++) {
            given += unevenness(sphere(item)) / spheres;
            more += unevenness(ManifoldParzen.upsampled(sphere(item), TIMES, item)) / spheres;
        }
        // A mean of 10 chi-squares of 31 degrees of freedom, 4.5 standard errors.
        assertEquals(1, given * 16 * 32 / 31, 4.5 * Math.sqrt(2.0 / 31 / spheres));
        assertTrue(more < 0.5 * given, more + " of " + given);
    }

    @Test
    void aPlaneAndALineAreKept() {
        double[][] plane = new double[60][];
        double[][] line = new double[60][];
        for (int i = 0; i < 60; i++) {
            plane[i] = new double[] {Math.sin(i), Math.cos(1.7 * i), 0};
            line[i] = new double[] {0.1 * i, 0.2 * i, -0.3 * i};
        }
        for (double[] x : ManifoldParzen.upsampled(new Cloud(plane), 5, 0).points()) {
            assertEquals(0, x[2]);
        }
        double[][] onLine = ManifoldParzen.upsampled(new Cloud(line), 5, 0).points();
        assertEquals(300, onLine.length);
        for (double[] x : onLine) {
            assertArrayEquals(new double[] {x[0], 2 * x[0], -3 * x[0]}, x, 1e-6);
        }
        long distinct = Arrays.stream(onLine).map(Arrays::toString).distinct().count();
        assertEquals(300, distinct);
    }

    /** Evenly spaced points of a circle weigh the same, so each has as many about it. */
    @Test
    void evenSharesAreKept() {
        double[][] circle = new double[12][];
        for (int i = 0; i < circle.length; i++) {
            circle[i] = new double[] {100 * Math.cos(Math.PI * i / 6), 100 * Math.sin(Math.PI * i / 6)};
        }
        Cloud more = ManifoldParzen.upsampled(new Cloud(circle), 1000, 0);
        double[] mean = more.mean();
        // Standard deviation of a coordinate about its given point: about 1.5 times the spacing, 52.
        assertArrayEquals(new double[2], mean, 4.5 * 1.5 * 52 / Math.sqrt(more.size()));
    }

    @Test
    void onePointAndEqualPointsStayAsTheyAre() {
        Cloud one = new Cloud(new double[][] {{1, 2}});
        Cloud equal = new Cloud(new double[][] {{1, 2, 3}, {1, 2, 3}});
        assertSame(one, ManifoldParzen.upsampled(one, 8, 0));
        assertSame(equal, ManifoldParzen.upsampled(equal, 8, 0));
        Cloud apart = new Cloud(new double[][] {{1}, {2}});
        assertSame(apart, ManifoldParzen.upsampled(apart, 1, 0));
        assertEquals(16, ManifoldParzen.upsampled(apart, 8, 0).size());
    }

    private static Cloud sphere(int item) {
        CloudNoise noise = new CloudNoise(Stream.CLOUD_POINT, 3, item);
        double[][] points = new double[POINTS][];
        for (int i = 0; i < POINTS; i++) {
            points[i] = new SphereSurface(1).at(noise.uniform(i, 0), noise.uniform(i, 1), noise.uniform(i, 2));
        }
        return new Cloud(points);
    }

    /** Relative variance of the numbers of points in four bands of eight cells. */
    private static double unevenness(Cloud cloud) {
        double[] counts = new double[32];
        for (double[] x : cloud.points()) {
            double radius = Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
            int band = (int) Math.min(3, 2 * (x[2] / radius + 1));
            int around = (int) Math.min(7, 4 * (Math.atan2(x[1], x[0]) / Math.PI + 1));
            counts[8 * band + around]++;
        }
        double expected = cloud.size() / 32.0;
        return Arrays.stream(counts)
                .map(count -> Math.pow(count / expected - 1, 2))
                .average()
                .orElseThrow();
    }
}
