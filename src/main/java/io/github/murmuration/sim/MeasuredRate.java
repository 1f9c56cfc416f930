package io.github.murmuration.sim;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.Tiling;

/**
 * The time of a step of a population on one worker, t = h + A G / r for A agents and G guidances: measured with as many workers side by side
 * as this machine has cores for, at two numbers of agents, each by the first steps of the run for about a second.
 *
 * @param rate r, agent-steps per second
 * @param host h, seconds: rows of the schedule, moments, and the threads' start of a step
 */
public record MeasuredRate(double rate, double host) {

    private static final double SECONDS = 1;

    /** Enough for all threads, and more than caches hold. */
    private static final long MOST_AGENTS = 1L << 22;

    /**
     * Measures it once everything is compiled.
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
            double ofMany = side(crew, copies, problem, backend, many, threads);
            double ofFew = few == 0 ? 0 : side(crew, copies, problem, backend, few, threads);
            int guidances = problem.schedules().size();
            double each = Math.max(0, ofMany - ofFew) / (many - few);
            return each > 0
                    ? new MeasuredRate(guidances / each, Math.max(0, ofMany - many * each))
                    : new MeasuredRate(many * guidances / ofMany, 0);
        }
    }

    /** Seconds of a step, the mean over copies. */
    private static double side(Crew<?> crew, int copies, Problem problem, Backend backend, long agents, int threads) {
        return crew.map(copies, copy -> seconds(problem, backend, agents, threads)).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private static double seconds(Problem problem, Backend backend, long agents, int threads) {
        EnsembleSpec spec = problem.ensemble(agents);
        try (Ensemble ensemble = backend.open(spec, threads)) {
            advance(problem, spec, ensemble, threads, SECONDS);
            return advance(problem, spec, ensemble, threads, SECONDS);
        }
    }

    /** @return seconds of a step: those of the run, again from the start where it ends */
    private static double advance(Problem problem, EnsembleSpec spec, Ensemble ensemble, int threads, double seconds) {
        double taken = 0;
        int all = 0;
        while (taken < seconds) {
            float[] reference = problem.startReference();
            double[] starts = ensemble.start(reference);
            try (RunRecord record = new RunRecord(problem, spec, ensemble.labelCounts()[0], threads)) {
                record.start(starts, reference);
                for (int k = 0; k < problem.grid().steps() && taken < seconds; ) {
                    int count = Math.min(ensemble.batch(), problem.grid().steps() - k);
                    long begun = System.nanoTime();
                    step(problem, ensemble, record, k, count);
                    taken += (System.nanoTime() - begun) * 1e-9;
                    all += count;
                    k += count;
                }
            }
        }
        return taken / all;
    }

    private static void step(Problem problem, Ensemble ensemble, RunRecord record, int k, int count) {
        float[][] rows = problem.schedules().stream()
                .map(schedule -> schedule.rows(k, count))
                .toArray(float[][]::new);
        record.steps(k, count, rows, ensemble.advance(k, count, rows));
    }
}
