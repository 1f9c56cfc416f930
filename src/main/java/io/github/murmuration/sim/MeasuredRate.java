package io.github.murmuration.sim;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.Tiling;

/**
 * The seconds that a run of n steps takes on one worker,
 *
 * <pre>
 * w + A / s + n (h + A G / r)
 * </pre>
 *
 * for A agents and G guidances: measured with as many workers side by side as this machine has cores for, at two numbers of agents, each by the
 * first steps of the run for some seconds.
 *
 * @param rate r, agent-steps per second; readings of all agents for densities are part of it
 * @param host h, seconds: rows of the schedule, moments, and the threads' start of a step
 * @param starts s, agents that are started per second
 * @param warm w, seconds by which the first steps take longer, until Java has compiled them
 */
public record MeasuredRate(double rate, double host, double starts, double warm) {

    /** Enough for Java to compile what steps need. */
    private static final double FIRST_SECONDS = 2;

    private static final double SECONDS = 1;

    /** Enough for all threads, and more than caches hold. */
    private static final long MOST_AGENTS = 1L << 22;

    /** A rate that somebody knows, of steps alone. */
    public static MeasuredRate given(double rate) {
        return new MeasuredRate(rate, 0, Double.POSITIVE_INFINITY, 0);
    }

    /**
     * Measures it in a process that has not advanced agents of this kind before.
     *
     * @param agents of a worker, of which no more than 2^22 are advanced
     * @param workers that there are to be
     * @param threads of a worker, 0 for one per core
     */
    public static MeasuredRate of(Problem problem, Backend backend, long agents, int workers, int threads) {
        int cores = Runtime.getRuntime().availableProcessors();
        int copies = threads == 0 || !backend.sideBySide() ? 1 : Math.max(1, Math.min(workers, cores / threads));
        long many = Math.min(agents, MOST_AGENTS);
        long few = Math.min(many / 2, Tiling.BLOCK);
        try (Crew<?> crew = Crew.of(copies)) {
            Taken first = side(crew, copies, problem, backend, many, threads, FIRST_SECONDS);
            Taken ofMany = side(crew, copies, problem, backend, many, threads, SECONDS);
            double ofFew = few == 0
                    ? 0
                    : side(crew, copies, problem, backend, few, threads, SECONDS)
                            .step();
            double warm = Math.max(0, first.start() - ofMany.start() + first.steps() * (first.step() - ofMany.step()));
            int guidances = problem.schedules().size();
            double each = Math.max(0, ofMany.step() - ofFew) / (many - few);
            return each > 0
                    ? new MeasuredRate(
                            guidances / each, Math.max(0, ofMany.step() - many * each), many / ofMany.start(), warm)
                    : new MeasuredRate(many * guidances / ofMany.step(), 0, many / ofMany.start(), warm);
        }
    }

    /**
     * What agents have taken.
     *
     * @param start seconds
     * @param steps that were measured
     * @param step seconds of one
     */
    private record Taken(double start, double steps, double step) {}

    /** The mean over copies. */
    private static Taken side(
            Crew<?> crew, int copies, Problem problem, Backend backend, long agents, int threads, double seconds) {
        return crew.map(copies, copy -> taken(problem, backend, agents, threads, seconds)).stream()
                .reduce((a, b) -> new Taken(a.start() + b.start(), a.steps() + b.steps(), a.step() + b.step()))
                .map(sum -> new Taken(sum.start() / copies, sum.steps() / copies, sum.step() / copies))
                .orElseThrow();
    }

    /** Advances agents by the steps of the run, again from the start where it ends. */
    private static Taken taken(Problem problem, Backend backend, long agents, int threads, double seconds) {
        EnsembleSpec spec = problem.ensemble(agents);
        double starting = 0;
        double stepping = 0;
        int starts = 0;
        int steps = 0;
        try (Ensemble ensemble = backend.open(spec, threads)) {
            Agents all = Agents.of(ensemble, spec);
            while (stepping < seconds) {
                long begun = System.nanoTime();
                float[] reference = problem.startReference();
                double[] sums = ensemble.start(reference);
                try (RunRecord record = new RunRecord(problem, spec, ensemble.labelCounts()[0], threads)) {
                    record.start(sums, reference);
                    record.look(0, all);
                    starting += since(begun);
                    starts++;
                    for (int k = 0; k < problem.grid().steps() && stepping < seconds; ) {
                        int most = Math.min(ensemble.batch(), record.stepsTo(k));
                        int count = Math.min(most, problem.grid().steps() - k);
                        begun = System.nanoTime();
                        step(problem, ensemble, record, k, count);
                        k += count;
                        record.look(k, all);
                        stepping += since(begun);
                        steps += count;
                    }
                }
            }
        }
        return new Taken(starting / starts, steps, stepping / steps);
    }

    private static void step(Problem problem, Ensemble ensemble, RunRecord record, int k, int count) {
        float[][] rows = problem.rows(k, count);
        record.steps(k, count, rows, ensemble.advance(k, count, rows));
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) * 1e-9;
    }
}
