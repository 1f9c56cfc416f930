package io.github.murmuration.study.selfconsistent;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaObserver;
import io.github.murmuration.sim.ReplicaRun;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.StudyCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mean of simulated agents, in groups of equal size, the same agents and noise in every call: a deterministic map that is the exact
 * one up to O(N^-1/2) and O(dt). Between times of the grid means are interpolated.
 */
final class SimulatedMap implements MeanMap {

    static final int GROUPS = 8;

    /**
     * What a call found.
     * @param means [guess][group][P][d]
     */
    record Call(double[][][][] means) {}

    private final Scenario scenario;
    private final double[] times;
    private final Resources resources;
    private int calls;
    private Call last;

    SimulatedMap(Scenario scenario, double[] times, Resources resources) {
        this.scenario = scenario;
        this.times = times;
        this.resources = resources;
    }

    /** Agent-steps of one call. */
    static double work(Scenario scenario, int guesses) {
        return (double) perGroup(scenario) * GROUPS * scenario.time().steps() * guesses;
    }

    @Override
    public double[][][] at(double[][][] guesses) {
        double work = work(scenario, guesses.length);
        last = resources.once(
                new StudyCase<>("iteration-" + calls++, Call.class, work, given -> simulated(guesses, given)));
        return Arrays.stream(last.means).map(SimulatedMap::mean).toArray(double[][][]::new);
    }

    /** What each group found in the last call [guess][group][P][d]. */
    double[][][][] groups() {
        return last.means;
    }

    /** Over groups [P][d]. */
    static double[][] mean(double[][][] groups) {
        double[][] mean = new double[groups[0].length][groups[0][0].length];
        for (double[][] group : groups) {
            for (int p = 0; p < mean.length; p++) {
                for (int j = 0; j < mean[p].length; j++) {
                    mean[p][j] += group[p][j] / groups.length;
                }
            }
        }
        return mean;
    }

    private Call simulated(double[][][] guesses, Resources given) {
        List<Schedule> schedules = new ArrayList<>();
        Problem problem = ExactMap.problem(scenario, guesses[0]);
        for (double[][] guess : guesses) {
            schedules.add(ExactMap.problem(scenario, guess).schedules().get(0));
        }
        double[][][][] means = new double[guesses.length][GROUPS][times.length][scenario.dimension()];
        long seed = scenario.population().seed();
        given.run(
                new ReplicaRun(problem.with(schedules), perGroup(scenario), GROUPS, seed),
                observer(problem.grid(), means));
        return new Call(means);
    }

    /** Adds to the mean at every point the share that step k has in it. */
    private ReplicaObserver observer(TimeGrid grid, double[][][][] means) {
        return (k, moments) -> {
            for (int p = 0; p < times.length; p++) {
                double share = share(grid, k, times[p]);
                for (int g = 0; g < means.length && share > 0; g++) {
                    for (int r = 0; r < moments.replicas(); r++) {
                        double[] at = means[g][moments.firstReplica() + r][p];
                        for (int j = 0; j < at.length; j++) {
                            at[j] += share * moments.mean(g, r, j);
                        }
                    }
                }
            }
        };
    }

    /** Weight of grid time k in the linear interpolation at t. */
    private static double share(TimeGrid grid, int k, double t) {
        if (k > 0 && t > grid.time(k - 1) && t <= grid.time(k)) {
            return (t - grid.time(k - 1)) / grid.step(k - 1);
        }
        boolean after = k < grid.steps() && t >= grid.time(k) && t < grid.time(k + 1);
        return after ? (grid.time(k + 1) - t) / grid.step(k) : 0;
    }

    private static long perGroup(Scenario scenario) {
        return Math.max(1, scenario.population().agents() / GROUPS);
    }
}
