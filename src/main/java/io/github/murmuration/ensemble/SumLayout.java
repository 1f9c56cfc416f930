package io.github.murmuration.ensemble;

/**
 * Where each sum of one reduction lies: [label][coordinate][3], the three being sum (x - r), sum (x - r)^2 and sum u^2 over the
 * agents of that label, r the reference point of the step.
 */
public record SumLayout(int labels, int dimension) {

    public static final int FIRST = 0;
    public static final int SECOND = 1;
    public static final int POWER = 2;
    public static final int WIDTH = 3;

    public int at(int label, int coordinate) {
        return (label * dimension + coordinate) * WIDTH;
    }

    /** One of the three sums over all labels. @param offset where the sums begin */
    public double total(double[] sums, int offset, int coordinate, int which) {
        double total = 0;
        for (int label = 0; label < labels; label++) {
            total += sums[offset + at(label, coordinate) + which];
        }
        return total;
    }

    /** Number of sums. */
    public int size() {
        return labels * dimension * WIDTH;
    }
}
