package io.github.murmuration.crew;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Who does numbered pieces of work: several threads, or the caller itself where one was asked for. */
public interface Crew<T> extends AutoCloseable {

    /** A piece of work. */
    @FunctionalInterface
    interface Task<T> {

        /** @param own what the thread that does it has to itself */
        void run(T own, int index);
    }

    /**
     * Runs task for 0, ..., count - 1 in any order; returns when all are done. Where one fails or the caller is interrupted, no further
     * piece is begun, those under way are waited for, and then the failure is thrown, with those of other threads as suppressed ones.
     *
     * @throws CancellationException the caller was interrupted, and still is
     */
    void forEach(int count, Task<? super T> task);

    /** What one of them, who is free between calls of forEach, works with. */
    T first();

    /** Number of threads. */
    int size();

    /** Returns when no thread is left. */
    @Override
    void close();

    /** Values for 0, ..., count - 1 in this order, whoever computed them. */
    default <R> List<R> map(int count, IntFunction<R> value) {
        Object[] values = new Object[count];
        forEach(count, (own, i) -> values[i] = value.apply(i));
        @SuppressWarnings("unchecked")
        IntFunction<R> read = i -> (R) values[i];
        return IntStream.range(0, count).mapToObj(read).toList();
    }

    /**
     * @param threads 0 for one per core.
     * @param supplier what each thread has to itself
     */
    static <T> Crew<T> of(int threads, Supplier<T> supplier) {
        int count = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        return count == 1 ? new Caller<>(supplier.get()) : new Workers<>(count, supplier);
    }

    /**
     * Threads that have nothing to themselves.
     * @param threads 0 for one per core
     */
    static Crew<Object> of(int threads) {
        return of(threads, Object::new);
    }

    /** The calling thread. */
    record Caller<T>(T own) implements Crew<T> {

        @Override
        public T first() {
            return own;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public void forEach(int count, Task<? super T> task) {
            for (int i = 0; i < count; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted");
                }
                task.run(own, i);
            }
        }

        @Override
        public void close() {}
    }
}
