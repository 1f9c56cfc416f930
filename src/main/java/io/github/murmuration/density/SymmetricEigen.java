package io.github.murmuration.density;

import io.github.murmuration.scenario.Covariance;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues l [d], clipped at 0, and orthonormal eigenvectors in columns [d][d] of a covariance.
 */
record SymmetricEigen(double[] values, double[][] vectors) {

    static SymmetricEigen of(Covariance covariance) {
        if (covariance instanceof Covariance.Diagonal diagonal) {
            return ofDiagonal(diagonal.standardDeviations());
        }
        return ofMatrix(((Covariance.Full) covariance).matrix());
    }

    private static SymmetricEigen ofDiagonal(double[] standardDeviations) {
        int d = standardDeviations.length;
        double[] values = new double[d];
        double[][] vectors = new double[d][d];
        for (int j = 0; j < d; j++) {
            values[j] = standardDeviations[j] * standardDeviations[j];
            vectors[j][j] = 1;
        }
        return new SymmetricEigen(values, vectors);
    }

    private static SymmetricEigen ofMatrix(double[][] matrix) {
        int d = matrix.length;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, true, true);
        if (!eigen.decompose(new DMatrixRMaj(matrix))) {
            throw new ArithmeticException("the eigen-decomposition of a covariance did not converge");
        }
        double[] values = new double[d];
        double[][] vectors = new double[d][d];
        for (int e = 0; e < d; e++) {
            values[e] = Math.max(0, eigen.getEigenvalue(e).getReal());
            DMatrixRMaj vector = eigen.getEigenVector(e);
            for (int i = 0; i < d; i++) {
                vectors[i][e] = vector.get(i, 0);
            }
        }
        return new SymmetricEigen(values, vectors);
    }
}
