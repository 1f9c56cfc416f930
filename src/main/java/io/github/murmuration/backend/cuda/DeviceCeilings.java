package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.Ceilings;
import jcuda.driver.JCudaDriver;

/** Ceilings of a device: the best of several rounds of kernels/ceilings.cuh, and of copies. */
final class DeviceCeilings {

    private static final int TRIES = 8;
    private static final int CHAINS = 8;
    private static final int BLOCKS_PER_MULTIPROCESSOR = 8;
    private static final int COUNT = 1 << 14;

    /** An emulated device is given little to do. */
    private static final int LITTLE = 1 << 6;

    private static final int COPIES = 20;
    private static final long COPIED = 1L << 28;
    private static final int SHARE = 4;

    private final Context context;
    private final long blocks;
    private final int count;

    DeviceCeilings(Context context, Device device) {
        this.context = context;
        this.blocks = device.emulated() ? 1 : (long) BLOCKS_PER_MULTIPROCESSOR * device.multiprocessors();
        this.count = device.emulated() ? LITTLE : COUNT;
    }

    Ceilings measure() {
        context.enter();
        long bytes = count == LITTLE ? LITTLE : Math.min(COPIED, context.free() / SHARE);
        double arithmetic = (double) blocks * Context.THREADS * CHAINS * count;
        try (DeviceBuffer from = new DeviceBuffer(bytes);
                DeviceBuffer to = new DeviceBuffer(bytes)) {
            return new Ceilings(
                    2.0 * bytes * COPIES / least(() -> copy(from, to)),
                    arithmetic / least(() -> rounds("multiply_adds", to)),
                    arithmetic / least(() -> rounds("products", to)));
        }
    }

    private void rounds(String kernel, DeviceBuffer out) {
        context.launch(kernel, blocks, new Parameters().add(out).add(count));
    }

    private void copy(DeviceBuffer from, DeviceBuffer to) {
        for (int i = 0; i < COPIES; i++) {
            CudaCheck.ok(JCudaDriver.cuMemcpyDtoD(to.pointer(), from.pointer(), from.bytes()), "copy");
        }
        CudaCheck.ok(JCudaDriver.cuCtxSynchronize(), "copies");
    }

    /** Seconds of the fastest try. */
    private double least(Runnable work) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < TRIES; i++) {
            context.finish();
            long begun = System.nanoTime();
            work.run();
            context.finish();
            least = Math.min(least, (System.nanoTime() - begun) * 1e-9);
        }
        return least;
    }
}
