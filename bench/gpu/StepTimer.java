package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;

/** Times steps under the first guidance of a problem: the median of five runs after two to warm up. */
class StepTimer {

    private static final int WARM_UP = 2;
    private static final int TIMED = 5;

    private StepTimer() {}

    /** Seconds per step of runs of so many steps of a started population. */
    static double secondsPerStep(Ensemble ensemble, Problem problem, int count) {
        float[][] rows = {problem.schedules().get(0).rows(0, count)};
        double[] seconds = new double[WARM_UP + TIMED];
        for (int run = 0; run < seconds.length; run++) {
            long begun = System.nanoTime();
            ensemble.advance(0, count, rows);
            seconds[run] = (System.nanoTime() - begun) * 1e-9 / count;
        }
        double[] timed = Arrays.copyOfRange(seconds, WARM_UP, seconds.length);
        Arrays.sort(timed);
        return timed[TIMED / 2];
    }
}
