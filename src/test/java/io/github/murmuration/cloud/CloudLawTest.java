package io.github.murmuration.cloud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.rng.Stream;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.inference.ChiSquareTest;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Moments that follow from the definitions. Fixed seed; bounds are 4.5 standard errors, 6.8e-6 each, of about 60 comparisons. */
@Tag("statistical")
class CloudLawTest {

    private static final long SEED = 14;
    private static final double SIGMAS = 4.5;

    private static final List<CloudLaw> ALL = List.of(
            new ExchangeableGaussian(1.5, 0.8, 0.05, 2),
            ThreeShapes.law(),
            new SurfaceFamily(List.of(SurfaceKind.values())),
            new SmoothedCloud(new Cloud(new double[][] {{0, 1}, {2, 5}}), 0.5),
            new NoisedLaw(ThreeShapes.law(), 0.5, 0.25));

    @Test
    void fewerPointsAreTheFirstOfMore() {
        for (CloudLaw law : ALL) {
            double[][] many = law.draw(1100, SEED, 7).points();
            assertArrayEquals(Arrays.copyOf(many, 600), law.draw(600, SEED, 7).points());
            assertEquals(law.dimension(), many[0].length);
        }
    }

    @Test
    void normalsOfManyPointsAreThoseOfEach() {
        CloudNoise noise = new CloudNoise(Stream.CLOUD_POINT, SEED, 7);
        for (int n : new int[] {1, 3, 255, 1100}) {
            float[][] normals = noise.normals(n, 3);
            assertEquals(n, normals.length);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < 3; j++) {
                    assertEquals(noise.normal(i, j), normals[i][j]);
                }
            }
        }
    }

    @Test
    void seedsItemsAndPointsDiffer() {
        for (CloudLaw law : ALL) {
            double[][] points = law.draw(2000, SEED, 7).points();
            assertNotEquals(points[0][0], law.draw(1, SEED, 8).points()[0][0]);
            assertNotEquals(points[0][0], law.draw(1, SEED + 1, 7).points()[0][0]);
            long distinct =
                    Arrays.stream(points).map(Arrays::toString).distinct().count();
            assertEquals(2000, distinct);
        }
    }

    /** Design: variance tau2 + s2/N of means, s2 within a cloud. A sample variance of n Gaussians has relative error (2/n)^1/2. */
    @Test
    void gaussianCloudsHaveTheirTwoVariances() {
        int clouds = 20_000;
        int points = 5;
        double[] means = new double[clouds];
        double within = 0;
        for (int item = 0; item < clouds; item++) {
            double[][] x = new ExchangeableGaussian(1.5, 0.8, 0.05, 2)
                    .draw(points, SEED, item)
                    .points();
            double[] first = column(x, 1);
            means[item] = mean(first);
            within += variance(first) / clouds;
        }
        double of = 0.8 + 0.05 / points;
        assertEquals(1.5, mean(means), SIGMAS * Math.sqrt(of / clouds));
        assertEquals(of, variance(means), SIGMAS * of * Math.sqrt(2.0 / clouds));
        assertEquals(0.05, within, SIGMAS * 0.05 * Math.sqrt(2.0 / (clouds * (points - 1))));
        double p = new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(new NormalDistribution(1.5, Math.sqrt(of)), Arrays.copyOf(means, 5000));
        assertTrue(p > 6.8e-6, "p = " + p);
    }

    @Test
    void shapesComeWithTheirProbabilities() {
        long[] counts = new long[3];
        CloudMixture<GaussianPoints> law = ThreeShapes.law();
        for (int item = 0; item < 20_000; item++) {
            counts[law.shape(SEED, item)]++;
        }
        double p = new ChiSquareTest().chiSquareTest(new double[] {0.5, 0.3, 0.2}, counts);
        assertTrue(p > 6.8e-6, Arrays.toString(counts));
    }

    /**
     * Ring: 1.5^2/2 + 0.01. Line: 0.25 (8^2 - 1)/12 + 0.01 and 0.01. Arcs, points (0.6, -0.3), (0, y), (-1.2, y), (-1.8, -0.3) with y =
     * 1.2 sin 60 deg - 0.3 = 0.7392305: 1.26 + 0.01, (2 0.09 + 2 y^2)/4 + 0.01 and (0.36 - 1.2 y)/4.
     */
    @Test
    void shapesHaveTheirMoments() {
        double y = 0.6 * Math.sqrt(3) - 0.3;
        double[][] covariances = {
            {1.135, 1.135, 0}, {1.3225, 0.01, 0}, {1.27, (0.18 + 2 * y * y) / 4 + 0.01, (0.36 - 1.2 * y) / 4}
        };
        for (int k = 0; k < 3; k++) {
            double[][] x =
                    ThreeShapes.law().shapes().get(k).draw(50_000, SEED, k).points();
            // Coordinates are bounded by 2, so squares have a standard deviation below 4.
            double bound = SIGMAS * 4 / Math.sqrt(50_000);
            assertEquals(0, mean(column(x, 0)), bound / 2);
            assertEquals(0, mean(column(x, 1)), bound / 2);
            assertEquals(covariances[k][0], covariance(x, 0, 0), bound / 2);
            assertEquals(covariances[k][1], covariance(x, 1, 1), covariances[k][1] < 0.02 ? 0.0003 : bound / 2);
            assertEquals(covariances[k][2], covariance(x, 0, 1), bound / 2);
        }
    }

    /** A full covariance: principal variances 4 and 0.25 along (0.6, 0.8) and (-0.8, 0.6). */
    @Test
    void gaussianPointsHaveTheCovarianceOfTheirMixture() {
        GaussianMixture mixture = new GaussianMixture(
                new double[] {0.25, 0.75},
                new double[][] {{3, 0}, {-1, 0}},
                new double[][] {{4, 0.25}, {1, 1}},
                new double[][][] {{{0.6, -0.8}, {0.8, 0.6}}, {{1, 0}, {0, 1}}});
        double[][] x = new GaussianPoints(mixture).draw(100_000, SEED, 0).points();
        // Standard deviations of products are below 7.
        double bound = SIGMAS * 7 / Math.sqrt(100_000);
        assertEquals(0, mean(column(x, 0)), bound);
        assertEquals(3 + 0.25 * (0.36 * 4 + 0.64 * 0.25) + 0.75, covariance(x, 0, 0), bound);
        assertEquals(0.25 * (0.64 * 4 + 0.36 * 0.25) + 0.75, covariance(x, 1, 1), bound);
        assertEquals(0.25 * 0.48 * 3.75, covariance(x, 0, 1), bound);
    }

    /** Mean 0 and variance 4 of {-2, 2}, and h^2 = 0.25; noised, a^2 4.25 + s^2 = 1.0625 + 0.5625. */
    @Test
    void smoothedAndNoisedCloudsAreWider() {
        CloudLaw smoothed = new SmoothedCloud(new Cloud(new double[][] {{-2}, {2}}), 0.5);
        double[] x = column(smoothed.draw(50_000, SEED, 0).points(), 0);
        assertEquals(0, mean(x), SIGMAS * 2.1 / Math.sqrt(50_000));
        assertEquals(4.25, variance(x), SIGMAS * 3 / Math.sqrt(50_000));
        assertEquals(0.5, Arrays.stream(x).filter(v -> v > 0).count() / 50_000.0, SIGMAS * 0.5 / Math.sqrt(50_000));
        double[] noised =
                column(new NoisedLaw(smoothed, 0.5, 0.75).draw(50_000, SEED, 0).points(), 0);
        assertEquals(1.625, variance(noised), SIGMAS * 2.3 / Math.sqrt(50_000));
    }

    /** The mean over orientations of the covariance of a box is isotropic, of trace (area-weighted) that no turn changes. */
    @Test
    void orientationsAreUniform() {
        int boxes = 2000;
        double[][] mean = new double[3][3];
        for (int item = 0; item < boxes; item++) {
            double[][] x = new SurfaceFamily(List.of(SurfaceKind.BOX))
                    .draw(60, SEED, item)
                    .points();
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    mean[i][j] += covariance(x, i, j) / boxes;
                }
            }
        }
        double third = (mean[0][0] + mean[1][1] + mean[2][2]) / 3;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                // Covariances of single boxes spread by at most 0.2.
                assertEquals(i == j ? third : 0, mean[i][j], SIGMAS * 0.2 / Math.sqrt(boxes));
            }
        }
    }

    @Test
    void aMemberIsTheSameSurfaceForEverySeedOfItsPoints() {
        SurfaceFamily family = new SurfaceFamily(List.of(SurfaceKind.SPHERE));
        double[][] one = family.draw(4000, SEED, 3).points();
        double[][] other = family.member(SEED, 3).draw(4000, SEED + 1, 9).points();
        assertNotEquals(one[0][0], other[0][0]);
        double[] centre = sphere(one);
        assertArrayEquals(centre, sphere(other), 1e-9);
        assertTrue(centre[3] > 0.7 * 0.8 && centre[3] < 1.3 * 0.8, "radius " + centre[3]);
    }

    /** Centre and radius of the sphere through the first four points: |x|^2 - 2 c x + |c|^2 = r^2, differences by Cramer's rule. */
    private static double[] sphere(double[][] x) {
        double[][] m = new double[3][];
        double[] right = new double[3];
        for (int i = 0; i < 3; i++) {
            int row = i + 1;
            m[i] = new double[] {x[row][0] - x[0][0], x[row][1] - x[0][1], x[row][2] - x[0][2]};
            right[i] = (square(x[row]) - square(x[0])) / 2;
        }
        double[] sphere = new double[4];
        double all = determinant(m[0], m[1], m[2]);
        for (int j = 0; j < 3; j++) {
            double[][] replaced = {m[0].clone(), m[1].clone(), m[2].clone()};
            for (int i = 0; i < 3; i++) {
                replaced[i][j] = right[i];
            }
            sphere[j] = determinant(replaced[0], replaced[1], replaced[2]) / all;
        }
        sphere[3] = Math.sqrt(square(new double[] {x[9][0] - sphere[0], x[9][1] - sphere[1], x[9][2] - sphere[2]}));
        return sphere;
    }

    private static double determinant(double[] a, double[] b, double[] c) {
        return a[0] * (b[1] * c[2] - b[2] * c[1])
                - a[1] * (b[0] * c[2] - b[2] * c[0])
                + a[2] * (b[0] * c[1] - b[1] * c[0]);
    }

    private static double square(double[] x) {
        return Arrays.stream(x).map(v -> v * v).sum();
    }

    private static double[] column(double[][] x, int j) {
        return Arrays.stream(x).mapToDouble(point -> point[j]).toArray();
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private static double variance(double[] x) {
        double mean = mean(x);
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
    }

    private static double covariance(double[][] x, int i, int j) {
        double first = mean(column(x, i));
        double second = mean(column(x, j));
        return Arrays.stream(x)
                .mapToDouble(v -> (v[i] - first) * (v[j] - second))
                .average()
                .orElseThrow();
    }
}
