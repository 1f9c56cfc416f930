package io.github.murmuration.backend.host;

import io.github.murmuration.ensemble.PatternTable;

/**
 * The arithmetic of one centre c and one tile of patterns y. With q_mu = |y_mu - c|^2, least the smallest of them, and w_mu =
 * exp(-a (q_mu - least) / 2). One instance per thread: implementations hold scratch.
 */
public interface PatternKernel {

    /**
     * least, sum w_mu and sum w_mu y_mu.
     *
     * @param centres c [d] at position from
     * @param sums [2 + d] at position at, overwritten
     */
    void sums(PatternTable patterns, int tile, float precision, float[] centres, int from, float[] sums, int at);

    /** w_mu of the patterns in the tile, in their order, valid until the next call; what sums added up. */
    float[] weights(PatternTable patterns, int tile, float precision, float[] centres, int from);
}
