package io.github.murmuration.grid;

import java.util.Arrays;

/** g = d log rho / dx at a wall, with its derivatives by three walls that follow one another. */
final class Score {
    double value;
    final double[] gradient = new double[3];
    final double[][] hessian = new double[3][3];

    /**
     * At the middle one of the walls of two cells, 2 log(m2 b1 / (m1 b2)) / (b1 + b2) of their masses m and widths b: of second order where
     * widths change smoothly.
     *
     * @param logRatio log(m2 / m1)
     */
    void set(double logRatio, double before, double after) {
        double sum = before + after;
        value = 2 * (logRatio + Math.log(before / after)) / sum;
        double byBefore = (2 / before - value) / sum;
        double byAfter = (-2 / after - value) / sum;
        gradient[0] = -byBefore;
        gradient[1] = byBefore - byAfter;
        gradient[2] = byAfter;
        curvatures(
                (-2 / (before * before) - 2 * byBefore) / sum,
                -(byBefore + byAfter) / sum,
                (2 / (after * after) - 2 * byAfter) / sum);
    }

    private void curvatures(double twiceBefore, double mixed, double twiceAfter) {
        hessian[0][0] = twiceBefore;
        hessian[1][1] = twiceBefore - 2 * mixed + twiceAfter;
        hessian[2][2] = twiceAfter;
        both(0, 1, mixed - twiceBefore);
        both(0, 2, -mixed);
        both(1, 2, mixed - twiceAfter);
    }

    /**
     * At an outer wall, inversely to the width of its cell: the tail keeps its shape and is stretched as that is.
     *
     * @param product of g and the width
     * @param low the lower of the two walls, of which one is outer: 0, or 1
     */
    void setOuter(double product, double width, int low) {
        value = product / width;
        double slope = value / width;
        clear();
        gradient[low] = slope;
        gradient[low + 1] = -slope;
        hessian[low][low] = 2 * slope / width;
        hessian[low + 1][low + 1] = 2 * slope / width;
        both(low, low + 1, -2 * slope / width);
    }

    private void clear() {
        Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
    }

    private void both(int i, int j, double value) {
        hessian[i][j] = value;
        hessian[j][i] = value;
    }
}
