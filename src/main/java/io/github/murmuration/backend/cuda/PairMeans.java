package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.BatchErrors;
import io.github.murmuration.backend.cuda.PairPlan.Partners;
import io.github.murmuration.ensemble.PartnerChoice;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Submits the pair means of a step, from the states before it: kernels/pairs.cu. */
final class PairMeans {

    private final PairPlan plan;
    private final MemoryPlan memory;
    private final Context context;
    private final DeviceArrays arrays;
    private final LaunchShape shape;
    private final KernelSet kernels;
    private final PairOrder order;

    /** @param kernels among which is the one that sums over partners */
    PairMeans(
            PairPlan plan,
            MemoryPlan memory,
            Context context,
            DeviceArrays arrays,
            LaunchShape shape,
            KernelSet kernels) {
        this.plan = plan;
        this.memory = memory;
        this.context = context;
        this.arrays = arrays;
        this.shape = shape;
        this.kernels = kernels;
        this.order = new PairOrder(plan, memory, context, arrays, shape);
        context.fill(arrays.taped.pairs.means, (byte) 0);
    }

    /**
     * Of every guidance.
     * @param step since the clock
     */
    void submit(int step) {
        if (plan.partners() == Partners.BATCH) {
            drawShifts(step);
        }
        for (int g = 0; g < plan.guidances(); g++) {
            long states =
                    arrays.states.address() + g * Float.BYTES * memory.spec().dimension() * memory.padded();
            if (plan.partners() == Partners.WITHIN) {
                order.sort(states);
            }
            gather(states);
            sum(g, step);
        }
    }

    /**
     * Errors of the first agents, where partners are a batch.
     * @param draw submits the means of a draw
     */
    Optional<String> batchErrors(AgentCopies copies, IntConsumer draw) {
        if (!(plan.step().partners() instanceof PartnerChoice.Batch batch)) {
            return Optional.empty();
        }
        BatchErrors errors = new BatchErrors(batch, plan.tiling().agents(), plan.values());
        for (int k = 0; k < BatchErrors.DRAWS; k++) {
            draw.accept(k);
            for (int value = 0; value < plan.values(); value++) {
                errors.add(value, copies.floats(arrays.taped.pairs.means, value, 0));
            }
        }
        return Optional.of(errors.remark());
    }

    private void sum(int g, int step) {
        if (plan.partners() == Partners.WITHIN) {
            addRuns(g, step, 0, 1);
            average(g, 0, 0);
            return;
        }
        long runs = plan.runs();
        for (long first = 0; first < runs; first += plan.together()) {
            int count = (int) Math.min(plan.together(), runs - first);
            addRuns(g, step, (int) first, count);
            average(g, (int) first, count);
        }
    }

    /** kernels/pair_batch.cuh: PairShifts. */
    private void drawShifts(int step) {
        Parameters parameters = new Parameters()
                .add(arrays.taped.pairs.shifts)
                .add(arrays.clock)
                .add(memory.spec().seed())
                .add(plan.tiling())
                .add(plan.batch())
                .add(step);
        context.launch(
                "pair_shifts",
                shape.forThreads((plan.batch() + 1L) / 2 * plan.tiling().replicas()),
                parameters);
    }

    /** kernels/pair_table.cuh: PairTable. */
    private void gather(long states) {
        PairArrays pairs = arrays.taped.pairs;
        Parameters parameters = new Parameters()
                .add(states)
                .add(arrays.taped.marks)
                .add(arrays.labels)
                .add(pairs.columns)
                .add(order.address())
                .add(pairs.table)
                .add(memory.padded())
                .add(plan.tiling())
                .add(plan.columns().count());
        context.launch("pair_table", shape.forThreads(plan.agents()), parameters);
    }

    /** kernels/pair_sums.cuh: PairSums. */
    private void addRuns(int g, int step, int first, int count) {
        PairArrays pairs = arrays.taped.pairs;
        long fedBytes = (long) Float.BYTES
                * plan.tiling().replicas()
                * memory.spec().rows().fedCount();
        Parameters parameters = new Parameters()
                .add(pairs.tape, plan.tape())
                .add(pairs.table)
                .add(pairs.shifts)
                .add(order.cells())
                .add(pairs.begins)
                .add(arrays.rows.address() + g * Float.BYTES * memory.rowStride())
                .add(arrays.fed.address() + g * fedBytes)
                .add(arrays.clock)
                .add(pairs.runs)
                .add(pairs.sums)
                .add(pairs.scratch)
                .add(memory.tiles())
                .add((long) memory.spec().rows().size())
                .add(plan.tiling())
                .add(plan.grid())
                .add(memory.spec().rows().fedCount())
                .add(step)
                .add(plan.columns().count())
                .add(plan.values())
                .add(plan.partners().ordinal())
                .add(plan.batch())
                .add(first)
                .add(count)
                .add(plan.tape().given())
                .add(plan.tape().slots());
        context.launch(kernels.pairs(), shape.forBlocks(kernels.pairBlocks(plan)), parameters);
    }

    /** kernels/pair_sums.cuh: PairMeans. */
    private void average(int g, int first, int count) {
        PairArrays pairs = arrays.taped.pairs;
        boolean ends = first + count == plan.runs();
        boolean batch = plan.partners() == Partners.BATCH;
        Parameters parameters = new Parameters()
                .add(pairs.runs)
                .add(order.address())
                .add(pairs.sums)
                .add(pairs.means.address() + g * Float.BYTES * plan.values() * memory.padded())
                .add(batch ? (plan.tiling().agents() - 1.0) / plan.batch() : 1.0)
                .add(memory.padded())
                .add(plan.tiling())
                .add(plan.values())
                .add(count)
                .add(count > 0 && first == 0 ? 1 : 0)
                .add(batch && ends ? 1 : 0)
                .add(ends ? 1 : 0);
        context.launch("pair_means", shape.forThreads(plan.agents()), parameters);
    }
}
