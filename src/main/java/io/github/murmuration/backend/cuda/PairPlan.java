package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.ensemble.CellGrid;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.PartnerChoice;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import java.util.Locale;
import java.util.Optional;

/**
 * How pair means are made, and what they take of device memory: kernels/pair_sums.cuh.
 *
 * @param step whose tape of pairs has values
 * @param tiling may be that of another number of agents than the population's
 * @param guidances of which one is taken after the other
 * @param tape of pairs as kernels read it
 */
record PairPlan(TapedStep step, Tiling tiling, int guidances, DeviceTape tape, PairColumns columns) {

    /** kernels/pair_cells.cuh. */
    static final int DIGIT_BITS = 8;

    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final long MOST_AGENTS = Integer.MAX_VALUE;

    /** What sums of runs may take beyond those of one run: more of them keep a small population's device busy. */
    private static final long RUN_BYTES = 1L << 26;

    private static final long SCRATCH_BYTES = 1L << 26;

    /** kernels/pair_sums.cuh. */
    enum Partners {
        ALL,
        BATCH,
        WITHIN
    }

    /** @param tiling of what is here. Empty where a step reads no pair means */
    static Optional<PairPlan> of(EnsembleSpec spec, Tiling tiling) {
        if (spec.evaluator() instanceof Evaluator.Taped taped && taped.pairs() > 0) {
            PairColumns columns = PairColumns.of(taped.step());
            DeviceTape tape = DeviceTape.ofPairs(taped.step(), columns);
            return Optional.of(new PairPlan(taped.step(), tiling, spec.guidances(), tape, columns));
        }
        return Optional.empty();
    }

    /** @throws UnavailableException there are more agents than kernels count */
    static void refuseTooMany(EnsembleSpec spec) {
        long agents = spec.agents() * spec.tiling().replicas();
        if (spec.evaluator().pairs() > 0 && agents > MOST_AGENTS) {
            throw new UnavailableException(String.format(
                    Locale.ROOT, "cuda: %,d agents with pairs; %,d in all replicas are possible", agents, MOST_AGENTS));
        }
    }

    int values() {
        return step.pairs();
    }

    /** Agents of all replicas. */
    long agents() {
        return tiling.agents() * tiling.replicas();
    }

    Partners partners() {
        if (step.partners() instanceof PartnerChoice.Batch) {
            return Partners.BATCH;
        }
        return step.partners() instanceof PartnerChoice.Within ? Partners.WITHIN : Partners.ALL;
    }

    /** Partners of an agent in a batch; 0 without. */
    int batch() {
        return step.partners() instanceof PartnerChoice.Batch batch ? batch.partners() : 0;
    }

    /** Cells of a replica; null without. */
    CellGrid grid() {
        return step.partners() instanceof PartnerChoice.Within within ? new CellGrid(within, tiling.agents()) : null;
    }

    /** Cells of all replicas. */
    long cells() {
        return partners() == Partners.WITHIN ? (long) grid().cells() * tiling.replicas() : 0;
    }

    /** Runs whose sums are kept; the agents themselves are the last of a batch. */
    long runs() {
        return switch (partners()) {
            case ALL -> runs(tiling.agents());
            case BATCH -> runs(batch()) + 1;
            case WITHIN -> 0;
        };
    }

    private static long runs(long partners) {
        return (partners + PartnerChoice.RUN - 1) / PartnerChoice.RUN;
    }

    /** Runs per launch. */
    int together() {
        return (int) Math.max(1, Math.min(runs(), RUN_BYTES / (values() * agents() * Float.BYTES)));
    }

    /** Blocks that a launch has work for. */
    long blocks() {
        return tiling.tiles() * Math.max(1, together());
    }

    /** Blocks that have scratch. */
    long scratchBlocks() {
        return Math.min(blocks(), SCRATCH_BYTES / ((long) tape.slots() * Noise.TILE * Float.BYTES));
    }

    long tableBytes() {
        return agents() * columns.count() * Float.BYTES;
    }

    long meanBytes() {
        return tiling.tiles() * Noise.TILE * values() * guidances * Float.BYTES;
    }

    long sumBytes() {
        return agents() * values() * Double.BYTES;
    }

    long runBytes() {
        return partners() == Partners.WITHIN ? 0 : agents() * values() * together() * Float.BYTES;
    }

    long scratchBytes() {
        return scratchBlocks() * tape.slots() * Noise.TILE * Float.BYTES;
    }

    long shiftBytes() {
        return (long) batch() * tiling.replicas() * Integer.BYTES;
    }

    /** Of the cells of agents, or of their order: one before and one after a pass of the sort. */
    long orderBytes() {
        return partners() == Partners.WITHIN ? agents() * Integer.BYTES : 0;
    }

    /** Of how often tiles have the digits of a cell's number. */
    long countBytes() {
        return partners() == Partners.WITHIN ? Tiling.tiles(agents()) * (long) DIGITS * Integer.BYTES : 0;
    }

    long beginBytes() {
        return partners() == Partners.WITHIN ? (cells() + 1) * Integer.BYTES : 0;
    }

    long bytes() {
        long words = tape.words().length + columns.count();
        return words * Integer.BYTES
                + tableBytes()
                + meanBytes()
                + sumBytes()
                + runBytes()
                + scratchBytes()
                + shiftBytes()
                + 4 * orderBytes()
                + countBytes()
                + beginBytes();
    }
}
