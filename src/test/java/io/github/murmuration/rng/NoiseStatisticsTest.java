package io.github.murmuration.rng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Fixed seed. Bounds are 4.5 standard errors of the Gaussian value, two-sided 6.8e-6 each; with about 30 comparisons a sound
 * generator fails with probability 2e-4.
 */
@Tag("statistical")
class NoiseStatisticsTest {

    private static final long SEED = 20240229;
    private static final int CALLS = 500_000;
    private static final double SIGMAS = 4.5;

    /** Standard errors of the sample moments of N(0,1): 1, 2, 15, 96 are the variances of x, x^2, x^3, x^4. */
    @Test
    void momentsToFourthOrder() {
        double[] moments = new double[5];
        float[][] rows = normals(Stream.INCREMENT, 0, 0);
        for (float[] row : rows) {
            for (float x : row) {
                double power = 1;
                for (int order = 1; order <= 4; order++) {
                    power *= x;
                    moments[order] += power / (4.0 * CALLS);
                }
            }
        }
        double root = Math.sqrt(4.0 * CALLS);
        assertEquals(0, moments[1], SIGMAS / root);
        assertEquals(1, moments[2], SIGMAS * Math.sqrt(2) / root);
        assertEquals(0, moments[3], SIGMAS * Math.sqrt(15) / root);
        assertEquals(3, moments[4], SIGMAS * Math.sqrt(96) / root);
    }

    @Test
    void everyRowIsStandardNormal() {
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
        float[][] rows = normals(Stream.START, 3, 1);
        for (float[] row : rows) {
            double[] sample = new double[50_000];
            for (int n = 0; n < sample.length; n++) {
                sample[n] = row[n];
            }
            double p = test.kolmogorovSmirnovTest(new NormalDistribution(), sample);
            assertTrue(p > 6.8e-6, "p = " + p);
        }
    }

    /** Beyond 4 standard deviations, where float32 polynomials or a coarse uniform would show: expected 2 * 3.167e-5 of draws. */
    @Test
    void tailHasItsShare() {
        double expected = 4.0 * CALLS * 2 * 3.1671241833119924e-5; // Phi(-4), Abramowitz & Stegun 26.2
        int beyond = 0;
        for (float[] row : normals(Stream.INCREMENT, 5, 0)) {
            for (float x : row) {
                beyond += Math.abs(x) > 4 ? 1 : 0;
            }
        }
        assertEquals(expected, beyond, SIGMAS * Math.sqrt(expected));
    }

    /** Of values and of squares: rows of one call, consecutive steps, components, streams and neighbouring columns. */
    @Test
    void nothingIsCorrelated() {
        float[][] base = normals(Stream.INCREMENT, 1, 0);
        float[][] nextStep = normals(Stream.INCREMENT, 2, 0);
        float[][] nextComponent = normals(Stream.INCREMENT, 1, 1);
        float[][] otherStream = normals(Stream.START, 1, 0);
        for (int row = 0; row < 4; row++) {
            for (int other = row + 1; other < 4; other++) {
                assertUncorrelated(base[row], base[other], 0);
            }
            assertUncorrelated(base[row], nextStep[row], 0);
            assertUncorrelated(base[row], nextComponent[row], 0);
            assertUncorrelated(base[row], otherStream[row], 0);
            assertUncorrelated(base[row], base[row], 1);
        }
    }

    private static void assertUncorrelated(float[] first, float[] second, int lag) {
        double values = 0;
        double squares = 0;
        int count = first.length - lag;
        for (int n = 0; n < count; n++) {
            double x = first[n];
            double y = second[n + lag];
            values += x * y;
            squares += (x * x - 1) * (y * y - 1);
        }
        assertEquals(0, values / count, SIGMAS / Math.sqrt(count));
        assertEquals(0, squares / count / 2, SIGMAS / Math.sqrt(count));
    }

    /** [row][column] of one step and component. */
    private static float[][] normals(Stream stream, int step, int component) {
        float[][] rows = new float[4][CALLS];
        int[] words = new int[4];
        float[] normals = new float[4];
        for (int column = 0; column < CALLS; column++) {
            Noise.normals(SEED, stream, column, step, component, words, normals);
            for (int row = 0; row < 4; row++) {
                rows[row][column] = normals[row];
            }
        }
        return rows;
    }
}
