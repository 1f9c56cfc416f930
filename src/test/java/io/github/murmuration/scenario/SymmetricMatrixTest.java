package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymmetricMatrixTest {

    /** B B^T with B [d][rank] is semi-definite; minus a multiple of the identity it has that eigenvalue d - rank times. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "5, 5", "8, 3", "32, 7", "32, 31"})
    void rankDeficientCovarianceIsAcceptedAndItsShiftRefused(int d, int rank) {
        double[][] product = product(random(d, rank));
        assertArrayEquals(product, SymmetricMatrix.semiDefinite(product));
        double smallest = d == rank ? 10 * d * rank : 1e-6;
        for (int i = 0; i < d; i++) {
            product[i][i] -= smallest;
        }
        assertThrows(ScenarioException.class, () -> SymmetricMatrix.semiDefinite(product));
    }

    @Test
    void zeroMatrixIsTheCovarianceOfAPoint() {
        assertArrayEquals(new double[2][2], SymmetricMatrix.semiDefinite(new double[2][2]));
    }

    @Test
    void smallAsymmetryIsAveragedOutOfACopy() {
        double[][] matrix = {{1, 0.5 + 4e-10}, {0.5, 1}};
        double[][] symmetric = SymmetricMatrix.semiDefinite(matrix);
        assertNotSame(matrix, symmetric);
        assertEquals(symmetric[0][1], symmetric[1][0]);
        assertEquals(0.5 + 2e-10, symmetric[0][1], 1e-16);
        matrix[0][1] += 1e-9;
        assertThrows(ScenarioException.class, () -> SymmetricMatrix.semiDefinite(matrix));
    }

    /** One negative eigenvalue of the correlations at the edge of the tolerance, 1e-10, in any units. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1e6, 1e-6", "1e-12, 1e12", "1e12, 1"})
    void negativeEigenvalueWithinRoundingIsAccepted(double left, double right) {
        double[][] within = inUnits(1 + 0.45e-10, left, right);
        assertArrayEquals(within, SymmetricMatrix.semiDefinite(within));
        assertFalse(SymmetricMatrix.definite(within));
        double[][] beyond = inUnits(1 + 0.55e-10, left, right);
        assertThrows(ScenarioException.class, () -> SymmetricMatrix.semiDefinite(beyond));
    }

    /** The same law as standard deviations 1e6 and 1e-6. */
    @ParameterizedTest
    @CsvSource({"1e6, 1e-6", "1e12, 1e-12", "1e-12, 1e12"})
    void unitsDoNotDecideWhetherAMatrixIsDefinite(double left, double right) {
        assertTrue(SymmetricMatrix.definite(inUnits(0, left, right)));
        assertTrue(SymmetricMatrix.definite(inUnits(0.9, left, right)));
        assertFalse(SymmetricMatrix.definite(inUnits(1, left, right)));
        assertFalse(SymmetricMatrix.definite(new double[][] {{left, 0}, {0, 0}}));
    }

    /** A variance below 0 is none, however small it is beside others: the coordinate may have other units. */
    @Test
    void negativeVariancesAreRefused() {
        double[][] matrix = {{1, 0}, {0, -1e-20}};
        assertThrows(ScenarioException.class, () -> SymmetricMatrix.semiDefinite(matrix));
    }

    /** Standard deviations left and right with a correlation. */
    private static double[][] inUnits(double correlation, double left, double right) {
        double covariance = correlation * left * right;
        return new double[][] {{left * left, covariance}, {covariance, right * right}};
    }

    private static double[][] random(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextDouble(-1, 1);
            }
        }
        return matrix;
    }

    private static double[][] product(double[][] b) {
        double[][] product = new double[b.length][b.length];
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < b.length; j++) {
                for (int k = 0; k < b[0].length; k++) {
                    product[i][j] += b[i][k] * b[j][k];
                }
            }
        }
        return product;
    }
}
