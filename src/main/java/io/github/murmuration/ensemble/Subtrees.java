package io.github.murmuration.ensemble;

import java.util.Arrays;

/**
 * Sums over a run of consecutive blocks (see Tiling), as those of the fewest subtrees of SumTree that it is made of: at most 2 log2 of the blocks of the
 * population. A subtree of 2^n blocks begins at a multiple of 2^n; the population's last ones may be cut.
 */
public final class Subtrees {

    /** More than any int has of them: 31 that grow and 31 that shrink. */
    private static final int MOST = 64;

    private final int blocks;
    private final int size;
    private final int[] ends = new int[MOST];
    private final double[][] sums = new double[MOST][];
    private int first;
    private int count;

    /**
     * None so far.
     *
     * @param blocks of the whole population
     * @param size of the vector of sums of each
     */
    public Subtrees(int blocks, int size) {
        this.blocks = blocks;
        this.size = size;
    }

    /**
     * Adds the subtree, or the block, that begins where the last one ended.
     *
     * @param begin number of its first block
     * @param end number of the block after its last
     * @param from sums, from position at on
     * @throws IllegalArgumentException it does not begin there
     */
    public void add(int begin, int end, double[] from, int at) {
        if (count > 0 && begin != ends[count - 1]) {
            throw new IllegalArgumentException("blocks from " + begin + " on do not follow those before " + end());
        }
        first = count == 0 ? begin : first;
        ends[count] = end;
        sums[count] = Arrays.copyOfRange(from, at, at + size);
        count++;
        while (count > 1 && siblings()) {
            merge();
        }
    }

    /** Number of subtrees. */
    public int count() {
        return count;
    }

    /** Number of the first block of the i-th; of the block after the last, where there are i. */
    public int begin(int i) {
        return i == 0 ? first : ends[i - 1];
    }

    /** Sums of the i-th. */
    public double[] sums(int i) {
        return sums[i];
    }

    /**
     * Sums over all blocks of the population.
     * @throws IllegalStateException some are missing
     */
    public double[] total() {
        if (count != 1 || first != 0 || end() != blocks) {
            throw new IllegalStateException("blocks " + first + " to " + end() + " of " + blocks);
        }
        return sums[0];
    }

    private int end() {
        return begin(count);
    }

    /** Whether the last two are the halves of a subtree. */
    private boolean siblings() {
        int begin = begin(count - 2);
        int middle = begin(count - 1);
        int half = middle - begin;
        return begin % (2L * half) == 0 && (end() - middle == half || end() == blocks);
    }

    private void merge() {
        double[] into = sums[count - 2];
        double[] from = sums[count - 1];
        for (int s = 0; s < size; s++) {
            into[s] += from[s];
        }
        ends[count - 2] = ends[count - 1];
        count--;
    }
}
