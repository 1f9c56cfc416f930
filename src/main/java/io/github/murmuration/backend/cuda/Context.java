package io.github.murmuration.backend.cuda;

import io.github.murmuration.rng.Noise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUfunction_attribute;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/** The device's primary context with the kernels loaded and one stream. Contexts belong to threads: enter before use. */
final class Context implements AutoCloseable {

    /** Threads of a team (kernels/team.cuh), and of the blocks of kernels that have none. */
    static final int TEAM = 256;

    /** Bytes of shared memory of a team: kernels/tile_sums.cuh. */
    static final int TEAM_BYTES = 2 * 6 * TEAM * Float.BYTES;

    /** Bytes of shared memory that a block may have without being asked for. */
    static final int SHARED_BYTES = 48 << 10;

    private static final byte[] NO_IMAGE = new byte[1];

    private final CUdevice device;
    private final CUcontext context = new CUcontext();
    private final List<CUmodule> modules = new ArrayList<>();
    private final CUstream stream = new CUstream();
    private final Map<String, Kernel> kernels = new HashMap<>();

    /** An entry point. @param most threads of a block */
    private record Kernel(CUfunction function, int most) {}

    Context(Installation installation) {
        byte[] image = installation.image().map(KernelImage::fatbin).orElse(NO_IMAGE);
        this.device = installation.device().handle();
        CudaCheck.ok(JCudaDriver.cuDevicePrimaryCtxRetain(context, device), "context");
        enter();
        load(image);
        CudaCheck.ok(JCudaDriver.cuStreamCreate(stream, 0), "stream");
    }

    /** Adds kernels. @param image machine code */
    void load(byte[] image) {
        CUmodule module = new CUmodule();
        CudaCheck.ok(JCudaDriver.cuModuleLoadData(module, image), "loading the kernels");
        modules.add(module);
    }

    /** Makes it the context of the calling thread. */
    void enter() {
        CudaCheck.ok(JCudaDriver.cuCtxSetCurrent(context), "entering the context");
    }

    /** Submits a kernel in blocks of 256 threads; returns before it has run. */
    void launch(String kernel, long blocks, Parameters parameters) {
        launch(kernel, blocks, TEAM, 0, parameters);
    }

    /** Submits a kernel in blocks of 256 threads with so many bytes of shared memory beside their own. */
    void launch(String kernel, long blocks, int sharedBytes, Parameters parameters) {
        launch(kernel, blocks, TEAM, sharedBytes, parameters);
    }

    /**
     * Submits a kernel that works in teams.
     *
     * @param threads of a block, if its registers and the shared memory allow
     * @param vectors [1024] in shared memory of a team beside its sums
     */
    void launchTeams(String kernel, long teams, int threads, int vectors, Parameters parameters) {
        int bytes = TEAM_BYTES + vectors * Noise.TILE * Float.BYTES;
        int most = Math.max(1, SHARED_BYTES / bytes);
        int each = Math.min(most, Math.min(threads, kernel(kernel).most) / TEAM);
        if (bytes > SHARED_BYTES) {
            allow(kernel, bytes);
        }
        launch(kernel, (teams + each - 1) / each, each * TEAM, each * bytes, parameters);
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
        modules.forEach(JCudaDriver::cuModuleUnload);
        JCudaDriver.cuDevicePrimaryCtxRelease(device);
    }

    private void allow(String kernel, int sharedBytes) {
        int which = CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES;
        CudaCheck.ok(JCudaDriver.cuFuncSetAttribute(kernel(kernel).function, which, sharedBytes), kernel);
    }

    private void launch(String kernel, long blocks, int threads, int sharedBytes, Parameters parameters) {
        CUfunction function = kernel(kernel).function;
        Pointer pointers = Pointer.to(parameters.pointer());
        int grid = Math.toIntExact(blocks);
        CudaCheck.ok(
                JCudaDriver.cuLaunchKernel(function, grid, 1, 1, threads, 1, 1, sharedBytes, stream, pointers, null),
                kernel);
    }

    private Kernel kernel(String name) {
        return kernels.computeIfAbsent(name, this::load);
    }

    private Kernel load(String name) {
        CUfunction function = find(name);
        int[] most = new int[1];
        int which = CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_THREADS_PER_BLOCK;
        CudaCheck.ok(JCudaDriver.cuFuncGetAttribute(most, which, function), name);
        return new Kernel(function, most[0]);
    }

    /** Among the modules, the last first. */
    private CUfunction find(String name) {
        CUfunction function = new CUfunction();
        int result = CUresult.CUDA_ERROR_NOT_FOUND;
        for (int i = modules.size() - 1; i >= 0 && result == CUresult.CUDA_ERROR_NOT_FOUND; i--) {
            result = JCudaDriver.cuModuleGetFunction(function, modules.get(i), name);
        }
        CudaCheck.ok(result, name);
        return function;
    }
}
