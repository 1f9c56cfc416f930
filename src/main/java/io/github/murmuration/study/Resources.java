package io.github.murmuration.study;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.sim.ReplicaObserver;
import io.github.murmuration.sim.ReplicaRun;
import java.util.List;

/**
 * The resources of a study: backend, noise, threads, cases and progress.
 *
 * @param threads worker threads on the host; 0 for one per core
 * @param cases who computes cases
 * @param meter of the whole study
 */
public record Resources(Backend backend, NoiseSource noise, int threads, Cases cases, Meter meter) {

    /** The result of a case, kept from before or computed. */
    public <R> R once(StudyCase<R> one) {
        return all(List.of(one)).get(0);
    }

    /** Results of cases none of which needs another, in their order, each kept from before or computed. */
    public <R> List<R> all(List<StudyCase<R>> several) {
        return cases.all(several, false, this);
    }

    /** The same for cases that are small: on this machine as many are computed at once as there are threads, each by one. */
    public <R> List<R> together(List<StudyCase<R>> several) {
        return cases.all(several, true, this);
    }

    /** The same with other threads: 0 for one per core. */
    public Resources with(int otherThreads) {
        return new Resources(backend, noise, otherThreads, cases, meter);
    }

    /** Runs replicas and counts their agent-steps. */
    public void run(ReplicaRun run, ReplicaObserver observer) {
        run.run(backend, noise, threads, observer, meter::add);
    }
}
