package io.github.murmuration.sim;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;

/**
 * Paths of the first agents, by running them again on their own: an agent's noise depends on its number alone and its drift on the
 * schedule, so the first agents of a small population are those of a large one, to the bit. Agents whose drift is fed by population means
 * cannot be run on their own: they have no paths. The paths of a run on other noise than philox are other paths of the same law.
 */
final class PathReplay {

    private PathReplay() {}

    /** Paths [guidance][path][T][d] at the recorded times. */
    static float[][][][] of(Problem problem) {
        int every = problem.scenario().output().momentsEvery();
        boolean alone = problem.evaluator().feeds().isEmpty();
        int paths = (int) Math.min(
                alone ? problem.scenario().output().paths() : 0,
                problem.scenario().population().agents());
        int steps = problem.grid().steps();
        int recorded = (steps - 1) / every + 2;
        float[][][][] record = new float[problem.schedules().size()][paths][recorded][];
        if (paths == 0) {
            return record;
        }
        try (Ensemble ensemble = Backends.select("cpu-scalar").open(problem.ensemble(paths), 1)) {
            ensemble.start(problem.startReference());
            copy(ensemble, record, 0);
            for (int k = 0; k < steps; k++) {
                int step = k;
                float[][] rows = problem.schedules().stream()
                        .map(schedule -> schedule.rows(step, 1))
                        .toArray(float[][]::new);
                ensemble.advance(k, 1, rows);
                if ((k + 1) % every == 0 || k + 1 == steps) {
                    copy(ensemble, record, k + 1 == steps ? recorded - 1 : (k + 1) / every);
                }
            }
        }
        return record;
    }

    private static void copy(Ensemble ensemble, float[][][][] record, int index) {
        for (int g = 0; g < record.length; g++) {
            float[][] states = ensemble.states(g, 0);
            for (int path = 0; path < record[g].length; path++) {
                float[] point = new float[states.length];
                for (int j = 0; j < point.length; j++) {
                    point[j] = states[j][path];
                }
                record[g][path][index] = point;
            }
        }
    }
}
