package io.github.murmuration.study;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.sim.ReplicaObserver;
import io.github.murmuration.sim.ReplicaRun;
import java.util.function.Supplier;

/**
 * What a study works with.
 *
 * @param threads worker threads on the host; 0 for one per core
 * @param cases those that are done
 * @param meter of the whole study
 */
public record Resources(Backend backend, NoiseSource noise, int threads, KeptCases cases, Meter meter) {

    /**
     * The result of a case, kept from before or computed, which counts its own work.
     * @param work of the case. See {@link KeptCases#once}
     */
    public <R> R once(String name, Class<R> type, double work, Supplier<R> compute) {
        boolean[] computed = {false};
        R result = cases.once(name, type, () -> {
            computed[0] = true;
            return compute.get();
        });
        if (!computed[0]) {
            meter.skip(work);
        }
        return result;
    }

    /** Runs replicas and counts their agent-steps. */
    public void run(ReplicaRun run, ReplicaObserver observer) {
        run.run(backend, noise, threads, observer, meter::add);
    }
}
