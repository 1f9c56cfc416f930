package io.github.murmuration.density;

/** Columns of a square matrix, turned in pairs until they are orthogonal: one-sided Jacobi. Columns of zeros are left where they are. */
final class OrthogonalColumns {

    /** Far more than are ever needed: convergence is quadratic. */
    private static final int MOST_SWEEPS = 60;

    private final double[][] columns;

    /** @param columns [column][row]. Modified. */
    OrthogonalColumns(double[][] columns) {
        this.columns = columns;
        for (int sweep = 0; !sweep(); sweep++) {
            if (sweep == MOST_SWEEPS) {
                throw new ArithmeticException("the eigen-decomposition of a covariance did not converge");
            }
        }
    }

    /** Squares of the lengths of the columns, and their directions; columns of zeros get directions orthogonal to all others. */
    SymmetricEigen eigen() {
        int d = columns.length;
        double[] values = new double[d];
        for (int e = 0; e < d; e++) {
            values[e] = product(columns[e], columns[e]);
            scale(columns[e], values[e]);
        }
        for (int e = 0; e < d; e++) {
            if (values[e] == 0) {
                complete(e);
            }
        }
        double[][] vectors = new double[d][d];
        for (int e = 0; e < d; e++) {
            for (int i = 0; i < d; i++) {
                vectors[i][e] = columns[e][i];
            }
        }
        return new SymmetricEigen(values, vectors);
    }

    /** Whether all pairs were orthogonal already. */
    private boolean sweep() {
        boolean orthogonal = true;
        for (int p = 0; p < columns.length; p++) {
            for (int q = p + 1; q < columns.length; q++) {
                orthogonal &= !turn(columns[p], columns[q]);
            }
        }
        return orthogonal;
    }

    /** Whether the pair had to be turned. */
    private static boolean turn(double[] x, double[] y) {
        double xx = product(x, x);
        double yy = product(y, y);
        double xy = product(x, y);
        if (Math.abs(xy) <= x.length * Math.ulp(1.0) * Math.sqrt(xx) * Math.sqrt(yy)) {
            return false;
        }
        double zeta = (yy - xx) / (2 * xy);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double cosine = 1 / Math.hypot(1, tangent);
        for (int i = 0; i < x.length; i++) {
            double left = x[i];
            x[i] = cosine * (left - tangent * y[i]);
            y[i] = cosine * (tangent * left + y[i]);
        }
        return true;
    }

    /** Makes column e the unit vector with the largest part outside the others, made orthogonal to them. */
    private void complete(int e) {
        columns[e][farthest()] = 1;
        for (int pass = 0; pass < 2; pass++) {
            for (int f = 0; f < columns.length; f++) {
                subtract(columns[e], columns[f], f == e ? 0 : product(columns[e], columns[f]));
            }
        }
        scale(columns[e], product(columns[e], columns[e]));
    }

    /** The coordinate whose unit vector the columns cover least. */
    private int farthest() {
        int farthest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < columns.length; i++) {
            double covered = 0;
            for (double[] column : columns) {
                covered += column[i] * column[i];
            }
            if (covered < least) {
                farthest = i;
                least = covered;
            }
        }
        return farthest;
    }

    private static void subtract(double[] from, double[] column, double factor) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * column[i];
        }
    }

    private static void scale(double[] column, double square) {
        for (int i = 0; i < column.length && square > 0; i++) {
            column[i] /= Math.sqrt(square);
        }
    }

    private static double product(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
