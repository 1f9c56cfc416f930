package io.github.murmuration.backend;

import io.github.murmuration.ensemble.Tiling;

/**
 * A run of blocks of a population (see Tiling) that is advanced apart from the others, by backends of one name. Noise and starts belong to places, so agents do not
 * depend on the part that they are in; sums go over the whole population, in the fixed tree, and what means do to the next step is worked
 * out from these in every part.
 *
 * @param from number of its first block
 * @param to number of the block after its last; beyond the last of all for those up to the end
 */
public record Part(int from, int to, Exchange exchange) {

    /** All blocks, of all replicas. */
    public static final Part WHOLE = new Part(0, Integer.MAX_VALUE, (own, size) -> own);

    /** How parts learn of each other. All of them call it in the same order, with vectors of the same size. */
    @FunctionalInterface
    public interface Exchange {

        /**
         * Waits for the others.
         *
         * @param own vectors of the part's blocks, one after the other
         * @return those of all blocks of the population, in their order; the caller's to modify
         */
        double[] gather(double[] own, int size);
    }

    public boolean whole() {
        return equals(WHOLE);
    }

    /** The part's agents of a population, as if they were one. */
    public Tiling here(Tiling population) {
        if (whole()) {
            return population;
        }
        long first = (long) from * Tiling.BLOCK;
        return new Tiling(Math.max(1, Math.min(population.agents(), (long) to * Tiling.BLOCK) - first), 1);
    }
}
