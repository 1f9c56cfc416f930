package io.github.murmuration.score;

/** The lower triangle of sum w row row^T, of rows that are made one after the other. They are added four at a time: the sum is read and written once for all. */
final class RowSquares {

    private static final int AT_ONCE = 4;

    private final double[][] lower;
    private final double[][] rows;
    private final double[] weights = new double[AT_ONCE];
    private int filled;

    RowSquares(int size) {
        lower = new double[size][];
        for (int f = 0; f < size; f++) {
            lower[f] = new double[f + 1];
        }
        rows = new double[AT_ONCE][size];
    }

    /** The sum [size][1 to size], once it is finished. */
    double[][] lower() {
        return lower;
    }

    /**
     * The next row, to be written before anything else is called.
     * @param weight w
     */
    double[] next(double weight) {
        if (filled == AT_ONCE) {
            finish();
        }
        weights[filled] = weight;
        return rows[filled++];
    }

    /** Adds the rows that have not been added yet. */
    void finish() {
        for (int r = filled; r < AT_ONCE; r++) {
            weights[r] = 0;
        }
        for (int f = 0; f < lower.length; f++) {
            addTo(lower[f], f);
        }
        filled = 0;
    }

    private void addTo(double[] sum, int f) {
        double[] first = rows[0];
        double[] second = rows[1];
        double[] third = rows[2];
        double[] fourth = rows[3];
        double a = weights[0] * first[f];
        double b = weights[1] * second[f];
        double c = weights[2] * third[f];
        double d = weights[3] * fourth[f];
        for (int g = 0; g <= f; g++) {
            sum[g] += a * first[g] + b * second[g] + (c * third[g] + d * fourth[g]);
        }
    }
}
