package io.github.murmuration.study.throughput;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Ceilings;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.StudyCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Study {@code throughput}: agent-steps per second by number of agents and by kind of step, moments reduced at every step. A case is timed
 * only after the backend gave the bits of cpu-scalar for it.
 */
public final class Throughput implements Study {

    /** Seconds that a backend is warmed up for at least. */
    private static final double WARM_UP = 4;

    private final List<Backend> backends;
    private final double seconds;

    /** @param seconds to take in all, about */
    public Throughput(List<Backend> backends, double seconds) {
        this.backends = List.copyOf(backends);
        this.seconds = seconds;
    }

    @Override
    public double work() {
        return backends.stream().mapToInt(Series::cases).sum();
    }

    @Override
    public String unit() {
        return "cases";
    }

    @Override
    public boolean timesTheMachine() {
        return true;
    }

    @Override
    public StudyReport run(Resources resources) {
        Clock clock = new Clock(seconds, work());
        Map<Backend, Ceilings> ceilings = new LinkedHashMap<>();
        List<Measured> measured = new ArrayList<>();
        for (Backend backend : backends) {
            ceilings.put(
                    backend,
                    resources.once(new StudyCase<>(
                            "ceilings-" + backend.name(),
                            Ceilings.class,
                            0,
                            given -> backend.ceilings(given.threads()))));
            measured.addAll(new Series(backend, clock, Math.min(WARM_UP, seconds / 15), resources).measured());
        }
        return new ThroughputReport(seconds, ceilings, measured).report();
    }
}
