package io.github.murmuration.backend.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jcuda.Pointer;
import jcuda.driver.JCudaDriver;

/** Page-locked memory of the host: a device copies to it at the rate of the bus, without a copy of the driver's between. */
final class LockedMemory implements AutoCloseable {

    private final Pointer pointer = new Pointer();
    private final long bytes;

    LockedMemory(long bytes) {
        this.bytes = bytes;
        CudaCheck.ok(JCudaDriver.cuMemAllocHost(pointer, bytes), "page-locked memory");
    }

    long bytes() {
        return bytes;
    }

    Pointer pointer() {
        return pointer;
    }

    ByteBuffer buffer() {
        return pointer.getByteBuffer(0, bytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        JCudaDriver.cuMemFreeHost(pointer);
    }
}
