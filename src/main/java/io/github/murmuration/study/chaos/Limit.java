package io.github.murmuration.study.chaos;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.schedule.AffineLayout;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;
import java.util.Optional;

/**
 * What infinitely many agents do, as the chain of Euler-Maruyama steps that a simulation takes: its difference from a population then
 * vanishes with N at any step. Guided bridges are the exception; their limit is the straight line of continuous time, from which the
 * chain's mean departs at first order in the step.
 *
 * @param departures of the limit's means from the points that feeds measure from [n+1][d]
 * @param end law of an agent's only coordinate at the end, where it is known
 */
record Limit(double[][] departures, Optional<PointLaw> end) {

    /** Points per standard deviation of the narrowest component of a target. */
    private static final double FINE = 0.02;

    /** @param problem with one schedule, that of a population. */
    static Limit of(Problem problem) {
        Dynamics dynamics = problem.scenario().dynamics();
        if (dynamics instanceof Dynamics.MeanFieldOu ou) {
            return onTheLine(
                    problem, ou.horizon(), ou.noise(), (x, m) -> -ou.relaxation() * x + ou.coupling() * (m - x));
        }
        if (dynamics instanceof Dynamics.DesaiZwanzig wells) {
            return onTheLine(
                    problem, wells.horizon(), wells.noise(), (x, m) -> x - x * x * x + wells.coupling() * (m - x));
        }
        if (dynamics instanceof Dynamics.Kuramoto kuramoto) {
            return new Limit(new RingLaw(kuramoto, problem.grid()).means(problem.initial()), Optional.empty());
        }
        double[][] departures = dynamics instanceof Dynamics.LinearQuadratic
                ? linear(problem)
                : new double[problem.grid().steps() + 1][problem.initial().dimension()];
        return new Limit(departures, target(problem.target()));
    }

    private interface Drift {
        double at(double x, double mean);
    }

    private static Limit onTheLine(Problem problem, double horizon, double noise, Drift drift) {
        TimeGrid grid = problem.grid();
        double[][] departures = new double[grid.steps() + 1][1];
        double reference = problem.initial().mean()[0];
        PointLaw law = PointLaw.of(problem.initial(), 0, noise * Math.sqrt(grid.step(0) * horizon));
        for (int k = 0; k < grid.steps(); k++) {
            double dt = grid.step(k) * horizon;
            double mean = law.mean();
            departures[k][0] = mean - reference;
            law = law.step(x -> x + dt * drift.at(x, mean), noise * Math.sqrt(dt));
        }
        departures[grid.steps()][0] = law.mean() - reference;
        return new Limit(departures, Optional.of(law));
    }

    /** x' = x + g + D x + G delta for means too. */
    private static double[][] linear(Problem problem) {
        Schedule schedule = problem.schedules().get(0);
        AffineLayout layout = (AffineLayout) schedule.layout();
        int d = layout.dimension();
        double[] mean = problem.initial().mean();
        double[][] departures = new double[problem.grid().steps() + 1][d];
        for (int k = 0; k < problem.grid().steps(); k++) {
            float[] row = schedule.rows(k, 1);
            double[] next = mean.clone();
            for (int i = 0; i < d; i++) {
                next[i] += row[layout.shift() + i];
                for (int j = 0; j < d; j++) {
                    next[i] += row[layout.increment() + i * d + j] * mean[j]
                            + row[layout.shiftFeed() + i * d + j] * departures[k][j];
                }
            }
            mean = next;
            for (int i = 0; i < d; i++) {
                departures[k + 1][i] = mean[i] - row[layout.reference() + i];
            }
        }
        return departures;
    }

    private static Optional<PointLaw> target(GaussianMixture target) {
        if (target.dimension() > 1 || target.singular()) {
            return Optional.empty();
        }
        double narrowest = Math.sqrt(
                Arrays.stream(target.variances()).mapToDouble(l -> l[0]).min().orElseThrow());
        PointLaw fine = PointLaw.of(target, 0, FINE * narrowest);
        return Optional.of(fine.step(x -> x, FINE * narrowest));
    }
}
