package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import java.util.Optional;

/** How the steps of a batch are submitted. */
abstract class Steps implements AutoCloseable {

    final EnsembleSpec spec;
    final MemoryPlan plan;
    final Context context;
    final DeviceArrays arrays;
    final TileTotals totals;
    final BulkNormals normals;
    final LaunchShape shape;
    final KernelSet kernels;

    /** @param normals null where the noise is drawn */
    Steps(
            MemoryPlan plan,
            Context context,
            DeviceArrays arrays,
            BulkNormals normals,
            LaunchShape shape,
            KernelSet kernels) {
        this.spec = plan.spec();
        this.plan = plan;
        this.context = context;
        this.arrays = arrays;
        this.totals = plan.spec().part().whole()
                ? new TileTotals(context, arrays, plan)
                : new PartTotals(context, arrays, plan);
        this.normals = normals;
        this.shape = shape;
        this.kernels = kernels;
    }

    static Steps of(
            MemoryPlan plan,
            Context context,
            DeviceArrays arrays,
            BulkNormals normals,
            LaunchShape shape,
            KernelSet kernels) {
        if (!kernels.fed()) {
            return new ManySteps(plan, context, arrays, normals, shape, kernels);
        }
        return ResidentSteps.can(plan, context, shape, kernels)
                ? new ResidentSteps(plan, context, arrays, shape, kernels)
                : new FedSteps(plan, context, arrays, normals, shape, kernels);
    }

    /**
     * Submits the steps of a batch whose rows are on the device.
     * @return where totals will be [count][guidance][SumLayout][places of replicas]
     */
    abstract DeviceBuffer take(int firstStep, int count);

    /** What a user should know of the steps that were taken. */
    Optional<String> remark(AgentCopies copies) {
        return Optional.empty();
    }

    /** Sums of each replica at every step. */
    final int vectors() {
        return spec.guidances() * spec.sums().size();
    }

    /**
     * Submits a kernel.
     * @param sums offset of its tile sums.
     * @param firstStep number.
     * @param before it in the batch
     */
    final void launch(KernelSet.Launch launch, long sums, int firstStep, int before, int count) {
        context.launch(
                launch.kernel(),
                blocks(launch),
                kernels.sharedBytes(arrays.taped.tables.step()),
                parameters(launch.first(), sums, firstStep, before, count));
    }

    /**
     * Those of a kernel that advances agents.
     * @param guidance first that it advances.
     * @param sums, firstStep, before, count as above
     */
    final Parameters parameters(int guidance, long sums, int firstStep, int before, int count) {
        long stride = plan.slots() * spec.sums().size();
        Parameters parameters = new Parameters()
                .add(arrays.rows.address() + guidance * plan.rowStride() * Float.BYTES)
                .add(arrays.fed)
                .add(arrays.clock)
                .add(arrays.starts)
                .add(arrays.labels)
                .add(arrays.states.address() + guidance * (plan.stateBytes() / spec.guidances()))
                .add(arrays.energies.address() + guidance * (plan.energyBytes() / spec.guidances()))
                .add(arrays.rotations)
                .add(arrays.sums.address() + sums + guidance * stride * Float.BYTES)
                .add(arrays.offender)
                .add(normals == null ? 0 : arrays.normals.address())
                .add(arrays.scratch)
                .addRoundKeys(spec.seed())
                .add(plan.tiles())
                .add(plan.rowStride())
                .add(plan.slots())
                .add(stride)
                .add(plan.slots() * vectors())
                .add(arrays, spec.start())
                .add(plan)
                .add(spec.rows().size())
                .add(spec.rows().fedCount())
                .add(firstStep)
                .add(before)
                .add(count)
                .add(kernels.scheme())
                .add(spec.guidances())
                .add(spec.dimension())
                .add(kernels.components())
                .add(spec.sums())
                .add(kernels.blockVectors(spec));
        return kernels.complete(parameters, arrays.taped);
    }

    @Override
    public void close() {}

    private long blocks(KernelSet.Launch launch) {
        if (kernels.loops()) {
            return plan.scratchBlocks();
        }
        long tiles = kernels.fed() ? plan.tiles() * spec.guidances() : plan.tiles();
        return (tiles + launch.tiles() - 1) / launch.tiles();
    }
}
