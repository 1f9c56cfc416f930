package io.github.murmuration.backend.host;

import java.util.function.Supplier;

/** Who does numbered pieces of work: several threads, or the caller itself where one was asked for. */
public interface Crew<T> extends AutoCloseable {

    /** A piece of work. */
    @FunctionalInterface
    interface Task<T> {
        void run(T own, int index);
    }

    /** Runs task for 0, ..., count - 1 in any order; returns when all are done. */
    void forEach(int count, Task<T> task);

    /** What one of them, who is free between calls of forEach, works with. */
    T first();

    @Override
    void close();

    /** @param threads 0 for one per core */
    static <T> Crew<T> of(int threads, Supplier<T> supplier) {
        return threads == 1 ? new Caller<>(supplier.get()) : new Workers<>(threads, supplier);
    }

    /** The calling thread. */
    record Caller<T>(T own) implements Crew<T> {

        @Override
        public T first() {
            return own;
        }

        @Override
        public void forEach(int count, Task<T> task) {
            for (int i = 0; i < count; i++) {
                task.run(own, i);
            }
        }

        @Override
        public void close() {}
    }
}
