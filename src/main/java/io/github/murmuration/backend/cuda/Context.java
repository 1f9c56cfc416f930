package io.github.murmuration.backend.cuda;

import java.util.HashMap;
import java.util.Map;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/** The device's primary context with the kernels loaded and one stream. Contexts belong to threads: enter before use. */
final class Context implements AutoCloseable {

    private static final int THREADS = 256;
    private static final byte[] NO_IMAGE = new byte[1];

    private final CUdevice device;
    private final CUcontext context = new CUcontext();
    private final CUmodule module = new CUmodule();
    private final CUstream stream = new CUstream();
    private final Map<String, CUfunction> functions = new HashMap<>();

    Context(Installation installation) {
        this.device = installation.device().handle();
        CudaCheck.ok(JCudaDriver.cuDevicePrimaryCtxRetain(context, device), "context");
        enter();
        byte[] image = installation.image().map(KernelImage::fatbin).orElse(NO_IMAGE);
        CudaCheck.ok(JCudaDriver.cuModuleLoadData(module, image), "loading the kernels");
        CudaCheck.ok(JCudaDriver.cuStreamCreate(stream, 0), "stream");
    }

    /** Makes it the context of the calling thread. */
    void enter() {
        CudaCheck.ok(JCudaDriver.cuCtxSetCurrent(context), "entering the context");
    }

    /** Submits a kernel in blocks of 256 threads; returns before it has run. */
    void launch(String kernel, long blocks, Parameters parameters) {
        CUfunction function = functions.computeIfAbsent(kernel, this::load);
        Pointer pointers = Pointer.to(parameters.pointer());
        CudaCheck.ok(
                JCudaDriver.cuLaunchKernel(
                        function, Math.toIntExact(blocks), 1, 1, THREADS, 1, 1, 0, stream, pointers, null),
                kernel);
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
        JCudaDriver.cuModuleUnload(module);
        JCudaDriver.cuDevicePrimaryCtxRelease(device);
    }

    private CUfunction load(String kernel) {
        CUfunction function = new CUfunction();
        CudaCheck.ok(JCudaDriver.cuModuleGetFunction(function, module, kernel), kernel);
        return function;
    }
}
