package io.github.murmuration.backend.cuda;

/** Device memory for one answer after the other. */
final class Room implements AutoCloseable {

    private DeviceBuffer buffer = new DeviceBuffer(0);

    /**
     * What is in it is lost where it grows.
     * @throws DeviceBuffer.OutOfMemory the device has not that much left
     */
    DeviceBuffer of(long bytes) {
        if (buffer.bytes() < bytes) {
            close();
            buffer = new DeviceBuffer(0);
            buffer = new DeviceBuffer(bytes);
        }
        return buffer;
    }

    @Override
    public void close() {
        buffer.close();
    }
}
