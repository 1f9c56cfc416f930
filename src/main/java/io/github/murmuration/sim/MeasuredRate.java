package io.github.murmuration.sim;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;

/** Agent-steps per second of a population on one machine, all guidances together, by advancing the first steps of some of its agents for about a second. */
public final class MeasuredRate {

    private static final double SECONDS = 1;

    /** Enough for all threads, and more than caches hold. */
    private static final long MOST_AGENTS = 1L << 22;

    private MeasuredRate() {}

    /**
     * Measures it once everything is compiled.
     *
     * @param agents of the population, of which no more than 2^22 are advanced
     * @param threads 0 for one per core
     */
    public static double of(Problem problem, Backend backend, long agents, int threads) {
        EnsembleSpec spec = problem.ensemble(Math.min(agents, MOST_AGENTS));
        try (Ensemble ensemble = backend.open(spec, threads)) {
            advance(problem, ensemble, SECONDS / 2);
            return spec.agents() * spec.guidances() * advance(problem, ensemble, SECONDS);
        }
    }

    /** @return steps per second: those of the run, again from the start where it ends */
    private static double advance(Problem problem, Ensemble ensemble, double seconds) {
        double taken = 0;
        int all = 0;
        for (int k = 0; taken < seconds; k = k < problem.grid().steps() ? k : 0) {
            if (k == 0) {
                ensemble.start(problem.startReference());
            }
            int first = k;
            int count = Math.min(ensemble.batch(), problem.grid().steps() - k);
            float[][] rows = problem.schedules().stream()
                    .map(schedule -> schedule.rows(first, count))
                    .toArray(float[][]::new);
            long begun = System.nanoTime();
            ensemble.advance(k, count, rows);
            taken += (System.nanoTime() - begun) * 1e-9;
            all += count;
            k += count;
        }
        return all / taken;
    }
}
