package io.github.murmuration.sim;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Feedback;
import io.github.murmuration.ensemble.Tiling;

/**
 * Paths of the first agents, by running them again on their own: an agent's noise depends on its number alone and its drift on the
 * schedule and the means of the whole population, so the first agents of a small population are those of a large one, to the bit. The paths of a run on other noise than philox are other paths of the same law.
 */
final class PathReplay {

    private PathReplay() {}

    /** Paths [guidance][path][T][d] at the recorded times. */
    static float[][][][] of(Problem problem, MeanHistory history) {
        int every = problem.scenario().output().momentsEvery();
        int paths = (int) Math.min(
                problem.scenario().output().paths(),
                problem.scenario().population().agents());
        int steps = problem.grid().steps();
        int recorded = (steps - 1) / every + 2;
        float[][][][] record = new float[problem.schedules().size()][paths][recorded][];
        if (paths == 0) {
            return record;
        }
        EnsembleSpec spec = problem.firstAgents(paths);
        Feedback feedback = new Feedback(spec.feeds(), spec.evaluator(), spec.sums(), spec.tiling(), 0, 1, spec.seed());
        try (Ensemble ensemble = Backends.select("cpu-scalar").open(spec.unfed(), 1)) {
            ensemble.start(problem.startReference());
            copy(problem, ensemble, 0, record, 0);
            for (int k = 0; k < steps; k++) {
                int step = k;
                float[][] rows = problem.schedules().stream()
                        .map(schedule -> schedule.rows(step, 1))
                        .toArray(float[][]::new);
                for (int g = 0; g < rows.length && spec.fed(); g++) {
                    feedback.take(0, g, history.before(k, g));
                }
                ensemble.advance(k, 1, feedback.feed(rows, 0, k));
                if ((k + 1) % every == 0 || k + 1 == steps) {
                    copy(problem, ensemble, k + 1, record, k + 1 == steps ? recorded - 1 : (k + 1) / every);
                }
            }
        }
        return record;
    }

    private static void copy(Problem problem, Ensemble ensemble, int k, float[][][][] record, int index) {
        for (int g = 0; g < record.length; g++) {
            double[] centre = problem.schedules().get(g).centre(k);
            float[][][] paths = record[g];
            for (int first = 0; first < paths.length; first += Tiling.BLOCK) {
                float[][] states = ensemble.states(g, first / Tiling.BLOCK);
                for (int a = 0; a < states[0].length; a++) {
                    paths[first + a][index] = point(problem.initial().dimension(), centre, states, a);
                }
            }
        }
    }

    private static float[] point(int d, double[] centre, float[][] states, int a) {
        float[] point = new float[d];
        for (int j = 0; j < point.length; j++) {
            point[j] = (float) (centre[j] + states[j][a]);
        }
        return point;
    }
}
