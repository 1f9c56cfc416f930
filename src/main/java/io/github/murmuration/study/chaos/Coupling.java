package io.github.murmuration.study.chaos;

import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.interaction.InteractionSchedule;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;
import java.util.List;

/**
 * A population and copies of its limit as one problem.
 *
 * @param problem its schedules are {@link #POPULATION} and {@link #COPIES}
 * @param first of the coordinates that differences are measured in: all of a state, for phases their cosine and sine
 * @param coordinates number of them
 */
record Coupling(Problem problem, Limit limit, int first, int coordinates) {

    static final int POPULATION = 0;
    static final int COPIES = 1;

    static Coupling of(Scenario scenario) {
        Scenario fed = scenario.steered()
                ? scenario.toBuilder()
                        .guidance(new Guidance.Empirical())
                        .output(scenario.output().agentEnergies(true))
                        .build()
                : scenario;
        Problem problem = Problem.of(fed);
        Schedule population = problem.schedules().get(0);
        Limit limit = Limit.of(problem);
        boolean phases = scenario.dynamics() instanceof Dynamics.Kuramoto;
        int first = phases ? InteractionSchedule.COSINE : 0;
        return new Coupling(
                problem.with(List.of(population, new LimitSchedule(population, limit.departures()))),
                limit,
                first,
                scenario.dimension() - first);
    }

    /** Where the means of the measured coordinates are before step k in the limit, measured from the centre, to first order in the step. */
    double[] expected(int k) {
        return Arrays.copyOfRange(limit.departures()[k], first, first + coordinates);
    }

    /** The measured coordinates of agents. @param states of all coordinates */
    float[][] measured(float[][] states) {
        return Arrays.copyOfRange(states, first, first + coordinates);
    }
}
