package io.github.murmuration.crew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void everyPieceIsDoneOnceByNoMoreThreadsThanAskedFor(int threads) {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger[] done =
                IntStream.range(0, 1000).mapToObj(i -> new AtomicInteger()).toArray(AtomicInteger[]::new);
        try (Crew<Object> crew = Crew.of(threads)) {
            crew.forEach(done.length, (own, i) -> {
                seen.add(Thread.currentThread());
                done[i].incrementAndGet();
            });
            assertEquals(List.of(0, 1, 4, 9), crew.map(4, i -> i * i));
        }
        for (AtomicInteger count : done) {
            assertEquals(1, count.get());
        }
        assertTrue(seen.size() <= threads, seen::toString);
    }

    @Test
    void aThreadIsStartedOnlyWhereThereIsWorkForIt() {
        AtomicInteger made = new AtomicInteger();
        try (Crew<Integer> crew = Crew.of(100_000, made::incrementAndGet)) {
            crew.forEach(3, (own, i) -> {});
        }
        assertEquals(3, made.get());
    }

    /** The second piece is under way when the first fails: it is done before the failure is seen, and no piece follows. */
    @Test
    void aFailureIsThrownOnceNobodyIsAtWork() {
        CountDownLatch bothBegun = new CountDownLatch(2);
        CountDownLatch failed = new CountDownLatch(1);
        AtomicReference<Thread> failing = new AtomicReference<>();
        AtomicInteger ended = new AtomicInteger();
        AtomicInteger later = new AtomicInteger();
        IllegalStateException failure = new IllegalStateException("piece 0");
        try (Crew<Object> crew = Crew.of(2)) {
            Throwable thrown = assertThrows(
                    IllegalStateException.class,
                    () -> crew.forEach(1000, (own, i) -> {
                        if (i > 1) {
                            later.incrementAndGet();
                            return;
                        }
                        meet(bothBegun);
                        if (i == 0) {
                            failing.set(Thread.currentThread());
                            failed.countDown();
                            throw failure;
                        }
                        await(failed);
                        awaitIdle(failing.get());
                        ended.incrementAndGet();
                    }));
            assertSame(failure, thrown);
            assertEquals(1, ended.get());
            assertEquals(0, later.get());
        }
    }

    @Test
    void failuresOfOthersAreSuppressedOnes() {
        CountDownLatch bothBegun = new CountDownLatch(2);
        try (Crew<Object> crew = Crew.of(2)) {
            Error thrown = assertThrows(
                    OutOfMemoryError.class,
                    () -> crew.forEach(2, (own, i) -> {
                        meet(bothBegun);
                        throw new OutOfMemoryError("piece " + i);
                    }));
            assertEquals(1, thrown.getSuppressed().length);
            crew.forEach(2, (own, i) -> {});
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anInterruptedCallerWaitsForThoseAtWork(int threads) {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        Thread caller = Thread.currentThread();
        try (Crew<Object> crew = Crew.of(threads)) {
            assertThrows(
                    CancellationException.class,
                    () -> crew.forEach(100_000, (own, i) -> {
                        begun.incrementAndGet();
                        caller.interrupt();
                        pause();
                        ended.incrementAndGet();
                    }));
        }
        assertTrue(Thread.interrupted());
        assertEquals(begun.get(), ended.get());
        assertTrue(begun.get() < 100_000);
    }

    private static void meet(CountDownLatch latch) {
        latch.countDown();
        await(latch);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitIdle(Thread worker) {
        while (worker.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    /** Long enough for a caller that does not wait to be seen; an interruption does not cut it short. */
    private static void pause() {
        long end = System.nanoTime() + 20_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
