package io.github.murmuration.study.chaos;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;
import java.util.Optional;

/**
 * What infinitely many agents do, as the chain of Euler-Maruyama steps that a simulation takes: its difference from a population then
 * vanishes with N at any step. The centre of a linear-quadratic regulator is the mean of that chain, and so is that of a guided bridge to
 * one Gaussian; to other targets the chain's mean departs from it at first order in the step.
 *
 * @param departures of the limit's means from the centre [n+1][d]
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
        return new Limit(
                new double[problem.grid().steps() + 1][problem.initial().dimension()], target(problem.target()));
    }

    private interface Drift {
        double at(double x, double mean);
    }

    private static Limit onTheLine(Problem problem, double horizon, double noise, Drift drift) {
        TimeGrid grid = problem.grid();
        double[][] departures = new double[grid.steps() + 1][1];
        Schedule schedule = problem.schedules().get(0);
        PointLaw law = PointLaw.of(problem.initial(), 0, noise * Math.sqrt(grid.step(0) * horizon));
        for (int k = 0; k < grid.steps(); k++) {
            double dt = grid.step(k) * horizon;
            double mean = law.mean();
            departures[k][0] = mean - schedule.centre(k)[0];
            law = law.step(x -> x + dt * drift.at(x, mean), noise * Math.sqrt(dt));
        }
        departures[grid.steps()][0] = law.mean() - schedule.centre(grid.steps())[0];
        return new Limit(departures, Optional.of(law));
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
