package io.github.murmuration.backend.host;

import io.github.murmuration.ensemble.PatternTable;

/**
 * The arithmetic of a centre c and one tile of patterns y. With q_mu = |y_mu - c|^2, least the smallest of them, and w_mu =
 * exp(-a (q_mu - least) / 2). One instance per thread: implementations hold scratch.
 */
public interface PatternKernel {

    /** Centres that are best taken together. */
    int BLOCK = 4;

    /**
     * least, sum w_mu and sum w_mu y_mu of some centres.
     *
     * @param centres c [count][d] from position from on
     * @param count at most {@link #BLOCK}
     * @param sums [count][2 + d] from position at on, overwritten
     */
    void sums(
            PatternTable patterns,
            int tile,
            float precision,
            float[] centres,
            int from,
            int count,
            float[] sums,
            int at);

    /** w_mu of the patterns in the tile, in their order, valid until the next call; what sums added up. */
    float[] weights(PatternTable patterns, int tile, float precision, float[] centres, int from);
}
