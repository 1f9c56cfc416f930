package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;

/**
 * Many steps per launch though means act on the rows of the next: kernels/advance_resident.cuh. All blocks of a launch are on the device at
 * the same time. At the end of a step each waits for the others, finishes the sums of all, and makes the rows of the next step for itself.
 */
final class ResidentSteps extends Steps {

    /**
     * Most tile sums of a step, which every block reads and adds at its end. Where agents are few, a step of two launches takes an H200 9 us
     * (bench/results/gpu-h200.md), and one of resident blocks 2 us in a prototype, so what is added to it may take some microseconds: the
     * 264 blocks of two on each multiprocessor read 8 MiB where sums are as many as this, which an L2 cache gives in 2 us.
     */
    private static final long MOST_SUMS = 8192;

    /** Shared memory that every device has beside the column sums of a block. */
    private static final int MOST_BYTES = 80 << 10;

    /** Numbers that a thread adds up by itself: kernels/combine.cuh. */
    static final int SUBTREE = 8;

    /** Bytes of an instruction of a tape, which is fetched at once. */
    private static final int ALIGNED = 16;

    private final FeedBacks feedBacks;
    private final long blocks;
    private final int keptFrom;
    private final int sharedBytes;

    ResidentSteps(MemoryPlan plan, Context context, DeviceArrays arrays, LaunchShape shape, KernelSet kernels) {
        super(plan, context, arrays, null, shape, kernels);
        this.feedBacks = new FeedBacks(plan, context, arrays, shape);
        this.blocks = blocks(plan, context, shape, kernels);
        this.keptFrom = keptFrom(plan, kernels);
        this.sharedBytes = sharedBytes(plan, kernels);
    }

    /** Whether each block may finish the steps of all: no thread runs the tapes of two replicas, and nothing else stands between two steps. */
    static boolean may(MemoryPlan plan) {
        EnsembleSpec spec = plan.spec();
        return plan.fed()
                && spec.noise() == NoiseSource.PHILOX
                && spec.part().whole()
                && plan.pairs().isEmpty()
                && plan.vectors() * plan.slots() <= MOST_SUMS
                && spec.tiling().replicas() * spec.guidances() <= Context.THREADS;
    }

    /** The same of blocks that are resident together, each of which has few tiles in turn. */
    static boolean can(MemoryPlan plan, Context context, LaunchShape shape, KernelSet kernels) {
        if (shape.rounds() == 0
                || !may(plan)
                || kernels.resident().isEmpty()
                || sharedBytes(plan, kernels) > MOST_BYTES) {
            return false;
        }
        return blocks(plan, context, shape, kernels) * shape.rounds() >= tasks(plan);
    }

    @Override
    DeviceBuffer take(int firstStep, int count) {
        feedBacks.begin(firstStep, count);
        for (int k = 0; k < count; ) {
            int steps = Math.min(shape.steps(), count - k);
            context.set(arrays.arrivals, 0, 0);
            context.launchTogether(kernels.resident(), blocks, sharedBytes, parameters(firstStep, k, steps, count));
            k += steps;
        }
        return arrays.history;
    }

    /** kernels/advance_resident.cuh: Resident. */
    private Parameters parameters(int firstStep, int before, int steps, int batch) {
        Parameters agents = parameters(0, 0, 0, 0, 1).align();
        int replicas = spec.tiling().replicas();
        long tiles = plan.tiling().tilesPerReplica();
        return feedBacks
                .add(agents, arrays.sums.address(), tiles, 1, replicas, 0)
                .align()
                .add(arrays.sums.address() + plan.vectors() * plan.slots() * Float.BYTES)
                .add(arrays.arrivals)
                .add(firstStep + before)
                .add(before)
                .add(batch)
                .add(steps)
                .add(keptFrom / Float.BYTES);
    }

    /** Tiles of all guidances. */
    private static long tasks(MemoryPlan plan) {
        return plan.tiles() * plan.spec().guidances();
    }

    private static long blocks(MemoryPlan plan, Context context, LaunchShape shape, KernelSet kernels) {
        long resident = context.residentBlocks(kernels.resident(), sharedBytes(plan, kernels));
        return shape.forBlocks(Math.min(resident, tasks(plan)));
    }

    /** With what a block keeps: states, fed entries and tables. */
    private static int sharedBytes(MemoryPlan plan, KernelSet kernels) {
        TapeTables tables = TapeTables.of(plan.spec());
        long replica = tables.replica().bytes() + (long) tables.averages().length * Integer.BYTES;
        long feeds = plan.feedbackBytes() + plan.fedBytes() + plan.feedTableBytes();
        return Math.toIntExact(keptFrom(plan, kernels) + replica + feeds);
    }

    /** Bytes of a block that slots of agents, sums and slots of replicas take in turn. */
    private static int keptFrom(MemoryPlan plan, KernelSet kernels) {
        TapeTables tables = TapeTables.of(plan.spec());
        int replicas = plan.spec().tiling().replicas() * plan.spec().guidances();
        int slots = replicas * tables.replica().slots() * Float.BYTES;
        int most = Math.max(Math.max(kernels.sharedBytes(tables.step()), slots), sumBytes(plan));
        return (most + ALIGNED - 1) / ALIGNED * ALIGNED;
    }

    /** Of the tile sums of a step and all that is made of them on the way to totals. */
    private static int sumBytes(MemoryPlan plan) {
        long vectors = plan.vectors() * plan.places();
        long count = plan.tiling().tilesPerReplica();
        long bytes = (vectors * count + 1) / 2 * Double.BYTES;
        do {
            count = (count + SUBTREE - 1) / SUBTREE;
            bytes += vectors * count * Double.BYTES;
        } while (count > 1);
        return Math.toIntExact(bytes);
    }
}
