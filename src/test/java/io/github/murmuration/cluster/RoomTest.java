package io.github.murmuration.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How many tasks run side by side on the executors that there are. */
class RoomTest {

    private final Room room = new Room(100);

    @Test
    void coresAreCountedByExecutor() throws InterruptedException {
        room.add("0", 5, 0);
        room.add("1", 4, 0);
        assertEquals(2 + 2, room.tasks(1, 2, 0));
        room.remove("1");
        assertEquals(2, room.tasks(1, 2, 0));
    }

    @Test
    void aTaskThatTakesAGpuHasRoomWhereThereIsOne() throws InterruptedException {
        room.add("0", 8, 1);
        room.add("1", 8, 0);
        assertEquals(1, room.tasks(2, 2, 1));
        assertEquals(4, room.tasks(2, 2, 0.25));
    }

    @Test
    void itWaitsForAsManyAsWereAskedFor() throws InterruptedException {
        room.add("0", 2, 0);
        Thread late = new Thread(() -> {
            try {
                Thread.sleep(250);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            room.add("1", 2, 0);
        });
        late.start();
        assertEquals(2, room.tasks(2, 2, 0));
        late.join();
    }
}
