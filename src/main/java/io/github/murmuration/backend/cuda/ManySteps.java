package io.github.murmuration.backend.cuda;

import java.util.List;

/** Many steps per launch: the rows are functions of time. */
final class ManySteps extends Steps {

    private final List<KernelSet.Launch> launches;
    private final int most;

    ManySteps(
            MemoryPlan plan,
            Context context,
            DeviceArrays arrays,
            BulkNormals normals,
            LaunchShape shape,
            KernelSet kernels) {
        super(plan, context, arrays, normals, shape, kernels);
        this.launches = kernels.launches(spec.guidances(), plan.tiles() >= shape.wide());
        int atMost = Math.min(kernels.mostSteps(), shape.steps());
        this.most = normals == null ? atMost : Math.min(plan.storedSteps(), atMost);
    }

    @Override
    DeviceBuffer take(int firstStep, int count) {
        long sumBytes = Float.BYTES * (long) vectors() * plan.slots();
        for (int k = 0; k < count; ) {
            int steps = Math.min(most, count - k);
            if (normals != null) {
                normals.draw(firstStep + k, steps, arrays.normals.pointer());
            }
            for (KernelSet.Launch launch : launches) {
                launch(launch, k * sumBytes, firstStep + k, k, steps);
            }
            k += steps;
        }
        return totals.combine(count * vectors());
    }
}
