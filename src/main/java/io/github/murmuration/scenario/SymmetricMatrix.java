package io.github.murmuration.scenario;

/** Is this matrix a covariance? Found by Cholesky elimination with diagonal pivoting, which needs no inverse. */
final class SymmetricMatrix {
    private static final double SYMMETRY_TOLERANCE = 1e-9;
    private static final double PIVOT_TOLERANCE = 1e-10;

    private SymmetricMatrix() {}

    /** An exactly symmetric copy of a matrix [d][d] that is positive semi-definite; refused if it is not. */
    static double[][] semiDefinite(double[][] matrix) {
        square(matrix);
        double scale = largestEntry(matrix);
        double[][] symmetric = symmetric(matrix, SYMMETRY_TOLERANCE * scale);
        if (!isSemiDefinite(symmetric, PIVOT_TOLERANCE * scale)) {
            throw ScenarioException.refused("", "a matrix with a negative eigenvalue", "a positive semi-definite one");
        }
        return symmetric;
    }

    /** A matrix [d][d] of finite numbers, symmetric or not. */
    static double[][] square(double[][] matrix) {
        Check.notEmpty("", matrix.length, "a square matrix");
        for (int i = 0; i < matrix.length; i++) {
            Check.count("[" + i + "]", matrix[i].length, matrix.length, "as many as there are rows");
            Check.point("[" + i + "]", matrix[i]);
        }
        return matrix;
    }

    /** Whether a semi-definite matrix is definite: no pivot is lost in rounding. */
    static boolean definite(double[][] semiDefinite) {
        double[][] remainder = copy(semiDefinite);
        boolean[] eliminated = new boolean[remainder.length];
        double tolerance = PIVOT_TOLERANCE * largestEntry(semiDefinite);
        for (int step = 0; step < remainder.length; step++) {
            int pivot = largestPivot(remainder, eliminated);
            if (remainder[pivot][pivot] <= tolerance) {
                return false;
            }
            eliminated[pivot] = true;
            eliminate(remainder, pivot, eliminated);
        }
        return true;
    }

    private static double largestEntry(double[][] matrix) {
        double largest = 0;
        for (double[] row : matrix) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        return largest;
    }

    private static double[][] symmetric(double[][] matrix, double tolerance) {
        int d = matrix.length;
        double[][] symmetric = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                symmetric[i][j] = mean(matrix, i, j, tolerance);
            }
        }
        return symmetric;
    }

    private static double mean(double[][] matrix, int i, int j, double tolerance) {
        double upper = matrix[i][j];
        double lower = matrix[j][i];
        if (Math.abs(upper - lower) > tolerance) {
            String accepted = Check.text(lower) + ", as [" + j + "][" + i + "] has";
            throw ScenarioException.refused("[" + i + "][" + j + "]", Check.text(upper), accepted);
        }
        return upper == lower ? upper : 0.5 * upper + 0.5 * lower;
    }

    /** Higham, Accuracy and Stability of Numerical Algorithms, section 10.3. */
    private static boolean isSemiDefinite(double[][] symmetric, double tolerance) {
        double[][] remainder = copy(symmetric);
        boolean[] eliminated = new boolean[remainder.length];
        for (int step = 0; step < remainder.length; step++) {
            int pivot = largestPivot(remainder, eliminated);
            if (remainder[pivot][pivot] <= tolerance) {
                return vanishes(remainder, eliminated, tolerance);
            }
            eliminated[pivot] = true;
            eliminate(remainder, pivot, eliminated);
        }
        return true;
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = matrix.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
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

    private static boolean vanishes(double[][] remainder, boolean[] eliminated, double tolerance) {
        for (int i = 0; i < remainder.length; i++) {
            for (int j = 0; j < remainder.length; j++) {
                if (!eliminated[i] && !eliminated[j] && Math.abs(remainder[i][j]) > tolerance) {
                    return false;
                }
            }
        }
        return true;
    }
}
