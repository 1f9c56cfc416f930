package io.github.murmuration.study.throughput;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.scenario.HeapException;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.StudyCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cases of a backend: three kinds of step by the number of agents, then the other kinds of step. */
final class Series {

    private static final long[] SIZES = {1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    /** Of the seconds of a case, those that one step may take. */
    private static final double STEP = 0.1;

    /** Steps that are timed against the number of agents. */
    static final List<Workload> BY_SIZE = List.of(Workload.affine(1), Workload.bridge(1, 2), Workload.feedback());

    private final Backend backend;
    private final Clock clock;
    private final double warmUp;
    private final Resources resources;
    private final Map<Workload, Boolean> exact = new HashMap<>();
    private final List<Measured> measured = new ArrayList<>();

    /** @param warmUp seconds that the first kind of step is warmed up for at least; a quarter of it without work for the Java compiler is enough */
    Series(Backend backend, Clock clock, double warmUp, Resources resources) {
        this.backend = backend;
        this.warmUp = warmUp;
        this.clock = clock;
        this.resources = resources;
    }

    static int cases(Backend backend) {
        return BY_SIZE.size() * SIZES.length + byKind(backend).size();
    }

    /** Steps that are timed for one number of coordinates of all copies. */
    private static List<Workload> byKind(Backend backend) {
        List<Workload> all = new ArrayList<>(List.of(
                Workload.bridge(1, 1),
                Workload.bridge(1, 8),
                Workload.bridge(1, 2).under(3),
                Workload.affine(4),
                Workload.bridge(2, 2),
                Workload.bridge(8, 2),
                Workload.bridge(32, 2),
                Workload.correlated(8, 2)));
        if (!backend.sideBySide()) {
            all.add(Workload.bridge(1, 2).on(NoiseSource.CURAND));
        }
        return all;
    }

    List<Measured> measured() {
        try (Power power = Power.of(backend)) {
            BY_SIZE.forEach(workload -> sizes(workload, power));
            long coordinates =
                    BY_SIZE.stream().mapToLong(this::mostAgents).min().orElseThrow();
            for (Workload workload : byKind(backend)) {
                long agents = Math.max(SIZES[0], coordinates / workload.d() / workload.guidances());
                add(new Case(backend, workload, agents), clock.next(), power);
            }
        }
        return measured;
    }

    /** From few agents to many, until a step takes too long. */
    private void sizes(Workload workload, Power power) {
        double perAgent = 0;
        for (long agents : SIZES) {
            Case each = new Case(backend, workload, agents);
            double seconds = clock.next();
            if (agents * perAgent > STEP * seconds) {
                leaveOut(each, "a step would take too long for the time that was given");
            } else {
                Timing timing = add(each, seconds, power);
                perAgent = timing.done() ? 1 / timing.rate() : perAgent;
            }
        }
    }

    /** Of the cases of a kind of step for which there was time. */
    private long mostAgents(Workload workload) {
        return measured.stream()
                .filter(each ->
                        each.what().workload().equals(workload) && each.timing().done())
                .mapToLong(each -> each.what().agents())
                .max()
                .orElse(SIZES[0]);
    }

    private void leaveOut(Case each, String why) {
        measured.add(new Measured(each, Timing.leftOut(why)));
        resources.meter().add(1);
    }

    private Timing add(Case each, double seconds, Power power) {
        Timing timing = resources.once(new StudyCase<>(each.name(), Timing.class, 1, given -> {
            Timing found = timing(each, seconds, power);
            given.meter().add(1);
            return found;
        }));
        measured.add(new Measured(each, timing));
        return timing;
    }

    private Timing timing(Case each, double seconds, Power power) {
        try {
            return exact(each)
                    ? each.time(seconds, power, resources.threads())
                    : Timing.leftOut("its bits are not those of cpu-scalar");
        } catch (UnavailableException | HeapException e) {
            return Timing.leftOut(e.getMessage());
        }
    }

    /** Each kind of step is compared once, and then warmed up. */
    private boolean exact(Case each) {
        return exact.computeIfAbsent(each.workload(), workload -> {
            boolean same = each.exact(resources.threads());
            if (same && backend.sideBySide()) {
                each.warmUp(exact.isEmpty() ? warmUp : 0, warmUp / 4, resources.threads());
            }
            return same;
        });
    }
}
