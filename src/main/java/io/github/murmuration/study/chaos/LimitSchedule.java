package io.github.murmuration.study.chaos;

import io.github.murmuration.ensemble.Feedback;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.schedule.Row;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.sim.Problem;
import java.util.List;

/**
 * Schedule of a copy of the limit: the rows of a schedule with feeds, fed by the means of infinitely many agents instead of those of
 * a population. Feeds that are carried belong to models whose means depart from nowhere in the limit, and do nothing.
 */
final class LimitSchedule implements Schedule {

    private final Schedule fed;
    private final double[][] taken;
    private final Feedback feedback;

    /**
     * @param problem whose only schedule is fed.
     * @param taken of the limit's means [n+1][ensemble.Means].
     * @param commonSeed key of the noise that agents have in common
     */
    LimitSchedule(Problem problem, double[][] taken, long commonSeed) {
        this.fed = problem.schedules().get(0);
        this.taken = taken;
        this.feedback = new Feedback(
                List.of(fed.feeds()),
                problem.evaluator(),
                problem.evaluator().sums(1, problem.initial().dimension()),
                Tiling.alone(1),
                0,
                1,
                commonSeed);
    }

    @Override
    public Row layout() {
        return fed.layout();
    }

    @Override
    public double[] centre(int k) {
        return fed.centre(k);
    }

    @Override
    public synchronized void fill(int k, float[] rows, int offset) {
        feedback.take(0, 0, taken[k]);
        float[][] row = feedback.feed(new float[][] {fed.rows(k, 1)}, 0, k);
        System.arraycopy(row[0], 0, rows, offset, row[0].length);
    }

    @Override
    public void drift(double t, double[] z, double[] x, double[] u) {
        fed.drift(t, z, x, u);
    }
}
