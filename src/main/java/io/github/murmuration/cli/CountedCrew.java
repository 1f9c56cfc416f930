package io.github.murmuration.cli;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.sim.Progress;
import java.util.concurrent.atomic.AtomicInteger;

/** A crew that counts the pieces of work that it has done. */
record CountedCrew<T>(Crew<T> crew, Progress progress) implements Crew<T> {

    @Override
    public void forEach(int count, Task<? super T> task) {
        AtomicInteger done = new AtomicInteger();
        crew.forEach(count, (own, i) -> {
            task.run(own, i);
            progress.advanced(done.incrementAndGet(), count);
        });
    }

    @Override
    public T first() {
        return crew.first();
    }

    @Override
    public int size() {
        return crew.size();
    }

    @Override
    public void close() {
        crew.close();
    }
}
