package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.Tiling;
import java.util.Optional;

/**
 * One step per launch: means act on the rows of the next step. A step is pair means where the model has some, a kernel that advances, as many passes over its tile sums as
 * leave little to do, and one kernel that finishes them and feeds the next step; everything is submitted ahead and nothing leaves the
 * device before the batch is through. Runs of steps are recorded as a graph once they come for the second time.
 */
final class FedSteps extends Steps {

    /** Steps of a graph: enough to hide what submitting it takes. */
    private static final int LONGEST_GRAPH = 32;

    /** Rounds of 256 sums that one block combines in less time than another launch takes. */
    private static final long ROUNDS = 8;

    /** What slots of replicas may take of the shared memory of a block: kernels/combine.cuh has its own. */
    private static final int REPLICA_BYTES = Context.SHARED_BYTES - MemoryPlan.GROUP * Double.BYTES;

    // Places in kernels/advance.cuh: Clock.
    private static final int FIRST_STEP = 0;
    private static final int STEPS_BEFORE = 1;
    private static final int BATCH = 2;

    private static final int BEFORE = -1;
    private static final long NOTHING = 0;

    private final Tiling tiling;
    private final FeedTable feeds;
    private final KernelSet.Launch advance;
    private final Optional<PairMeans> pairs;
    private final int run;
    private boolean loaded;
    private Graph graph;

    /** Steps of the last batch, and number of the one after it. */
    private int taken;

    private int nextStep;

    FedSteps(
            MemoryPlan plan,
            Context context,
            DeviceArrays arrays,
            BulkNormals normals,
            LaunchShape shape,
            KernelSet kernels) {
        super(plan, context, arrays, normals, shape, kernels);
        this.tiling = spec.tiling();
        this.feeds = FeedTable.of(spec);
        this.advance = kernels.launches(spec.guidances(), false).get(0);
        this.pairs = plan.pairs().map(of -> new PairMeans(of, plan, context, arrays, shape, kernels));
        boolean alone = normals == null && spec.part().whole();
        this.run = alone ? Math.min(LONGEST_GRAPH, Math.min(shape.steps(), plan.batch())) : 1;
    }

    @Override
    double[] take(int firstStep, int count) {
        taken = count;
        nextStep = firstStep + count;
        context.set(arrays.clock, BATCH, count);
        setClock(firstStep, 0);
        feedBack("feed_back_tiles", NOTHING, 1, BEFORE);
        for (int k = 0; k < count; ) {
            int steps = Math.min(run, count - k);
            setClock(firstStep + k, k);
            if (normals != null) {
                normals.draw(firstStep + k, steps, arrays.normals.pointer());
            }
            submitRun(steps);
            k += steps;
        }
        return totals.read(arrays.history, count * vectors());
    }

    /** The row of the last step, and the means that it is fed, are still there. */
    @Override
    Optional<String> remark(AgentCopies copies) {
        return pairs.filter(means -> taken > 0)
                .flatMap(means -> means.batchErrors(copies, draw -> {
                    setClock(nextStep + draw, taken - 1);
                    means.submit(0);
                }));
    }

    @Override
    public void close() {
        if (graph != null) {
            graph.close();
        }
    }

    /** The driver loads a kernel when it is first launched, which must not happen while a graph is recorded. */
    private void submitRun(int steps) {
        if (steps == 1 || steps < run || !loaded) {
            submit(steps);
            loaded = true;
            return;
        }
        if (graph == null) {
            graph = new Graph(context.stream(), () -> submit(run));
        }
        graph.launch();
    }

    private void submit(int steps) {
        for (int i = 0; i < steps; i++) {
            int step = i;
            pairs.ifPresent(means -> means.submit(step));
            launch(advance, 0, i, i, 1);
            TileTotals.Partial partial = totals.tiles(vectors());
            while (partial.count() > MemoryPlan.GROUP || partial.count() > 1 && rounds(partial.count()) > ROUNDS) {
                partial = totals.pass(partial, vectors());
            }
            String kernel = partial.sums() == arrays.sums ? "feed_back_tiles" : "feed_back_totals";
            feedBack(kernel, partial.sums().address(), partial.count(), i);
        }
    }

    /** Rounds of 256 that a block takes for one replica. */
    private long rounds(long count) {
        return ((long) vectors() * TileTotals.width(count) + MemoryPlan.GROUP - 1) / MemoryPlan.GROUP;
    }

    /**
     * @param sums of the step, partial over count groups of tiles.
     * @param step since the clock
     */
    private void feedBack(String kernel, long sums, long count, int step) {
        int width = TileTotals.width(count);
        int entries = spec.rows().fedCount();
        int together = together(width);
        TapeTables tables = arrays.taped.tables;
        int sharedBytes = together * spec.guidances() * tables.replica().slots() * Float.BYTES;
        Parameters parameters = new Parameters()
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
                .add(0)
                .add(tiling)
                .add(plan.rowStride())
                .add((long) spec.rows().size())
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
        context.launch(kernel, shape.forBlocks((tiling.replicas() + together - 1) / together), sharedBytes, parameters);
    }

    /** Replicas that a block has threads and shared memory for. */
    private int together(int width) {
        int work = Math.max(vectors() * width, spec.guidances() * spec.rows().fedCount());
        int bytes = Math.max(1, spec.guidances() * arrays.taped.tables.replica().slots() * Float.BYTES);
        int most = Math.min(MemoryPlan.GROUP / work, REPLICA_BYTES / bytes);
        return Math.max(1, Math.min(tiling.replicas(), most));
    }

    private void setClock(int firstStep, int before) {
        context.set(arrays.clock, FIRST_STEP, firstStep);
        context.set(arrays.clock, STEPS_BEFORE, before);
    }
}
