package io.github.murmuration.density;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Law;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("analytic")
class GaussianMixtureTest {

    private static final double[][] MATRIX = {{0.5, 0.2, -0.1}, {0.2, 0.3, 0.05}, {-0.1, 0.05, 0.4}};

    private static GaussianMixture of(Covariance... covariances) {
        double[] weights = covariances.length == 1 ? new double[] {1} : new double[] {0.25, 0.75};
        double[][] means = {{1, 2, 3}, {5, 2, -1}};
        return GaussianMixture.of(
                new Law.Mixture(weights, java.util.Arrays.copyOf(means, covariances.length), covariances));
    }

    @Test
    void eigenDecompositionGivesTheMatrixBack() {
        GaussianMixture mixture = of(new Covariance.Full(MATRIX));
        assertFalse(mixture.diagonal());
        double[][] back = mixture.covarianceOf(0);
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(MATRIX[i], back[i], 1e-15);
        }
        double[][] q = mixture.rotations()[0];
        for (int e = 0; e < 3; e++) {
            for (int f = 0; f < 3; f++) {
                double product = q[0][e] * q[0][f] + q[1][e] * q[1][f] + q[2][e] * q[2][f];
                assertEquals(e == f ? 1 : 0, product, 1e-14);
            }
        }
    }

    /** By hand: mean (4, 2, 0); between components 0.25 * 0.75 * (4, 0, -4)(4, 0, -4)^T = 3 (1, 0, -1)(1, 0, -1)^T. */
    @Test
    void momentsOfAMixture() {
        GaussianMixture mixture = of(new Covariance.Full(MATRIX), new Covariance.Diagonal(new double[] {1, 2, 0}));
        assertArrayEquals(new double[] {4, 2, 0}, mixture.mean(), 1e-15);
        double[][] covariance = mixture.covariance();
        assertArrayEquals(new double[] {0.125 + 0.75 + 3, 0.05, -0.025 - 3}, covariance[0], 1e-14);
        assertArrayEquals(new double[] {0.05, 0.075 + 3, 0.0125}, covariance[1], 1e-14);
        assertArrayEquals(new double[] {-0.025 - 3, 0.0125, 0.1 + 3}, covariance[2], 1e-14);
    }

    @Test
    void pointsAndSamplesHaveNoSpread() {
        GaussianMixture point = GaussianMixture.of(new Law.Point(new double[] {1, 2}));
        assertArrayEquals(new double[] {1, 2}, point.mean());
        assertArrayEquals(new double[2], point.covariance()[0]);
        assertTrue(point.singular());
        GaussianMixture samples = GaussianMixture.of(new Law.Samples(new double[][] {{0, 0}, {2, 4}}));
        assertArrayEquals(new double[] {1, 2}, samples.mean());
        assertArrayEquals(new double[] {1, 2}, samples.covariance()[0]);
        assertArrayEquals(new double[] {2, 4}, samples.covariance()[1]);
        assertTrue(samples.singular());
    }

    @Test
    void singularAlongSomeCoordinates() {
        GaussianMixture regular = of(new Covariance.Full(MATRIX));
        assertFalse(regular.singular());
        GaussianMixture flat = of(new Covariance.Full(MATRIX), new Covariance.Diagonal(new double[] {1, 2, 0}));
        assertTrue(flat.singular());
        assertFalse(flat.singularAlong(0));
        assertFalse(flat.singularAlong(1));
        assertTrue(flat.singularAlong(2));
    }

    /** v v^T + w w^T with v = (0.3, 0.1, 0), w = (0.7, -0.2, 0): rank 2, no spread along the last coordinate alone; then mixed. */
    @Test
    void aMatrixOfLowerRankIsSingularInSpiteOfRounding() {
        double[][] flat = {{0.09 + 0.49, 0.03 - 0.14, 0}, {0.03 - 0.14, 0.01 + 0.04, 0}, {0, 0, 0}};
        GaussianMixture alongLast = of(new Covariance.Full(flat));
        assertTrue(alongLast.singular());
        assertFalse(alongLast.singularAlong(0));
        assertTrue(alongLast.singularAlong(2));
        for (double angle = 0.1; angle < 3; angle += 0.1) {
            double[] v = {Math.cos(angle), Math.sin(angle), 0.3};
            double[] w = {0.2, 0.5, Math.sin(angle)};
            double[][] matrix = new double[3][3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    matrix[i][j] = v[i] * v[j] + w[i] * w[j];
                }
            }
            assertTrue(of(new Covariance.Full(matrix)).singular(), "angle " + angle);
        }
    }
}
