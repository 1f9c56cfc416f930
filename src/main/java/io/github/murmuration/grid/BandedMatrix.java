package io.github.murmuration.grid;

/** A symmetric matrix of which a_ij = 0 for |i - j| above the half bandwidth. */
final class BandedMatrix {
    private final int size;
    private final int half;

    /** a_ij at [i][j - i + half], {@code i - half <= j <= i}. */
    private final double[][] rows;

    BandedMatrix(int size, int half) {
        this.size = size;
        this.half = half;
        this.rows = new double[size][half + 1];
    }

    BandedMatrix copy() {
        BandedMatrix copy = new BandedMatrix(size, half);
        for (int i = 0; i < size; i++) {
            System.arraycopy(rows[i], 0, copy.rows[i], 0, half + 1);
        }
        return copy;
    }

    /** Adds to a_ij, i >= j. */
    void add(int i, int j, double value) {
        rows[i][j - i + half] += value;
    }

    /**
     * Replaces the lower triangle by L of A = L L^T.
     * @return whether A is positive definite; else it is spoilt
     */
    boolean factorise() {
        for (int i = 0; i < size; i++) {
            for (int j = Math.max(0, i - half); j <= i; j++) {
                double rest = rows[i][j - i + half] - product(i, j);
                if (j == i && !(rest > 0)) {
                    return false;
                }
                rows[i][j - i + half] = j == i ? Math.sqrt(rest) : rest / rows[j][half];
            }
        }
        return true;
    }

    private double product(int i, int j) {
        double[] first = rows[i];
        double[] second = rows[j];
        double sum = 0;
        for (int k = Math.max(0, i - half); k < j; k++) {
            sum += first[k - i + half] * second[k - j + half];
        }
        return sum;
    }

    /** x of L L^T x = b, in place of b. */
    void solve(double[] b) {
        for (int i = 0; i < size; i++) {
            for (int k = Math.max(0, i - half); k < i; k++) {
                b[i] -= rows[i][k - i + half] * b[k];
            }
            b[i] /= rows[i][half];
        }
        for (int i = size - 1; i >= 0; i--) {
            b[i] /= rows[i][half];
            for (int k = Math.max(0, i - half); k < i; k++) {
                b[k] -= rows[i][k - i + half] * b[i];
            }
        }
    }
}
