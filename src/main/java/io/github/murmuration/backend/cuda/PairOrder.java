package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.Tiling;

/** Agents in the order of their cells, where partners are those within a distance; else as they are: kernels/pair_cells.cuh. */
final class PairOrder {

    private static final long NONE = 0;

    private final PairPlan plan;
    private final MemoryPlan memory;
    private final Context context;
    private final PairArrays pairs;
    private final LaunchShape shape;
    private final int passes;

    PairOrder(PairPlan plan, MemoryPlan memory, Context context, DeviceArrays arrays, LaunchShape shape) {
        this.plan = plan;
        this.memory = memory;
        this.context = context;
        this.pairs = arrays.taped.pairs;
        this.shape = shape;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, plan.cells() - 1));
        this.passes = (bits + PairPlan.DIGIT_BITS - 1) / PairPlan.DIGIT_BITS;
    }

    /** Number of the agent at each position; 0 where these are numbers. */
    long address() {
        return plan.cells() == 0 ? NONE : pairs.orders[passes % 2].address();
    }

    /** Cell of the agent at each position. */
    DeviceBuffer cells() {
        return pairs.cells[passes % 2];
    }

    /**
     * Submits the sort, digit by digit from the lowest.
     * @param states of a guidance
     */
    void sort(long states) {
        context.launch("pair_cells", shape.forThreads(plan.agents()), cellsOf(states));
        long tiles = Tiling.tiles(plan.agents());
        for (int pass = 0; pass < passes; pass++) {
            context.launch("cell_counts", shape.forBlocks(tiles), pass(pass));
            context.launch("cell_places", 1, pass(pass));
            context.launch("cell_sort", shape.forBlocks(tiles), pass(pass));
        }
        Parameters begins = new Parameters()
                .add(cells())
                .add(pairs.begins)
                .add(plan.agents())
                .add(plan.cells());
        context.launch("cell_begins", shape.forThreads(plan.cells() + 1), begins);
    }

    /** kernels/pair_cells.cuh: PairCells. */
    private Parameters cellsOf(long states) {
        return new Parameters()
                .add(states)
                .add(pairs.cells[0])
                .add(pairs.orders[0])
                .add(memory.padded())
                .add(plan.tiling())
                .add(plan.grid());
    }

    /** kernels/pair_cells.cuh: CellSort. */
    private Parameters pass(int pass) {
        int from = pass % 2;
        return new Parameters()
                .add(pairs.cells[from])
                .add(pairs.orders[from])
                .add(pairs.cells[1 - from])
                .add(pairs.orders[1 - from])
                .add(pairs.counts)
                .add(plan.agents())
                .add(pass * PairPlan.DIGIT_BITS);
    }
}
