package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.Tiling;
import java.util.Arrays;
import jcuda.Pointer;

/** A population at its beginning, and the labels that it keeps: kernels/population.cuh, kernels/labels.cuh. */
final class Starts {

    private static final long COUNT_BLOCKS = 1024;
    private static final long NOT_ASKED_FOR = 0;

    private final EnsembleSpec spec;
    private final Context context;
    private final DeviceArrays arrays;
    private final MemoryPlan plan;
    private final Tiling tiling;
    private final long scratchBlocks;

    Starts(MemoryPlan plan, Context context, DeviceArrays arrays) {
        this.plan = plan;
        this.spec = plan.spec();
        this.context = context;
        this.arrays = arrays;
        this.tiling = plan.tiling();
        this.scratchBlocks = plan.scratchBlocks();
    }

    /**
     * Submits the drawing of states and of what is kept of starts, and their tile sums.
     * @param reference of the channels
     */
    void populate(float[] reference) {
        arrays.reference.put(0, Pointer.to(reference), (long) reference.length * Float.BYTES);
        if (spec.evaluator() instanceof Evaluator.Taped taped) {
            populate(TapeKernels.of(taped.step()));
        } else {
            context.launch("populate_tiles", tiling.tiles(), population());
        }
    }

    /** kernels/population_taped.cuh: TapedPopulation. */
    private void populate(TapeKernels kernels) {
        TapeTables tables = arrays.taped.tables;
        Parameters parameters = population()
                .add(arrays.taped.start, tables.start())
                .add(arrays.taped.laws)
                .add(arrays.taped.thresholds)
                .add(arrays.taped.numbers)
                .add(arrays.taped.marks)
                .add(spec.marks())
                .add(0)
                .add(arrays.taped.startTimes)
                .add(arrays.taped.zeros)
                .add(arrays.scratch)
                .add(tables.start().outputs() - spec.dimension())
                .add(tables.start().labelSlot())
                .add(KernelSet.of(spec).blockVectors(spec));
        long blocks = scratchBlocks > 0 ? scratchBlocks : tiling.tiles();
        context.launch(kernels.populate(), blocks, kernels.sharedBytes(tables.start()), parameters);
    }

    /** kernels/population.cuh: Population. */
    private Parameters population() {
        return new Parameters()
                .add(arrays, spec.start())
                .add(arrays.reference)
                .add(arrays.starts)
                .add(arrays.labels)
                .add(arrays.states)
                .add(arrays.energies)
                .add(arrays.sums)
                .add(spec.seed())
                .add(tiling.tiles())
                .add(plan)
                .add(spec.guidances())
                .add(spec.dimension())
                .add(spec.sums());
    }

    /** Counts the agents of each label, of the whole population [replica][L]; waits for the other parts. */
    long[][] labelCounts() {
        context.fill(arrays.counts, (byte) 0);
        label(NOT_ASKED_FOR, arrays.counts.address(), 0, tiling.tiles());
        int labels = spec.start().labels();
        long[] all = new long[tiling.replicas() * labels];
        arrays.counts.get(0, Pointer.to(all), (long) all.length * Long.BYTES);
        if (!spec.part().whole()) {
            all = spec.part().add(all);
            arrays.counts.put(0, Pointer.to(all), (long) all.length * Long.BYTES);
        }
        long[][] counts = new long[tiling.replicas()][];
        for (int r = 0; r < counts.length; r++) {
            counts[r] = Arrays.copyOfRange(all, r * labels, (r + 1) * labels);
        }
        return counts;
    }

    /**
     * Labels of the places of some tiles, -1 where a place pads.
     * @param labels address of them
     */
    void tell(long labels, long firstTile, long tiles) {
        label(labels, NOT_ASKED_FOR, firstTile, tiles);
    }

    /** Labels of the places of a block, -1 where a place pads. One thread at a time: they come through one buffer. */
    synchronized byte[] labels(int b) {
        tell(arrays.labelsOfBlock.address(), tiling.firstTile(b), tiling.tilesIn(b));
        byte[] labels = new byte[tiling.placesIn(b)];
        arrays.labelsOfBlock.get(0, Pointer.to(labels), labels.length);
        return labels;
    }

    private void label(long labels, long counts, long firstTile, long tiles) {
        Parameters parameters = new Parameters()
                .add(arrays, spec.start())
                .add(labels)
                .add(counts)
                .add(spec.seed())
                .add(firstTile)
                .add(tiles)
                .add(plan)
                .add(spec.start().labels());
        context.launch("label_agents", Math.min(COUNT_BLOCKS, tiles), parameters);
        context.finish();
    }
}
