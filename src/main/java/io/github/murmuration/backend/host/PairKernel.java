package io.github.murmuration.backend.host;

/** The arithmetic of pairs: agents that are next to each other in a table, and partners of theirs. One instance per thread. */
public interface PairKernel {

    /** Most agents at once. */
    int AGENTS = 128;

    /** What it is asked about: the agents of a replica, and its row [TapeLayout], which begins at a position. */
    record Inputs(PairTable table, float[] rows, int row) {}

    /**
     * Adds to the sums of some agents the values with partners from, ..., to - 1, in this order: s = s + K(i, j), in float32.
     *
     * @param first of the agents
     * @param count of them
     * @param sums [value][AGENTS], from place at of every value on; modified
     */
    void add(Inputs inputs, int first, int count, int from, int to, float[] sums, int at);

    /**
     * Adds to the sum of agent first + a the value with partner + a, for all a below count.
     * @param sums as above
     */
    void addBeside(Inputs inputs, int first, int count, int partner, float[] sums, int at);
}
