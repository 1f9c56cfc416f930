package io.github.murmuration.density;

import io.github.murmuration.scenario.Covariance;
import java.util.Arrays;

/**
 * Eigenvalues l [d] and orthonormal eigenvectors in columns [d][d] of a covariance; l of a direction without spread is 0. Small
 * eigenvalues have as many digits as large ones, in any units of the coordinates: the matrix is factored, S = L L^T, and the columns
 * of L are turned until they are orthogonal. Source: J. Demmel, K. Veselic, Jacobi's method is more accurate than QR, SIAM J. Matrix Anal.
 * Appl. 13 (1992).
 */
public record SymmetricEigen(double[] values, double[][] vectors) {

    static SymmetricEigen of(Covariance covariance) {
        if (covariance instanceof Covariance.Diagonal diagonal) {
            return ofDiagonal(
                    Arrays.stream(diagonal.standardDeviations()).map(s -> s * s).toArray());
        }
        return of(((Covariance.Full) covariance).matrix());
    }

    /** @param matrix symmetric positive semi-definite [d][d] */
    public static SymmetricEigen of(double[][] matrix) {
        if (!isDiagonal(matrix)) {
            return new OrthogonalColumns(CholeskyFactor.columns(matrix)).eigen();
        }
        double[] values = new double[matrix.length];
        for (int j = 0; j < values.length; j++) {
            values[j] = matrix[j][j];
        }
        return ofDiagonal(values);
    }

    /** Whether the coordinate axes are the eigenvectors, in their order. */
    boolean diagonal() {
        return isDiagonal(vectors);
    }

    private static boolean isDiagonal(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                if (i != j && matrix[i][j] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static SymmetricEigen ofDiagonal(double[] values) {
        double[][] vectors = new double[values.length][values.length];
        for (int j = 0; j < values.length; j++) {
            vectors[j][j] = 1;
        }
        return new SymmetricEigen(values, vectors);
    }
}
