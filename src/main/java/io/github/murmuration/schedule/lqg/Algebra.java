package io.github.murmuration.schedule.lqg;

import io.github.murmuration.density.SymmetricEigen;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/** Dense linear algebra as expressions: every result is a new matrix. Vectors are columns. */
final class Algebra {

    private Algebra() {}

    static DMatrixRMaj identity(int d) {
        return CommonOps_DDRM.identity(d);
    }

    static DMatrixRMaj column(double[] values) {
        return new DMatrixRMaj(values.length, 1, true, values);
    }

    /** a b. */
    static DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.mult(a, b, null);
    }

    /** a b^T. */
    static DMatrixRMaj timesTransposed(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.multTransB(a, b, null);
    }

    static DMatrixRMaj transposed(DMatrixRMaj a) {
        return CommonOps_DDRM.transpose(a, null);
    }

    static DMatrixRMaj plus(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.add(a, b, null);
    }

    static DMatrixRMaj minus(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.subtract(a, b, null);
    }

    /** factor a. */
    static DMatrixRMaj scaled(double factor, DMatrixRMaj a) {
        DMatrixRMaj product = a.copy();
        CommonOps_DDRM.scale(factor, product);
        return product;
    }

    /**
     * a^-1 b.
     * @throws ArithmeticException a is singular
     */
    static DMatrixRMaj solve(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj x = new DMatrixRMaj(a.numCols, b.numCols);
        if (!CommonOps_DDRM.solve(a, b, x)) {
            throw new ArithmeticException("a matrix of the linear-quadratic problem is singular");
        }
        return x;
    }

    /**
     * a b^-1.
     * @throws ArithmeticException b is singular
     */
    static DMatrixRMaj divide(DMatrixRMaj a, DMatrixRMaj b) {
        return transposed(solve(transposed(b), transposed(a)));
    }

    /** (a + a^T)/2: takes off the asymmetry that rounding leaves. */
    static DMatrixRMaj symmetric(DMatrixRMaj a) {
        return scaled(0.5, plus(a, transposed(a)));
    }

    /**
     * Lower L with a = L L^T.
     * @throws ArithmeticException a is not positive definite
     */
    static DMatrixRMaj cholesky(DMatrixRMaj a) {
        CholeskyDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.chol(a.numRows, true);
        if (!decomposition.decompose(a.copy())) {
            throw new ArithmeticException("the covariance of the target is not positive definite");
        }
        return decomposition.getT(null);
    }

    /** Symmetric square root of a positive semi-definite matrix. */
    static DMatrixRMaj squareRoot(DMatrixRMaj a) {
        SymmetricEigen eigen = SymmetricEigen.of(rows(a));
        DMatrixRMaj vectors = new DMatrixRMaj(eigen.vectors());
        DMatrixRMaj scaled = vectors.copy();
        CommonOps_DDRM.multCols(
                scaled, Arrays.stream(eigen.values()).map(Math::sqrt).toArray());
        return timesTransposed(scaled, vectors);
    }

    /** The largest sum of magnitudes in a row or a column: a bound of the spectral norm. */
    static double bound(DMatrixRMaj a) {
        return Math.max(rowBound(a), rowBound(transposed(a)));
    }

    static double[] vector(DMatrixRMaj column) {
        return column.data.clone();
    }

    /** Rows [n][m]. */
    static double[][] rows(DMatrixRMaj a) {
        double[][] rows = new double[a.numRows][a.numCols];
        for (int i = 0; i < a.numRows; i++) {
            System.arraycopy(a.data, i * a.numCols, rows[i], 0, a.numCols);
        }
        return rows;
    }

    private static double rowBound(DMatrixRMaj a) {
        double largest = 0;
        for (int i = 0; i < a.numRows; i++) {
            double sum = 0;
            for (int j = 0; j < a.numCols; j++) {
                sum += Math.abs(a.get(i, j));
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }
}
