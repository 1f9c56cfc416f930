package io.github.murmuration.scenario;

/** Is this matrix a covariance? Found by Cholesky elimination of its correlations with diagonal pivoting, which needs no inverse. */
final class SymmetricMatrix {
    private static final double SYMMETRY_TOLERANCE = 1e-9;
    private static final double PIVOT_TOLERANCE = 1e-10;

    private SymmetricMatrix() {}

    /** An exactly symmetric copy of a matrix [d][d] that is positive semi-definite; refused if it is not. */
    static double[][] semiDefinite(double[][] matrix) {
        double[][] symmetric = symmetric(square(matrix));
        double[][] remainder = correlations(symmetric);
        if (!vanishes(remainder, eliminate(remainder))) {
            throw ScenarioException.refused("", "a matrix with a negative eigenvalue", "a positive semi-definite one");
        }
        return symmetric;
    }

    /** A matrix [d][d] of finite numbers, symmetric or not. */
    static double[][] square(double[][] matrix) {
        Check.notEmpty("", matrix.length, "a square matrix");
        for (int i = 0; i < matrix.length; i++) {
            Check.count("[" + i + "]", matrix[i].length, matrix.length, "as many as there are rows");
            for (int j = 0; j < matrix.length; j++) {
                Check.finite("[" + i + "][" + j + "]", matrix[i][j]);
            }
        }
        return matrix;
    }

    /** Whether a semi-definite matrix is definite: no pivot is lost in rounding. */
    static boolean definite(double[][] semiDefinite) {
        boolean definite = true;
        for (boolean eliminated : eliminate(correlations(semiDefinite))) {
            definite &= eliminated;
        }
        return definite;
    }

    /** s_ij / sqrt(s_ii s_jj), so that no tolerance depends on units. */
    private static double[][] correlations(double[][] symmetric) {
        int d = symmetric.length;
        double[][] correlations = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double entry = symmetric[i][j];
                correlations[i][j] = entry == 0 ? 0 : entry / Math.sqrt(symmetric[i][i]) / Math.sqrt(symmetric[j][j]);
            }
        }
        return correlations;
    }

    private static double[][] symmetric(double[][] matrix) {
        int d = matrix.length;
        double[][] symmetric = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                symmetric[i][j] = mean(matrix, i, j);
            }
        }
        return symmetric;
    }

    private static double mean(double[][] matrix, int i, int j) {
        double upper = matrix[i][j];
        double lower = matrix[j][i];
        double tolerance = SYMMETRY_TOLERANCE * Math.sqrt(Math.abs(matrix[i][i])) * Math.sqrt(Math.abs(matrix[j][j]));
        if (Math.abs(upper - lower) > tolerance) {
            String accepted = Check.text(lower) + ", as [" + j + "][" + i + "] has";
            throw ScenarioException.refused("[" + i + "][" + j + "]", Check.text(upper), accepted);
        }
        return upper == lower ? upper : 0.5 * upper + 0.5 * lower;
    }

    /**
     * Higham, Accuracy and Stability of Numerical Algorithms, section 10.3.
     * @return which pivots were large enough to eliminate
     */
    private static boolean[] eliminate(double[][] remainder) {
        boolean[] eliminated = new boolean[remainder.length];
        for (int step = 0; step < remainder.length; step++) {
            int pivot = largestPivot(remainder, eliminated);
            if (!(remainder[pivot][pivot] > PIVOT_TOLERANCE)) {
                break;
            }
            eliminated[pivot] = true;
            eliminate(remainder, pivot, eliminated);
        }
        return eliminated;
    }

    private static int largestPivot(double[][] remainder, boolean[] eliminated) {
        int largest = -1;
        for (int i = 0; i < remainder.length; i++) {
            if (!eliminated[i] && (largest < 0 || remainder[i][i] > remainder[largest][largest])) {
                largest = i;
            }
        }
        return largest;
    }

    private static void eliminate(double[][] remainder, int pivot, boolean[] eliminated) {
        for (int i = 0; i < remainder.length; i++) {
            double factor = remainder[i][pivot] / remainder[pivot][pivot];
            for (int j = 0; j < remainder.length && !eliminated[i]; j++) {
                remainder[i][j] -= factor * remainder[pivot][j];
            }
        }
    }

    private static boolean vanishes(double[][] remainder, boolean[] eliminated) {
        for (int i = 0; i < remainder.length; i++) {
            for (int j = 0; j < remainder.length; j++) {
                if (!eliminated[i] && !eliminated[j] && !(Math.abs(remainder[i][j]) <= PIVOT_TOLERANCE)) {
                    return false;
                }
            }
        }
        return true;
    }
}
