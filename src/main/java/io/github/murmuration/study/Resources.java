package io.github.murmuration.study;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.sim.ReplicaObserver;
import io.github.murmuration.sim.ReplicaRun;

/**
 * What a study works with.
 *
 * @param threads worker threads on the host; 0 for one per core
 * @param sweep keeps the cases that are done
 * @param meter of the whole study
 */
public record Resources(Backend backend, NoiseSource noise, int threads, Sweep sweep, Meter meter) {

    /** Runs replicas and counts their agent-steps. */
    public void run(ReplicaRun run, ReplicaObserver observer) {
        run.run(backend, noise, threads, observer, meter::add);
    }
}
