package io.github.murmuration.backend.cuda;

import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** A piece of device memory. Copies are between it and Java arrays, and are done when they return. */
final class DeviceBuffer implements AutoCloseable {

    private static final long LEAST = 16;

    /** Device memory ran out. */
    static final class OutOfMemory extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Address extends CUdeviceptr {
        long value() {
            return getNativePointer();
        }
    }

    private final Address address = new Address();
    private final long bytes;

    /** @throws OutOfMemory the device has not that much left */
    DeviceBuffer(long bytes) {
        this.bytes = Math.max(LEAST, bytes);
        int result = JCudaDriver.cuMemAlloc(address, this.bytes);
        if (result == CUresult.CUDA_ERROR_OUT_OF_MEMORY) {
            throw new OutOfMemory();
        }
        CudaCheck.ok(result, "allocation");
    }

    long address() {
        return address.value();
    }

    long bytes() {
        return bytes;
    }

    CUdeviceptr pointer() {
        return address;
    }

    /** Copies bytes from a Java array to offset. */
    void put(long offset, Pointer from, long count) {
        if (count > 0) {
            CudaCheck.ok(JCudaDriver.cuMemcpyHtoD(address.withByteOffset(offset), from, count), "copy to the device");
        }
    }

    /** Copies bytes at offset to a Java array. */
    void get(long offset, Pointer to, long count) {
        CudaCheck.ok(JCudaDriver.cuMemcpyDtoH(to, address.withByteOffset(offset), count), "copy from the device");
    }

    @Override
    public void close() {
        JCudaDriver.cuMemFree(address);
    }
}
