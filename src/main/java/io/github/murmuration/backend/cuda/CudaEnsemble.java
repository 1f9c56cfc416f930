package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.DivergenceException;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Tiling;
import java.util.Arrays;
import java.util.List;
import jcuda.Pointer;

/** A population in device memory. */
final class CudaEnsemble implements Ensemble {

    private static final int AGENT_BITS = 48;
    private static final long NONE = -1;
    private static final long COUNT_BLOCKS = 1024;

    private final EnsembleSpec spec;
    private final Context context;
    private final LaunchShape shape;
    private final MemoryPlan plan;
    private final DeviceArrays arrays;
    private final TileTotals totals;
    private final BulkNormals normals;
    private final KernelSet kernels;
    private final List<KernelSet.Launch> launches;

    /**
     * Takes over the context.
     *
     * @throws DeviceBuffer.OutOfMemory the device has not enough left
     * @throws UnavailableException the noise cannot be had
     */
    CudaEnsemble(Context context, MemoryPlan plan, LaunchShape shape) {
        this.spec = plan.spec();
        this.context = context;
        this.shape = shape;
        this.plan = plan;
        this.normals = BulkNormals.of(spec, plan.padded(), context.stream());
        this.arrays = allocate(plan, normals);
        this.totals = new TileTotals(context, arrays, plan.tiles());
        this.kernels = KernelSet.of(spec);
        this.launches = kernels.launches(spec.guidances());
    }

    @Override
    public double[] start(float[] reference) {
        context.enter();
        arrays.reference.put(0, Pointer.to(reference), (long) reference.length * Float.BYTES);
        Parameters parameters = new Parameters()
                .add(arrays.thresholds)
                .add(arrays.means)
                .add(arrays.factors)
                .add(arrays.listed)
                .add(arrays.reference)
                .add(arrays.starts)
                .add(arrays.labels)
                .add(arrays.states)
                .add(arrays.energies)
                .add(arrays.sums)
                .add(spec.seed())
                .add(spec.agents())
                .add(plan.tiles())
                .add((long) (spec.start().rows().length / spec.dimension()))
                .add(spec.guidances())
                .add(spec.dimension())
                .add(spec.start().components())
                .add(spec.start().labels())
                .add(spec.start().diagonal() ? 1 : 0);
        context.launch("draw_starts", shape.blocks(plan.tiles()), parameters);
        return totals.read(spec.sums().size());
    }

    @Override
    public long[][] labelCounts() {
        context.enter();
        context.fill(arrays.counts, (byte) 0);
        Parameters parameters =
                new Parameters().add(arrays.labels).add(arrays.counts).add(spec.agents());
        context.launch("count_labels", Math.min(COUNT_BLOCKS, plan.tiles()), parameters);
        context.finish();
        long[] counts = new long[spec.start().labels()];
        arrays.counts.get(0, Pointer.to(counts), (long) counts.length * Long.BYTES);
        return new long[][] {counts};
    }

    @Override
    public double[][] advance(int firstStep, int count, float[][] rows) {
        context.enter();
        double[][] sums = new double[spec.guidances()][count * spec.sums().size()];
        for (int k = 0; k < count; k += plan.batch()) {
            advanceBatch(firstStep, k, Math.min(plan.batch(), count - k), rows, sums);
        }
        return sums;
    }

    @Override
    public int batch() {
        return plan.batch();
    }

    @Override
    public float[][] states(int guidance, int b) {
        context.enter();
        float[][] states = new float[spec.dimension()][spec.tiling().agentsIn(b)];
        for (int j = 0; j < states.length; j++) {
            arrays.states.get(coordinate(guidance, j, b), Pointer.to(states[j]), 4L * states[j].length);
        }
        return states;
    }

    @Override
    public float[] energies(int guidance, int b) {
        context.enter();
        float[] energies = new float[spec.tiling().agentsIn(b)];
        arrays.energies.get(energy(guidance, b), Pointer.to(energies), 4L * energies.length);
        return energies;
    }

    @Override
    public byte[] labels(int b) {
        context.enter();
        byte[] labels = new byte[spec.tiling().agentsIn(b)];
        arrays.labels.get((long) b * Tiling.BLOCK, Pointer.to(labels), labels.length);
        return labels;
    }

    @Override
    public double[][] feedback() {
        return new double[1][0];
    }

