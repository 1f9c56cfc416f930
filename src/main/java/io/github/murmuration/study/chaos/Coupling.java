package io.github.murmuration.study.chaos;

import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.sim.Problem;
import java.util.List;

/**
 * A population and copies of its limit as one problem.
 *
 * @param problem its schedules are {@link #POPULATION} and {@link #COPIES}
 * @param coordinates that differences are measured in, the first ones of the state
 */
record Coupling(Problem problem, Limit limit, int coordinates) {

    static final int POPULATION = 0;
    static final int COPIES = 1;

    static Coupling of(Scenario scenario) {
        Scenario fed = scenario.steered()
                ? scenario.toBuilder().guidance(new Guidance.Empirical()).build()
                : scenario;
        Problem problem = Problem.of(fed);
        Schedule population = problem.schedules().get(0);
        Limit limit = Limit.of(problem);
        int coordinates = scenario.dynamics() instanceof Dynamics.Interacting ? 1 : scenario.dimension();
        return new Coupling(
                problem.with(List.of(population, new LimitSchedule(population, limit.departures()))),
                limit,
                coordinates);
    }

    /** Where the mean of a coordinate is before step k in the limit, to first order in the step. */
    double expected(int k, int j) {
        return reference(k, j) + limit.departures()[k][j];
    }

    private double reference(int k, int j) {
        if (k == 0) {
            return problem.initial().mean()[j];
        }
        Schedule population = problem.schedules().get(POPULATION);
        return population.rows(k - 1, 1)[population.layout().reference() + j];
    }
}
