package io.github.murmuration.backend.cuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUfunction_attribute;
import jcuda.driver.CUmodule;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/** The device's primary context with a stream of its own and kernels that are loaded for it alone. Contexts belong to threads: enter before use. */
final class Context implements AutoCloseable {

    /** Threads of a block. */
    static final int THREADS = 256;

    /** Most bytes of shared memory that a kernel has by itself: the column sums of kernels/tile_sums.cuh. */
    static final int OWN_BYTES = 2 * 6 * THREADS * Float.BYTES;

    /** Bytes of shared memory that a block may have without being asked for. */
    static final int SHARED_BYTES = 48 << 10;

    private final PrimaryContext primary;
    private final Device device;
    private final List<CUmodule> own = new ArrayList<>();
    private final CUstream stream = new CUstream();
    private final Map<String, CUfunction> kernels = new HashMap<>();

    Context(Installation installation) {
        this.primary = PrimaryContext.of(installation);
        this.device = installation.device();
        enter();
        CudaCheck.ok(JCudaDriver.cuStreamCreate(stream, 0), "stream");
    }

    /**
     * Adds kernels.
     * @param image machine code
     */
    void load(byte[] image) {
        own.add(PrimaryContext.load(image));
    }

    /** Makes it the context of the calling thread. */
    void enter() {
        primary.enter();
    }

    /** Submits a kernel in blocks of 256 threads; returns before it has run. */
    void launch(String kernel, long blocks, Parameters parameters) {
        launch(kernel, blocks, 0, parameters);
    }

    /** The same with so many bytes of shared memory beside its own. */
    void launch(String kernel, long blocks, int sharedBytes, Parameters parameters) {
        CUfunction function = kernel(kernel, sharedBytes);
        Pointer pointers = Pointer.to(parameters.pointer());
        int grid = Math.toIntExact(blocks);
        CudaCheck.ok(
                JCudaDriver.cuLaunchKernel(function, grid, 1, 1, THREADS, 1, 1, sharedBytes, stream, pointers, null),
                kernel);
    }

    /** The same of blocks that wait for each other: no more than {@link #residentBlocks}. */
    void launchTogether(String kernel, long blocks, int sharedBytes, Parameters parameters) {
        CUfunction function = kernel(kernel, sharedBytes);
        Pointer pointers = Pointer.to(parameters.pointer());
        int grid = Math.toIntExact(blocks);
        CudaCheck.ok(
                JCudaDriver.cuLaunchCooperativeKernel(
                        function, grid, 1, 1, THREADS, 1, 1, sharedBytes, stream, pointers),
                kernel);
    }

    /** Most blocks of a kernel that are on the device at the same time and may wait for each other; 0 where none may. */
    long residentBlocks(String kernel, int sharedBytes) {
        if (!device.cooperative()) {
            return 0;
        }
        int[] each = new int[1];
        CUfunction function = kernel(kernel, sharedBytes);
        CudaCheck.ok(
                JCudaDriver.cuOccupancyMaxActiveBlocksPerMultiprocessor(each, function, THREADS, sharedBytes), kernel);
        return (long) each[0] * device.multiprocessors();
    }

    /** Fills a buffer with one byte, in turn with the kernels. */
    void fill(DeviceBuffer buffer, byte value) {
        CudaCheck.ok(JCudaDriver.cuMemsetD8Async(buffer.pointer(), value, buffer.bytes(), stream), "fill");
    }

    /** Sets one int of a buffer, in turn with the kernels. */
    void set(DeviceBuffer buffer, int index, int value) {
        CUdeviceptr at = buffer.pointer().withByteOffset((long) index * Integer.BYTES);
        CudaCheck.ok(JCudaDriver.cuMemsetD32Async(at, value, 1, stream), "set");
    }

    /** Where kernels are submitted. */
    CUstream stream() {
        return stream;
    }

    /** Waits until everything submitted has run. */
    void finish() {
        CudaCheck.ok(JCudaDriver.cuStreamSynchronize(stream), "kernels");
    }

    /** Free bytes of the device. */
    long free() {
        long[] free = new long[1];
        CudaCheck.ok(JCudaDriver.cuMemGetInfo(free, new long[1]), "free memory");
        return free[0];
    }

    @Override
    public void close() {
        enter();
        JCudaDriver.cuStreamDestroy(stream);
        own.forEach(JCudaDriver::cuModuleUnload);
    }

    /** A kernel that may have so many bytes of shared memory beside its own. */
    private CUfunction kernel(String name, int sharedBytes) {
        CUfunction function = kernels.computeIfAbsent(name, this::find);
        if (OWN_BYTES + sharedBytes > SHARED_BYTES) {
            int which = CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES;
            CudaCheck.ok(JCudaDriver.cuFuncSetAttribute(function, which, sharedBytes), name);
        }
        return function;
    }

    /** Among its own, the last first, or those of all. */
    private CUfunction find(String name) {
        for (int i = own.size() - 1; i >= 0; i--) {
            Optional<CUfunction> found = PrimaryContext.find(own.get(i), name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return primary.kernel(name);
    }
}