    @Override
    public void restoreFeedback(double[][] feedback) {}

    @Override
    public void restore(int guidance, int b, float[][] states, float[] energies) {
        context.enter();
        for (int j = 0; j < states.length; j++) {
            arrays.states.put(coordinate(guidance, j, b), Pointer.to(states[j]), 4L * states[j].length);
        }
        arrays.energies.put(energy(guidance, b), Pointer.to(energies), 4L * energies.length);
    }

    @Override
    public void close() {
        context.enter();
        closeNormals(normals);
        arrays.close();
        context.close();
    }

    private static DeviceArrays allocate(MemoryPlan plan, BulkNormals normals) {
        try {
            return new DeviceArrays(plan);
        } catch (DeviceBuffer.OutOfMemory e) {
            closeNormals(normals);
            throw e;
        }
    }

    private static void closeNormals(BulkNormals normals) {
        if (normals != null) {
            normals.close();
        }
    }

    /** Steps done, ..., done + count - 1 of a call of advance. @param sums modified. */
    private void advanceBatch(int firstStep, int done, int count, float[][] rows, double[][] sums) {
        int rowSize = spec.rows().size();
        for (int g = 0; g < rows.length; g++) {
            float[] part = Arrays.copyOfRange(rows[g], done * rowSize, (done + count) * rowSize);
            arrays.rows.put(4L * g * count * rowSize, Pointer.to(part), 4L * part.length);
        }
        context.fill(arrays.offender, (byte) NONE);
        int most =
                Math.min(plan.storedSteps() > 0 ? Math.min(plan.storedSteps(), shape.steps()) : shape.steps(), count);
        for (int k = 0; k < count; k += most) {
            launch(firstStep + done, k, Math.min(most, count - k), count);
        }
        int size = spec.sums().size();
        double[] all = totals.read(count * spec.guidances() * size);
        refuseOffender(firstStep + done);
        for (int k = 0; k < count; k++) {
            for (int g = 0; g < sums.length; g++) {
                System.arraycopy(all, (k * sums.length + g) * size, sums[g], (done + k) * size, size);
            }
        }
    }

    /** Submits the steps from k on, of a batch of some steps that begins with firstStep. */
    private void launch(int firstStep, int k, int steps, int batch) {
        long blocks = plan.scratchBlocks() > 0 ? plan.scratchBlocks() : shape.blocks(plan.tiles());
        long rowSize = spec.rows().size();
        long sumSize = (long) spec.guidances() * spec.sums().size() * plan.tiles();
        if (normals != null) {
            normals.draw(firstStep + k, steps, arrays.normals.pointer());
        }
        for (KernelSet.Launch launch : launches) {
            Parameters parameters = new Parameters()
                    .add(arrays.rows.address() + 4 * k * rowSize)
                    .add(arrays.starts)
                    .add(arrays.labels)
                    .add(arrays.states)
                    .add(arrays.energies)
                    .add(arrays.rotations)
                    .add(arrays.sums.address() + 4 * k * sumSize)
                    .add(arrays.offender)
                    .add(arrays.normals)
                    .add(arrays.scratch)
                    .add(spec.seed())
                    .add(plan.tiles())
                    .add(batch * rowSize)
                    .add(firstStep + k)
                    .add(k)
                    .add(steps)
                    .add(kernels.scheme())
                    .add(spec.guidances())
                    .add(launch.first())
                    .add(spec.dimension())
                    .add(kernels.components())
                    .add(spec.start().labels())
                    .add(MemoryPlan.scratchVectors(spec));
            context.launch(launch.kernel(), blocks, parameters);
        }
    }

    private void refuseOffender(int firstStep) {
        long[] packed = new long[1];
        arrays.offender.get(0, Pointer.to(packed), Long.BYTES);
        if (packed[0] != NONE) {
            int step = firstStep + (int) (packed[0] >>> AGENT_BITS);
            throw new DivergenceException(step, packed[0] & ((1L << AGENT_BITS) - 1));
        }
    }

    private long coordinate(int guidance, int j, int b) {
        return 4 * (((long) guidance * spec.dimension() + j) * plan.padded() + (long) b * Tiling.BLOCK);
    }

    private long energy(int guidance, int b) {
        return 4 * (guidance * plan.padded() + (long) b * Tiling.BLOCK);
    }
}
