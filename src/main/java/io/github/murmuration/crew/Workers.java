package io.github.murmuration.crew;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Several threads, started as pieces of work ask for them; each has its own instance of T. */
final class Workers<T> implements Crew<T> {

    private final int size;
    private final Supplier<T> supplier;
    private final List<T> owned = new ArrayList<>();
    private final ExecutorService executor;

    Workers(int size, Supplier<T> supplier) {
        this.size = size;
        this.supplier = supplier;
        this.executor = Executors.newFixedThreadPool(size, Workers::daemon);
        owned.add(supplier.get());
    }

    @Override
    public T first() {
        return owned.get(0);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void forEach(int count, Task<? super T> task) {
        if (count == 1) { // no thread is worth waking
            new Caller<>(first()).forEach(count, task);
            return;
        }
        int threads = Math.min(size, count);
        while (owned.size() < threads) {
            owned.add(supplier.get());
        }
        Pieces<T> pieces = new Pieces<>(count, task);
        for (int i = 0; i < threads && pieces.failure == null; i++) {
            submit(pieces, owned.get(i));
        }
        pieces.finish();
    }

    @Override
    public void close() {
        executor.shutdown();
        boolean interrupted = false;
        while (!executor.isTerminated()) {
            try {
                executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread that the machine does not start is a failure like any other: the ones before it are at work. */
    private void submit(Pieces<T> pieces, T own) {
        try {
            pieces.running.add(executor.submit(() -> pieces.work(own)));
        } catch (OutOfMemoryError e) {
            pieces.fail(e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "murmuration-worker");
        thread.setDaemon(true);
        return thread;
    }

    /** One call of forEach. Failures are gathered by the caller alone. */
    private static final class Pieces<T> {

        private final int count;
        private final Task<? super T> task;
        private final AtomicInteger next = new AtomicInteger();
        private final List<Future<?>> running = new ArrayList<>();
        private Throwable failure;
        private boolean interrupted;

        Pieces(int count, Task<? super T> task) {
            this.count = count;
            this.task = task;
        }

        /** What a thread does: one piece after the other while there are any. */
        void work(T own) {
            try {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    task.run(own, i);
                }
            } catch (RuntimeException | Error e) {
                next.set(count);
                throw e;
            }
        }

        void fail(Throwable thrown) {
            next.set(count);
            if (failure == null) {
                failure = thrown;
            } else if (failure != thrown) {
                failure.addSuppressed(thrown);
            }
        }

        /** Waits for all threads; throws what went wrong. */
        void finish() {
            running.forEach(this::join);
            if (interrupted) {
                Thread.currentThread().interrupt();
                fail(new CancellationException("interrupted"));
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw (RuntimeException) failure;
            }
        }

        private void join(Future<?> future) {
            while (true) {
                try {
                    future.get();
                    return;
                } catch (ExecutionException e) {
                    fail(e.getCause());
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                    next.set(count);
                }
            }
        }
    }
}
