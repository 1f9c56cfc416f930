package io.github.murmuration.density;

import java.util.Arrays;

/**
 * Columns of L, S = L L^T, for a semi-definite S [d][d]: column p belongs to pivot p and is 0 where coordinate p follows from others.
 * Which coordinates do is judged by the share of its variance that the others leave, so units do not matter. The pivots are then taken in
 * the order of what is left of their variances, largest first, so that columns are graded.
 */
final class CholeskyFactor {

    private final double[][] remainder;
    private final double[][] columns;

    private CholeskyFactor(double[][] matrix) {
        remainder = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        columns = new double[matrix.length][matrix.length];
    }

    /** @return [column][row] */
    static double[][] columns(double[][] matrix) {
        boolean[] pivots = independent(matrix);
        double[] sameUnits = new double[matrix.length];
        Arrays.fill(sameUnits, 1);
        CholeskyFactor factor = new CholeskyFactor(matrix);
        for (int p = factor.largest(pivots, sameUnits, 0); p >= 0; p = factor.largest(pivots, sameUnits, 0)) {
            factor.eliminate(p);
            pivots[p] = false;
        }
        return factor.columns;
    }

    /** Coordinates of which no one follows from the others, to rounding, and from which all others follow. */
    private static boolean[] independent(double[][] matrix) {
        int d = matrix.length;
        double[] variances = new double[d];
        boolean[] others = new boolean[d];
        for (int i = 0; i < d; i++) {
            variances[i] = matrix[i][i];
            others[i] = true;
        }
        double rounding = 16 * d * Math.ulp(1.0);
        CholeskyFactor factor = new CholeskyFactor(matrix);
        boolean[] independent = new boolean[d];
        for (int p = factor.largest(others, variances, rounding);
                p >= 0;
                p = factor.largest(others, variances, rounding)) {
            factor.eliminate(p);
            others[p] = false;
            independent[p] = true;
        }
        return independent;
    }

    /** The one of the pivots with the largest remainder in the given units, -1 if none has more than the least. */
    private int largest(boolean[] pivots, double[] units, double least) {
        int largest = -1;
        double most = least;
        for (int i = 0; i < pivots.length; i++) {
            if (pivots[i] && remainder[i][i] / units[i] > most) {
                largest = i;
                most = remainder[i][i] / units[i];
            }
        }
        return largest;
    }

    private void eliminate(int pivot) {
        double[] column = columns[pivot];
        double root = Math.sqrt(remainder[pivot][pivot]);
        for (int i = 0; i < column.length; i++) {
            column[i] = remainder[i][pivot] / root;
        }
        column[pivot] = root;
        for (int i = 0; i < column.length; i++) {
            for (int j = 0; j < column.length; j++) {
                boolean eliminated = i == pivot || j == pivot;
                remainder[i][j] = eliminated ? 0 : remainder[i][j] - column[i] * column[j];
            }
        }
    }
}
