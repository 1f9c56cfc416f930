package io.github.murmuration.backend;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Where parts of a population, each with a thread of its own, exchange messages. */
public final class Meeting {

    private final int blocks;
    private final double[][] brought;
    private final CyclicBarrier barrier;

    /** @param blocks that the parts share, as evenly as may be */
    public Meeting(int blocks, int parts) {
        this.blocks = blocks;
        this.brought = new double[parts][];
        this.barrier = new CyclicBarrier(parts);
    }

    /**
     * Runs all parts side by side.
     * @param task what a part does, by its number
     * @return what each found
     */
    public <R> List<R> run(BiFunction<Integer, Part, R> task) {
        int parts = brought.length;
        ExecutorService threads = Executors.newFixedThreadPool(parts);
        try {
            return IntStream.range(0, parts)
                    .mapToObj(p -> CompletableFuture.supplyAsync(() -> task.apply(p, part(p)), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private Part part(int p) {
        int parts = brought.length;
        return new Part(blocks * p / parts, blocks * (p + 1) / parts, own -> {
            brought[p] = own;
            await();
            double[][] all = brought.clone();
            await();
            return all;
        });
    }

    private void await() {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
