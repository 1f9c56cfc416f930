package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.BackwardPaths.Endpoint;
import io.github.murmuration.ensemble.PathPatterns;
import io.github.murmuration.ensemble.PatternTable;
import java.util.Arrays;
import jcuda.Pointer;

/** Patterns in device memory, brought there or drawn there in every call: kernels/patterns.cu. */
final class CudaPatterns implements PatternEvaluator {

    static final int CENTRES_PER_BLOCK = 64;

    private static final int THREADS = 256;

    private final Context context;
    private final LaunchShape shape;
    private final PatternMemory memory;
    private final CudaPaths paths;

    /** Takes over the context. */
    CudaPatterns(Context context, LaunchShape shape) {
        this.context = context;
        this.shape = shape;
        this.memory = new PatternMemory(context);
        this.paths = new CudaPaths(context, shape);
    }

    @Override
    public void softMax(PatternTable patterns, float precision, float[] centres, int n, SoftMax into) {
        context.enter();
        int d = patterns.dimension();
        PatternPlan whole = memory.hold(patterns, n);
        for (int first = 0; first < n; first += whole.centres()) {
            PatternPlan plan = whole.of(Math.min(whole.centres(), n - first));
            float[] part = rows(centres, first, plan);
            tileSums(patterns, precision, part, plan);
            context.launch(
                    "pattern_means", blocks((long) plan.centres() * d, THREADS), meanParameters(precision, plan));
            context.finish();
            memory.work().get(plan.results(), Pointer.to(part), (long) part.length * Float.BYTES);
            System.arraycopy(part, 0, into.means(), first * d, part.length);
            ends(plan, 0, into.least(), first);
            ends(plan, 1, into.totals(), first);
        }
    }

    @Override
    public double[][] paths(BackwardPaths asked, Endpoint endpoint, PathPatterns patterns) {
        context.enter();
        return paths.build(asked, endpoint, patterns);
    }

    @Override
    public void close() {
        context.enter();
        memory.close();
        paths.close();
        context.close();
    }

    /**
     * Brings the smallest distances or the sums of weights from the device.
     * @param which 0 or 1
     */
    private void ends(PatternPlan plan, int which, float[] into, int first) {
        float[] part = new float[plan.centres()];
        long bytes = (long) part.length * Float.BYTES;
        memory.work().get(plan.ends() + which * bytes, Pointer.to(part), bytes);
        System.arraycopy(part, 0, into, first, part.length);
    }

    private static float[] rows(float[] centres, int first, PatternPlan plan) {
        int from = first * plan.dimension();
        return Arrays.copyOfRange(centres, from, from + plan.centres() * plan.dimension());
    }

    /** Brings centres to the device and submits their sums over every tile. */
    private void tileSums(PatternTable patterns, float precision, float[] centres, PatternPlan plan) {
        memory.work().put(plan.centreRows(), Pointer.to(centres), (long) centres.length * Float.BYTES);
        Parameters parameters = new Parameters()
                .add(memory.table(), patterns.count(), patterns.dimension(), patterns.run(0, 1))
                .add(at(plan.centreRows()))
                .add(memory.work())
                .add(plan.centres())
                .add(scale(precision));
        long groups = (plan.centres() + CENTRES_PER_BLOCK - 1L) / CENTRES_PER_BLOCK;
        context.launch("pattern_sums", blocks(groups * plan.tiles(), 1), parameters);
    }

    private Parameters meanParameters(float precision, PatternPlan plan) {
        return new Parameters()
                .add(memory.work())
                .add(plan.tiles())
                .add(plan.dimension())
                .add(plan.centres())
                .add(scale(precision))
                .add(at(plan.results()))
                .add(at(plan.ends()));
    }

    private long at(long offset) {
        return memory.work().address() + offset;
    }

    private long blocks(long work, int perBlock) {
        return shape.forBlocks(Math.min(Integer.MAX_VALUE, (work + perBlock - 1) / perBlock));
    }

    /** The bits of -a/2. */
    private static int scale(float precision) {
        return Float.floatToRawIntBits(-0.5f * precision);
    }
}
