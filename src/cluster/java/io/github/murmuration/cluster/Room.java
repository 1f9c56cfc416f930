package io.github.murmuration.cluster;

import java.util.HashMap;
import java.util.Map;

/** What the executors of a cluster have room for. */
final class Room {

    private final long settled;
    private final Map<String, Executor> executors = new HashMap<>();

    /** @param settled milliseconds without a new executor after which no more are waited for */
    Room(long settled) {
        this.settled = settled;
    }

    private record Executor(int cores, int gpus) {

        int tasks(int coresEach, double gpusEach) {
            int byCores = cores / coresEach;
            return gpusEach == 0 ? byCores : Math.min(byCores, (int) (gpus / gpusEach));
        }
    }

    synchronized void add(String executor, int cores, int gpus) {
        executors.put(executor, new Executor(cores, gpus));
        notifyAll();
    }

    synchronized void remove(String executor) {
        executors.remove(executor);
    }

    /**
     * Waits until no more executors come, and counts the tasks that they run side by side.
     *
     * @param wanted executors that come at least
     * @param coresEach of a task
     * @param gpusEach of a task, or a share of one
     */
    synchronized int tasks(int wanted, int coresEach, double gpusEach) throws InterruptedException {
        int before = -1;
        while (executors.size() < wanted || executors.size() != before) {
            before = executors.size();
            wait(settled);
        }
        return executors.values().stream()
                .mapToInt(each -> each.tasks(coresEach, gpusEach))
                .sum();
    }
}
