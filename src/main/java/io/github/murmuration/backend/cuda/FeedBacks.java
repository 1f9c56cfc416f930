package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Tiling;

/** What means do to the rows of the next step, on the device: kernels/feedback.cuh. */
final class FeedBacks {

    /** What slots of replicas may take of the shared memory of a block: kernels/combine.cuh has its own. */
    private static final int REPLICA_BYTES = Context.SHARED_BYTES - MemoryPlan.GROUP * Double.BYTES;

    // Places in kernels/advance.cuh: Clock.
    private static final int FIRST_STEP = 0;
    private static final int STEPS_BEFORE = 1;
    private static final int BATCH = 2;

    private static final int BEFORE = -1;
    private static final long NOTHING = 0;

    private final EnsembleSpec spec;
    private final MemoryPlan plan;
    private final Tiling tiling;
    private final Context context;
    private final DeviceArrays arrays;
    private final LaunchShape shape;
    private final FeedTable feeds;

    FeedBacks(MemoryPlan plan, Context context, DeviceArrays arrays, LaunchShape shape) {
        this.spec = plan.spec();
        this.plan = plan;
        this.tiling = spec.tiling();
        this.context = context;
        this.arrays = arrays;
        this.shape = shape;
        this.feeds = FeedTable.of(spec);
    }

    /** Says which steps come next. */
    void setClock(int firstStep, int before) {
        context.set(arrays.clock, FIRST_STEP, firstStep);
        context.set(arrays.clock, STEPS_BEFORE, before);
    }

    /** Makes the rows of the first step of a batch. */
    void begin(int firstStep, int batch) {
        context.set(arrays.clock, BATCH, batch);
        setClock(firstStep, 0);
        submit("feed_back_tiles", NOTHING, 1, BEFORE);
    }

    /**
     * Ends a step.
     * @param partial its sums
     * @param step since the clock
     */
    void submit(TileTotals.Partial partial, int step) {
        String kernel = partial.sums() == arrays.sums ? "feed_back_tiles" : "feed_back_totals";
        submit(kernel, partial.sums().address(), partial.count(), step);
    }

    private void submit(String kernel, long sums, long count, int step) {
        int width = TileTotals.width(count);
        int together = together(width);
        Parameters parameters = add(new Parameters(), sums, count, width, together, step);
        long blocks = shape.forBlocks((tiling.replicas() + together - 1) / together);
        context.launch(kernel, blocks, replicaBytes(together), parameters);
    }

    /** Bytes of the memory of a block that the tapes of so many replicas take. */
    int replicaBytes(int together) {
        return Math.toIntExact((long) together * bytesOfEach());
    }

    private int bytesOfEach() {
        return spec.guidances() * arrays.taped.tables.replica().slots() * Float.BYTES;
    }

    /**
     * kernels/feedback.cuh: FeedBack.
     * @param sums of the step, partial over count groups of tiles.
     * @param width threads that combine them
     * @param together replicas of a block
     * @param step since the clock
     */
    Parameters add(Parameters parameters, long sums, long count, int width, int together, int step) {
        int entries = spec.rows().fedCount();
        TapeTables tables = arrays.taped.tables;
        return parameters
                .add(sums)
                .add(arrays.history)
                .add(arrays.feedback)
                .add(arrays.fed)
                .add(arrays.rows)
                .add(arrays.feedFirsts)
                .add(arrays.feeds)
                .add(arrays.feedOwn)
                .add(arrays.clock)
                .add(arrays.taped.averages)
                .add(arrays.counts)
                .add(arrays.taped.replica, tables.replica())
                .add(spec.commonSeed())
                .add(tables.replica().outputs())
                .add(tables.replica().given())
                .add(spec.evaluator().moments().size())
                .add(tables.commonSources())
                .add(tables.noisePerStep())
                .align()
                .add(tiling)
                .add(plan.rowStride())
                .add((long) spec.rows().size())
                .add(plan.vectors() * plan.places())
                .add(count)
                .add(width)
                .add(together)
                .add(Math.toIntExact(plan.places()))
                .add(spec.guidances())
                .add(spec.sums())
                .add(spec.evaluator().followed(spec.dimension()))
                .add(spec.rows().fedFrom())
                .add(entries)
                .add(feeds.stateSize())
                .add(spec.rows().reference() - spec.rows().fedFrom())
                .add(entries - tables.replica().outputs())
                .add(step);
    }

    /** Replicas that a block has threads and shared memory for. */
    private int together(int width) {
        int work = Math.max(
                Math.toIntExact(plan.vectors()) * width,
                spec.guidances() * spec.rows().fedCount());
        int most = Math.min(MemoryPlan.GROUP / work, REPLICA_BYTES / Math.max(1, bytesOfEach()));
        return Math.max(1, Math.min(tiling.replicas(), most));
    }
}
