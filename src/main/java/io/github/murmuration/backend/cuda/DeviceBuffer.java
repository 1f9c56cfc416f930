package io.github.murmuration.backend.cuda;

import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** A piece of device memory, at address 0 if it is empty. Copies are between it and the host, and are done when they return. */
final class DeviceBuffer implements AutoCloseable {

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
        this.bytes = bytes;
        if (bytes == 0) {
            return;
        }
        int result = JCudaDriver.cuMemAlloc(address, bytes);
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

    /** Copies bytes at offset to a Java array, or to page-locked memory. */
    void get(long offset, Pointer to, long count) {
        CudaCheck.ok(JCudaDriver.cuMemcpyDtoH(to, address.withByteOffset(offset), count), "copy from the device");
    }

    @Override
    public void close() {
        if (bytes > 0) {
            JCudaDriver.cuMemFree(address);
        }
    }
}
