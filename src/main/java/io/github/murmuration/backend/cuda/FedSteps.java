package io.github.murmuration.backend.cuda;

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

    private final FeedBacks feedBacks;
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
        this.feedBacks = new FeedBacks(plan, context, arrays, shape);
        this.advance = kernels.launches(spec.guidances(), false).get(0);
        this.pairs = plan.pairs().map(of -> new PairMeans(of, plan, context, arrays, shape, kernels));
        boolean alone = normals == null && spec.part().whole();
        this.run = alone ? Math.min(LONGEST_GRAPH, Math.min(shape.steps(), plan.batch())) : 1;
    }

    @Override
    DeviceBuffer take(int firstStep, int count) {
        taken = count;
        nextStep = firstStep + count;
        feedBacks.begin(firstStep, count);
        for (int k = 0; k < count; ) {
            int steps = Math.min(run, count - k);
            feedBacks.setClock(firstStep + k, k);
            if (normals != null) {
                normals.draw(firstStep + k, steps, arrays.normals.pointer());
            }
            submitRun(steps);
            k += steps;
        }
        return arrays.history;
    }

    /** The row of the last step, and the means that it is fed, are still there. */
    @Override
    Optional<String> remark(AgentCopies copies) {
        return pairs.filter(means -> taken > 0)
                .flatMap(means -> means.batchErrors(copies, draw -> {
                    feedBacks.setClock(nextStep + draw, taken - 1);
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
            feedBacks.submit(partial, i);
        }
    }

    /** Rounds of 256 that a block takes for one replica. */
    private long rounds(long count) {
        return ((long) vectors() * TileTotals.width(count) + MemoryPlan.GROUP - 1) / MemoryPlan.GROUP;
    }
}
