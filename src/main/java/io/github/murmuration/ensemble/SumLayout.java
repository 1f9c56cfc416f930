package io.github.murmuration.ensemble;

/**
 * Where each sum of one reduction lies. A channel is a number that every agent has: its coordinates are the first channels, its features
 * the others. For each label in turn, over the agents of that label:
 *
 * <pre>
 * of each coordinate   sum (x - r)   sum (x - r)^2   sum u^2 (of agents that are steered)
 * of each feature      sum (f - r)
 * </pre>
 *
 * with the reference point r of the step.
 *
 * @param steered whether agents have a control u
 */
public record SumLayout(int labels, int dimension, boolean steered, int features) {

    public static final int FIRST = 0;
    public static final int SECOND = 1;
    public static final int POWER = 2;

    /** Sums of a coordinate. */
    public int width() {
        return steered ? 3 : 2;
    }

    /** Numbers that are summed. */
    public int channels() {
        return dimension + features;
    }

    /** Where the sums of a channel begin. */
    public int at(int label, int channel) {
        int beyond = Math.max(0, channel - dimension);
        return label * ofLabel() + (channel - beyond) * width() + beyond;
    }

    /**
     * One of the sums of a channel over all labels.
     * @param offset where the sums begin
     */
    public double total(double[] sums, int offset, int channel, int which) {
        double total = 0;
        for (int label = 0; label < labels; label++) {
            total += sums[offset + at(label, channel) + which];
        }
        return total;
    }

    /** Number of sums. */
    public int size() {
        return labels * ofLabel();
    }

    private int ofLabel() {
        return dimension * width() + features;
    }
}
