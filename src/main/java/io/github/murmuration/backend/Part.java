package io.github.murmuration.backend;

import io.github.murmuration.ensemble.Subtrees;
import io.github.murmuration.ensemble.Tiling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Consecutive blocks of a population (see Tiling) that one process advances, while others advance the rest, by backends of one name. Noise and starts belong to places, so agents do not
 * depend on the part that they are in; sums go over the whole population, in the fixed tree, and what means do to the next step is worked
 * out from these in every part.
 *
 * @param from number of its first block
 * @param to number of the block after its last; beyond the last of all for those up to the end
 */
public record Part(int from, int to, Exchange exchange) {

    /** All blocks, of all replicas. */
    public static final Part WHOLE = new Part(0, Integer.MAX_VALUE, own -> new double[][] {own});

    /** How parts learn of each other. All of them call it equally often. */
    @FunctionalInterface
    public interface Exchange {

        /**
         * Waits for the others.
         *
         * @param own message of this part
         * @return those of all parts, in the order of their blocks
         */
        double[][] gather(double[] own);
    }

    /**
     * What the parts found together.
     *
     * @param sums over all blocks
     * @param divergence of the earliest step, in the first part that has one there
     */
    public record Found(double[] sums, Optional<DivergenceException> divergence) {}

    /**
     * One of several parts of a population, whose numbers of blocks differ by one at most.
     *
     * @param number of it, from 0 on
     * @param parts at most {@link #most}
     */
    public static Part of(int number, int parts, long agents, Exchange exchange) {
        long blocks = most(agents);
        return new Part((int) (blocks * number / parts), (int) (blocks * (number + 1) / parts), exchange);
    }

    /** Most parts that a population has: one for each block. */
    public static int most(long agents) {
        return Tiling.alone(agents).blocks();
    }

    public boolean whole() {
        return equals(WHOLE);
    }

    /** Number of the block after the last that is here of a population with so many. */
    public int end(int blocks) {
        return Math.min(to, blocks);
    }

    /** The part's agents of a population, as if they were one. */
    public Tiling here(Tiling population) {
        if (whole()) {
            return population;
        }
        long first = (long) from * Tiling.BLOCK;
        return population.firstAgents(Math.max(1, Math.min(population.agents(), (long) to * Tiling.BLOCK) - first));
    }

    /**
     * Joins the sums of all parts, and the first agent that left the representable range in any: one message, of the subtrees of this part.
     *
     * @param blocks of the population
     * @param size of the vectors that are summed
     */
    public Found join(Subtrees own, int blocks, int size, Optional<DivergenceException> first) {
        Subtrees all = new Subtrees(blocks, size);
        List<DivergenceException> found = new ArrayList<>();
        for (double[] message : exchange.gather(PartMessage.of(own, size, first))) {
            PartMessage.addTo(all, message, size);
            PartMessage.first(message).ifPresent(found::add);
        }
        return new Found(all.total(), found.stream().min(Comparator.comparingInt(DivergenceException::step)));
    }

    /** Joins counts: those of all parts together, place by place. */
    public long[] add(long[] own) {
        long[] all = new long[own.length];
        for (double[] message :
                exchange.gather(LongStream.of(own).asDoubleStream().toArray())) {
            Arrays.setAll(all, i -> all[i] + (long) message[i]);
        }
        return all;
    }
}
