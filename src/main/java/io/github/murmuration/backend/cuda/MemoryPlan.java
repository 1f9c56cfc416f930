package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.rng.Noise;

/**
 * Bytes of every device array of a population.
 *
 * @param tiles of 1024 agents
 * @param batch steps whose tile sums are kept until they are read
 * @param scratchBlocks blocks that have scratch; 0 where the state fits in registers
 */
record MemoryPlan(EnsembleSpec spec, long tiles, int batch, long scratchBlocks) {

    static final int GROUP = 256;

    private static final int LARGEST_BATCH = 256;
    private static final long SUM_BYTES = 1L << 28;
    private static final long NORMAL_BYTES = 1L << 30;
    private static final long SCRATCH_BYTES = 1L << 30;

    /** What allocation granularity may cost. */
    private static final long RESERVE = 1L << 25;

    private static final int BLOCKS_PER_MULTIPROCESSOR = 4;

    static MemoryPlan of(EnsembleSpec spec, long agents, int multiprocessors, LaunchShape shape) {
        long tiles = (agents + Noise.TILE - 1) / Noise.TILE;
        long perStep = Float.BYTES * (long) spec.guidances() * spec.sums().size() * tiles;
        int batch = (int) Math.max(1, Math.min(LARGEST_BATCH, SUM_BYTES / perStep));
        return new MemoryPlan(spec, tiles, batch, scratchBlocks(spec, shape.blocks(tiles), multiprocessors));
    }

    /** Most agents that fit in free bytes. */
    static long mostAgents(EnsembleSpec spec, long free, int multiprocessors, LaunchShape shape) {
        long fit = 0;
        for (long step = Long.highestOneBit(Math.max(1, free / Noise.TILE)); step > 0; step /= 2) {
            if (of(spec, (fit + step) * Noise.TILE, multiprocessors, shape).bytes() <= free - RESERVE) {
                fit += step;
            }
        }
        return fit * Noise.TILE;
    }

    long padded() {
        return tiles * Noise.TILE;
    }

    long startBytes() {
        return padded() * spec.dimension() * Float.BYTES;
    }

    long stateBytes() {
        return startBytes() * spec.guidances();
    }

    long energyBytes() {
        return padded() * spec.guidances() * Float.BYTES;
    }

    long rowBytes() {
        return (long) batch * spec.guidances() * spec.rows().size() * Float.BYTES;
    }

    /** Sums per tile and batch. */
    long vectors() {
        return (long) batch * spec.guidances() * spec.sums().size();
    }

    long sumBytes() {
        return vectors() * tiles * Float.BYTES;
    }

    /** Of the totals over groups of 256 tiles. */
    long totalBytes() {
        return vectors() * groups(tiles) * Double.BYTES;
    }

    /** Of the totals over groups of groups. */
    long groupTotalBytes() {
        return vectors() * groups(groups(tiles)) * Double.BYTES;
    }

    /** Steps whose increments are in memory at a time; 0 where the kernels draw them. */
    int storedSteps() {
        if (spec.noise() != NoiseSource.CURAND) {
            return 0;
        }
        return (int) Math.max(1, Math.min(batch, NORMAL_BYTES / startBytes()));
    }

    long normalBytes() {
        return storedSteps() * startBytes();
    }

    long scratchBytes() {
        return scratchBlocks * scratchVectors(spec) * Noise.TILE * Float.BYTES;
    }

    long bytes() {
        return startBytes()
                + stateBytes()
                + energyBytes()
                + padded()
                + rowBytes()
                + sumBytes()
                + totalBytes()
                + groupTotalBytes()
                + normalBytes()
                + scratchBytes();
    }

    static long groups(long count) {
        return (count + GROUP - 1) / GROUP;
    }

    /** Vectors [1024] of scratch per block: increments, and those of the evaluator. */
    static int scratchVectors(EnsembleSpec spec) {
        return spec.dimension() + KernelSet.of(spec).scratchVectors();
    }

    private static long scratchBlocks(EnsembleSpec spec, long blocks, int multiprocessors) {
        if (KernelSet.of(spec).widest() > 0) {
            return 0;
        }
        long perBlock = (long) scratchVectors(spec) * Noise.TILE * Float.BYTES;
        long affordable = Math.max(1, SCRATCH_BYTES / perBlock);
        return Math.min(Math.min(blocks, (long) BLOCKS_PER_MULTIPROCESSOR * multiprocessors), affordable);
    }
}
