package io.github.murmuration.backend.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jcuda.Pointer;

/** The parameter struct of a kernel, field by field in the order of its declaration: first those of 8 bytes, then those of 4. */
final class Parameters {

    private static final int LARGEST = 256;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(LARGEST).order(ByteOrder.nativeOrder());

    /** An address. */
    Parameters add(DeviceBuffer buffer) {
        return add(buffer.address());
    }

    Parameters add(long value) {
        bytes.putLong(value);
        return this;
    }

    Parameters add(int value) {
        bytes.putInt(value);
        return this;
    }

    Pointer pointer() {
        return Pointer.to(bytes.rewind());
    }
}
