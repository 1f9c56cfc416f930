package io.github.murmuration.study.selfconsistent;

import java.util.Arrays;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * m[nu] = A nu + c, points ordered [P][d]: the mean is affine in the guidance, so that its fixed point and the rate of the damped
 * iteration are known without iterating.
 */
record AffineMap(RealMatrix matrix, double[] constant) {

    /**
     * Measured by the responses of a map that is affine.
     * @param points P.
     * @param d dimension
     */
    static AffineMap of(MeanMap map, int points, int d) {
        double[][][] guesses = new double[1 + points * d][points][d];
        for (int i = 0; i < points * d; i++) {
            guesses[1 + i][i / d][i % d] = 1;
        }
        double[][][] means = map.at(guesses);
        double[] constant = flat(means[0]);
        double[][] matrix = new double[points * d][points * d];
        for (int i = 0; i < points * d; i++) {
            double[] response = flat(means[1 + i]);
            for (int k = 0; k < response.length; k++) {
                matrix[k][i] = response[k] - constant[k];
            }
        }
        return new AffineMap(new Array2DRowRealMatrix(matrix, false), constant);
    }

    /** (I - A)^-1 v. */
    double[] resolved(double[] v) {
        RealMatrix identity = MatrixUtils.createRealIdentityMatrix(v.length);
        return new LUDecomposition(identity.subtract(matrix))
                .getSolver()
                .solve(MatrixUtils.createRealVector(v))
                .toArray();
    }

    /** nu = m[nu] [P d]. */
    double[] fixedPoint() {
        return resolved(constant);
    }

    /** Largest |1 - zeta + zeta lambda| over the eigenvalues of A: the factor by which an iteration comes closer in the end. */
    double contraction(double damping) {
        double largest = 0;
        for (Complex lambda : new EigenDecompositionNonSymmetric(matrix).getEigenvalues()) {
            largest =
                    Math.max(largest, lambda.multiply(damping).add(1 - damping).norm());
        }
        return largest;
    }

    static double[] flat(double[][] points) {
        return Arrays.stream(points).flatMapToDouble(Arrays::stream).toArray();
    }
}
