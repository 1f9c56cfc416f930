package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import java.util.Optional;

/**
 * Bytes of every device array of a population.
 *
 * @param tiling may be that of another number of agents than the spec's
 * @param batch steps whose sums are kept until they are read
 * @param scratchBlocks blocks that have scratch; 0 where none has
 */
record MemoryPlan(EnsembleSpec spec, Tiling tiling, int batch, long scratchBlocks) {

    static final int GROUP = 256;

    private static final int LARGEST_BATCH = 256;
    private static final long SUM_BYTES = 1L << 28;

    /** Of large populations, sums may take one part in so many: more of them are more steps per launch. */
    private static final long PART_FOR_SUMS = 16;

    private static final long NORMAL_BYTES = 1L << 30;
    private static final long SCRATCH_BYTES = 1L << 30;

    /** What allocation granularity may cost. */
    private static final long RESERVE = 1L << 25;

    private static final int BLOCKS_PER_MULTIPROCESSOR = 4;

    /** Of the blocks that are here; a batch is the same for all parts of a population. */
    static MemoryPlan of(EnsembleSpec spec, Tiling population, int multiprocessors, LaunchShape shape) {
        Tiling tiling = spec.part().here(population);
        MemoryPlan one = new MemoryPlan(spec, population, 1, 0);
        long perStep = one.fed() ? one.historyBytes() : one.sumBytes();
        long forSums = Math.max(SUM_BYTES, one.agentBytes() / PART_FOR_SUMS);
        int batch = (int) Math.max(1, Math.min(LARGEST_BATCH, forSums / perStep));
        return new MemoryPlan(
                spec, tiling, batch, scratchBlocks(spec, shape.forBlocks(tiling.tiles()), multiprocessors));
    }

    /** Most agents of a replica that fit in free bytes. */
    static long mostAgents(EnsembleSpec spec, long free, int multiprocessors, LaunchShape shape) {
        long fit = 0;
        for (long step = Long.highestOneBit(Math.max(1, free / spec.tiling().replicas())); step > 0; step /= 2) {
            Tiling more = Tiling.replicas(fit + step, 0, spec.tiling().replicas());
            if (of(spec, more, multiprocessors, shape).bytes() <= free - RESERVE) {
                fit += step;
            }
        }
        return fit;
    }

    long tiles() {
        return tiling.tiles();
    }

    /** Number in the population of the first tile that is here. */
    long firstTile() {
        return (long) spec.part().from() * Tiling.TILES_PER_BLOCK;
    }

    /** Number in the population of the first agent that is here. */
    long firstAgent() {
        return (long) spec.part().from() * Tiling.BLOCK;
    }

    long padded() {
        return tiles() * Noise.TILE;
    }

    /** Tile sums of one kind at one step: several per tile where replicas share it. */
    long slots() {
        return tiles() * tiling.replicasPerTile();
    }

    /** Totals of one kind at one step: replicas, and the room for some that the last tile they share has left. */
    long places() {
        return slots() / tiling.tilesPerReplica();
    }

    boolean fed() {
        return KernelSet.of(spec).fed();
    }

    /** Of one coordinate of all agents, or one energy. */
    private long bytesOfEach() {
        return padded() * Float.BYTES;
    }

    /** Starts are kept where single steps depend on them, and are drawn anew for many steps at a time. */
    long startBytes() {
        return fed() && spec.evaluator().startConditioned() ? bytesOfEach() * spec.dimension() : 0;
    }

    /** Labels are kept where there are several, for single steps. */
    long labelBytes() {
        return fed() && spec.start().labels() > 1 ? padded() : 0;
    }

    long stateBytes() {
        return bytesOfEach() * spec.dimension() * spec.guidances();
    }

    long energyBytes() {
        return spec.agentEnergies() ? bytesOfEach() * spec.guidances() : 0;
    }

    long markBytes() {
        return bytesOfEach() * spec.marks();
    }

