package io.github.murmuration.backend.cuda;

import java.nio.DoubleBuffer;
import java.util.function.Consumer;

/** Reads totals from the device, piece by piece through page-locked memory. */
final class TotalsReader implements AutoCloseable {

    /** Most bytes of a piece of more than one vector. */
    static final long MOST_BYTES = 4 << 20;

    private final long places;
    private LockedMemory memory;

    /** @param places numbers of a vector: one for each replica, and for the room of others in the last tile */
    TotalsReader(long places) {
        this.places = places;
    }

    /**
     * Some vectors, until the next piece overwrites them.
     * @param numbers [count][places]
     * @param first number of the first vector
     */
    record Piece(DoubleBuffer numbers, int first, int count) {}

    /**
     * Hands over the first vectors of a buffer [vectors][places].
     * @param from what has been submitted to the device must be done
     */
    void read(DeviceBuffer from, int vectors, Consumer<Piece> taker) {
        long bytesOfEach = places * Double.BYTES;
        int most = (int) Math.max(1, Math.min(vectors, MOST_BYTES / bytesOfEach));
        LockedMemory piece = memoryOf(most * bytesOfEach);
        for (int first = 0; first < vectors; first += most) {
            int count = Math.min(most, vectors - first);
            from.get(first * bytesOfEach, piece.pointer(), count * bytesOfEach);
            taker.accept(new Piece(piece.buffer().asDoubleBuffer(), first, count));
        }
    }

    private LockedMemory memoryOf(long bytes) {
        if (memory == null || memory.bytes() < bytes) {
            close();
            memory = new LockedMemory(bytes);
        }
        return memory;
    }

    @Override
    public void close() {
        if (memory != null) {
            memory.close();
            memory = null;
        }
    }
}
