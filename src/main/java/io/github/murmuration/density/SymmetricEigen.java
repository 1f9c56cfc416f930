package io.github.murmuration.density;

import io.github.murmuration.scenario.Covariance;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Eigenvalues l [d] and orthonormal eigenvectors in columns [d][d] of a covariance; l of a direction without spread is 0. */
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
            values[e] = eigen.getEigenvalue(e).getReal();
            DMatrixRMaj vector = eigen.getEigenVector(e);
            for (int i = 0; i < d; i++) {
                vectors[i][e] = vector.get(i, 0);
            }
        }
        return new SymmetricEigen(withoutRounding(values), vectors);
    }

    /** Sets to 0 what rounding leaves, of either sign, of the zero eigenvalues of a matrix of lower rank. */
    private static double[] withoutRounding(double[] values) {
        double largest = Arrays.stream(values).max().getAsDouble();
        double rounding = 4 * values.length * Math.ulp(largest);
        return Arrays.stream(values).map(l -> l <= rounding ? 0 : l).toArray();
    }
}