    /** Of pair means; empty where a step reads none. */
    Optional<PairPlan> pairs() {
        return PairPlan.of(spec, tiling);
    }

    /** All that grows with every agent. */
    private long agentBytes() {
        return startBytes() + labelBytes() + markBytes() + stateBytes() + energyBytes();
    }

    /** Floats from the rows of a guidance to those of the next. */
    long rowStride() {
        return (long) batch * spec.rows().size();
    }

    long rowBytes() {
        return rowStride() * spec.guidances() * Float.BYTES;
    }

    /** Sums of a replica whose tile sums are kept: of the whole batch, or of one step where means act on the next. */
    long vectors() {
        return (fed() ? 1L : batch) * spec.guidances() * spec.sums().size();
    }

    /** Resident blocks may sum one step while others still read the sums of the step before. */
    long sumBytes() {
        return (ResidentSteps.may(this) ? 2 : 1) * vectors() * slots() * Float.BYTES;
    }

    /** Of the totals over groups of 256 tiles. */
    long totalBytes() {
        return vectors() * places() * groups(tiling.tilesPerReplica()) * Double.BYTES;
    }

    /** Of the totals over groups of groups. */
    long groupTotalBytes() {
        return vectors() * places() * groups(groups(tiling.tilesPerReplica())) * Double.BYTES;
    }

    /** Of the totals of a batch where they are made step by step. */
    long historyBytes() {
        return fed() ? batch * vectors() * places() * Double.BYTES : 0;
    }

    /** Of the states of ensemble.Feedback. */
    long feedbackBytes() {
        return fed() ? (long) tiling.replicas() * FeedTable.of(spec).stateSize() * Double.BYTES : 0;
    }

    /** Of the entries of rows that means act on. */
    long fedBytes() {
        return fed() ? (long) spec.guidances() * tiling.replicas() * spec.rows().fedCount() * Float.BYTES : 0;
    }

    /** Of the feeds, which depend on rows alone. */
    long feedTableBytes() {
        FeedTable table = FeedTable.of(spec);
        return (long) Integer.BYTES * (table.firsts().length + table.feeds().length + table.own().length);
    }

    long countBytes() {
        return (long) tiling.replicas() * spec.start().labels() * Long.BYTES;
    }

    /** Steps whose increments are in memory at a time; 0 where the kernels draw them. */
    int storedSteps() {
        if (spec.noise() != NoiseSource.CURAND) {
            return 0;
        }
        return fed() ? 1 : (int) Math.max(1, Math.min(batch, NORMAL_BYTES / normalBytesPerStep()));
    }

    long normalBytes() {
        return storedSteps() * normalBytesPerStep();
    }

    private long normalBytesPerStep() {
        return bytesOfEach() * KernelSet.of(spec).normals(spec.dimension());
    }

    long scratchBytes() {
        return scratchBlocks * KernelSet.of(spec).blockVectors(spec) * Noise.TILE * Float.BYTES;
    }

    long bytes() {
        return agentBytes()
                + Tiling.BLOCK
                + rowBytes()
                + sumBytes()
                + totalBytes()
                + groupTotalBytes()
                + historyBytes()
                + feedbackBytes()
                + fedBytes()
                + feedTableBytes()
                + TapeTables.of(spec).bytes()
                + countBytes()
                + normalBytes()
                + scratchBytes()
                + pairs().map(PairPlan::bytes).orElse(0L);
    }

    static long groups(long count) {
        return (count + GROUP - 1) / GROUP;
    }

    private static long scratchBlocks(EnsembleSpec spec, long blocks, int multiprocessors) {
        KernelSet kernels = KernelSet.of(spec);
        if (!kernels.loops()) {
            return 0;
        }
        long perBlock = (long) kernels.blockVectors(spec) * Noise.TILE * Float.BYTES;
        long affordable = SCRATCH_BYTES / perBlock;
        return Math.max(1, Math.min(Math.min(blocks, (long) BLOCKS_PER_MULTIPROCESSOR * multiprocessors), affordable));
    }
}
