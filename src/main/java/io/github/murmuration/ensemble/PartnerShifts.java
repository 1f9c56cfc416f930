package io.github.murmuration.ensemble;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;

/**
 * Partners of a batch: in a step those of agent i of N are i + s_1, i - s_1, i + s_2, i - s_2, ... (mod N), p of them, with shifts s_m that
 * all agents of a replica share, uniform on 1, ..., N - 1 and independent of each other and of other steps. Each partner is uniform
 * among the others, so the estimate is unbiased; with an even p, whoever has a partner is a partner of it.
 *
 * <p>s_m = 1 + floor((N - 1) u / 2^63), u the first 63 bits of words 1 and 0 (in this order) of component m of the noise column of the
 * replica's first agent.
 */
public final class PartnerShifts {

    private final Tiling tiling;
    private final long seed;
    private final int[] words = new int[Noise.ROWS];

    public PartnerShifts(Tiling tiling, long seed) {
        this.tiling = tiling;
        this.seed = seed;
    }

    /**
     * What is added to the number of an agent, from 0 to N - 1, modulo N.
     * @param k which of its partners, from 0.
     * @param replica of those that are advanced together
     */
    public int at(int replica, int step, int k) {
        int shift = shift(replica, step, k / 2);
        return k % 2 == 0 ? shift : (int) tiling.agents() - shift;
    }

    private int shift(int replica, int step, int m) {
        Noise.words(seed, Stream.BATCH, tiling.firstColumn(replica), step, m, words);
        long u = (Integer.toUnsignedLong(words[0]) | (long) words[1] << 32) >>> 1;
        return 1 + (int) Math.multiplyHigh(u, 2 * (tiling.agents() - 1));
    }
}
