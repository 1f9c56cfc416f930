package io.github.murmuration.backend.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Threads that share out numbered pieces of work; each has its own instance of T. */
final class Workers<T> implements Crew<T> {

    private final List<T> owned = new ArrayList<>();
    private final ExecutorService executor;

    /** @param threads 0 for one per core */
    Workers(int threads, Supplier<T> supplier) {
        int count = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < count; i++) {
            owned.add(supplier.get());
        }
        this.executor = Executors.newFixedThreadPool(count, Workers::daemon);
    }

    @Override
    public T first() {
        return owned.get(0);
    }

    /** Number of threads. */
    int size() {
        return owned.size();
    }

    @Override
    public void forEach(int count, Task<T> task) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (T own : owned) {
            running.add(executor.submit(() -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    task.run(own, i);
                }
            }));
        }
        running.forEach(Workers::join);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static void join(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "murmuration-worker");
        thread.setDaemon(true);
        return thread;
    }
}
