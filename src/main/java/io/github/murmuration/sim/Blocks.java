package io.github.murmuration.sim;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.Part;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.Subtrees;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.file.NpyHeader;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/**
 * The blocks of one population that are here: all of them, or those of a part.
 *
 * @param agents N of the population
 */
record Blocks(Part part, long agents) {

    /** Blocks whose sums are in memory at a time. */
    private static final int AT_ONCE = 256;

    static Blocks of(EnsembleSpec spec) {
        return new Blocks(spec.part(), spec.agents());
    }

    /** Number of the first. */
    int from() {
        return part.from();
    }

    /** Number of the one after the last. */
    int end() {
        return part.end(all());
    }

    /** Number of the first agent. */
    long firstAgent() {
        return (long) from() * Tiling.BLOCK;
    }

    /** Number of the agent after the last. */
    long endOfAgents() {
        return part.to() == Integer.MAX_VALUE ? agents : Math.min(agents, (long) part.to() * Tiling.BLOCK);
    }

    /** Before the rows of agents that are here: of the first part, the header of an npy file of all rows, and nothing of the others. */
    byte[] header(String type, long... columns) {
        long[] shape =
                LongStream.concat(LongStream.of(agents), LongStream.of(columns)).toArray();
        return from() == 0 ? NpyHeader.bytes(type, shape) : new byte[0];
    }

    /** Sums of some blocks. */
    @FunctionalInterface
    interface Read {

        /**
         * Sums of blocks from, ..., to - 1 of the population.
         * @return [block][sums]
         */
        double[][] sums(int from, int to);
    }

    /**
     * Sums over the blocks of all parts, in the order of SumTree.
     *
     * @param size of the vector of sums of a block
     * @param each sums of a block; by several threads at a time
     * @param progress receives the number of blocks done
     */
    double[] sums(int size, Crew<?> crew, IntFunction<double[]> each, Progress progress) {
        return sums(
                size,
                (from, to) -> crew.map(to - from, i -> each.apply(from + i)).toArray(double[][]::new),
                progress);
    }

    /** The same of blocks that are read many at a time. */
    double[] sums(int size, Read read, Progress progress) {
        Subtrees here = new Subtrees(all(), size);
        for (int first = from(); first < end(); first += AT_ONCE) {
            int to = Math.min(first + AT_ONCE, end());
            double[][] sums = read.sums(first, to);
            for (int i = 0; i < sums.length; i++) {
                here.add(first + i, first + i + 1, sums[i], 0);
            }
            progress.advanced(to - from(), end() - from());
        }
        return part.join(here, all(), size, Optional.empty()).sums();
    }

    private int all() {
        return Tiling.alone(agents).blocks();
    }
}
