package io.github.murmuration.density;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Law;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Eigenvalues whose digits do not depend on the units of the coordinates. */
@Tag("analytic")
class SymmetricEigenTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-6, 1e-3, 1, 1e3, 1e6, 1e12})
    void diagonalMatrixIsTheSameAsStandardDeviations(double unit) {
        double[] deviations = {unit, 1, 1 / unit};
        double[][] matrix = new double[3][3];
        for (int j = 0; j < 3; j++) {
            matrix[j][j] = deviations[j] * deviations[j];
        }
        GaussianMixture full = mixture(new Covariance.Full(matrix));
        GaussianMixture diagonal = mixture(new Covariance.Diagonal(deviations));
        assertArrayEquals(diagonal.variances()[0], full.variances()[0]);
        assertTrue(full.diagonal());
        assertFalse(full.singular());
    }

    /** [[1, c u], [c u, u^2]]: product of the eigenvalues (1 - c^2) u^2, sum 1 + u^2; both in 60 decimal digits. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 1e-12",
        "0.5, 1e-6",
        "0.5, 1e-3",
        "0.5, 1",
        "0.5, 1e3",
        "0.5, 1e6",
        "0.5, 1e12",
        "0.9375, 1e-9",
        "-0.875, 1e9"
    })
    void bothEigenvaluesOfACoupledPairHaveAllTheirDigits(double c, double u) {
        double[][] matrix = {{1, c * u}, {c * u, u * u}};
        double[] values = SymmetricEigen.of(matrix).values().clone();
        Arrays.sort(values);
        double[] exact = eigenvalues(matrix);
        assertEquals(1, values[0] / exact[0], 1e-12);
        assertEquals(1, values[1] / exact[1], 1e-12);
    }

    /** A coupled block, a coordinate by itself and another block, in any order. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-5, 1, 1e5, 1e12})
    void blocksInAnyOrderAreDecomposedByThemselves(double u) {
        double[][] matrix = {
            {u * u, 0, 0.5 * u, 0, 0},
            {0, 4, 0, 0, -0.6 / u},
            {0.5 * u, 0, 1, 0, 0},
            {0, 0, 0, 9 * u * u, 0},
            {0, -0.6 / u, 0, 0, 1 / (u * u)}
        };
        double[] values = SymmetricEigen.of(matrix).values().clone();
        double[] first = eigenvalues(new double[][] {{matrix[0][0], matrix[0][2]}, {matrix[2][0], matrix[2][2]}});
        double[] second = eigenvalues(new double[][] {{matrix[1][1], matrix[1][4]}, {matrix[4][1], matrix[4][4]}});
        double[] exact = {first[0], first[1], 9 * u * u, second[0], second[1]};
        Arrays.sort(values);
        Arrays.sort(exact);
        for (int e = 0; e < 5; e++) {
            assertEquals(1, values[e] / exact[e], 1e-12, "eigenvalue " + e);
        }
    }

    /** Q l Q^T gives every entry back to rounding of its own two standard deviations. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-4, 1, 1e4, 1e12})
    void covarianceComesBackInItsOwnUnits(double u) {
        double[][] correlations = {{1, 0.5, -0.25}, {0.5, 1, 0.125}, {-0.25, 0.125, 1}};
        double[] units = {u, 1, 1 / u};
        double[][] back =
                mixture(new Covariance.Full(inUnits(correlations, units))).covarianceOf(0);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(correlations[i][j], back[i][j] / units[i] / units[j], 1e-12, i + ", " + j);
            }
        }
    }

    /** Rank 2 of 3, and coordinates that one of the directions without spread moves: the last stands by itself in the second matrix. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-6, 1, 1e6, 1e12})
    void lowerRankIsSeenInAnyUnits(double u) {
        double[] units = {u, 1, 1 / u};
        double[][] sum = {{1, 0.5, 1.5}, {0.5, 1, 1.5}, {1.5, 1.5, 3}};
        GaussianMixture mixed = mixture(new Covariance.Full(inUnits(sum, units)));
        assertEquals(1, Arrays.stream(mixed.variances()[0]).filter(l -> l == 0).count());
        double[][] pair = {{1, 1, 0}, {1, 1, 0}, {0, 0, 1}};
        GaussianMixture apart = mixture(new Covariance.Full(inUnits(pair, units)));
        assertEquals(1, Arrays.stream(apart.variances()[0]).filter(l -> l == 0).count());
        for (int j = 0; j < 3; j++) {
            assertTrue(mixed.singularAlong(j), "coordinate " + j);
            assertEquals(j < 2, apart.singularAlong(j), "coordinate " + j);
        }
    }

    @Test
    void eigenvectorsAreOrthonormalWhateverTheRank() {
        double[][] zeroAndPair = {{1, 0, 1e-8}, {0, 0, 0}, {1e-8, 0, 1e-16}};
        double[][] q = SymmetricEigen.of(zeroAndPair).vectors();
        for (int e = 0; e < 3; e++) {
            for (int f = 0; f < 3; f++) {
                double product = q[0][e] * q[0][f] + q[1][e] * q[1][f] + q[2][e] * q[2][f];
                assertEquals(e == f ? 1 : 0, product, 1e-15);
            }
        }
    }

    private static GaussianMixture mixture(Covariance covariance) {
        return GaussianMixture.of(Law.gaussian(new double[covariance.dimension()], covariance));
    }

    private static double[][] inUnits(double[][] correlations, double[] units) {
        double[][] matrix = new double[units.length][units.length];
        for (int i = 0; i < units.length; i++) {
            for (int j = 0; j < units.length; j++) {
                matrix[i][j] = correlations[i][j] * (units[i] * units[j]);
            }
        }
        return matrix;
    }

    /** Of a symmetric matrix of order 2, by its characteristic polynomial in 120 decimal digits, ascending. */
    private static double[] eigenvalues(double[][] matrix) {
        MathContext digits = new MathContext(120);
        BigDecimal a = new BigDecimal(matrix[0][0]);
        BigDecimal b = new BigDecimal(matrix[1][1]);
        BigDecimal c = new BigDecimal(matrix[0][1]);
        BigDecimal half = a.add(b).divide(BigDecimal.valueOf(2), digits);
        BigDecimal root = half.multiply(half)
                .subtract(a.multiply(b).subtract(c.multiply(c)))
                .sqrt(digits);
        return new double[] {half.subtract(root).doubleValue(), half.add(root).doubleValue()};
    }
}
