package io.github.murmuration.study.chaos;

import io.github.murmuration.model.WrittenModel.Circle;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;
import java.util.List;

/**
 * A population and copies of its limit as one problem. Differences are measured in all coordinates of a state; those of phases in their
 * cosine and sine.
 *
 * @param problem its schedules are {@link #POPULATION} and {@link #COPIES}
 */
record Coupling(Problem problem, Limit limit, boolean phases) {

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
        Limit limit = Limit.of(problem);
        return new Coupling(
                problem.with(List.of(problem.schedules().get(0), new LimitSchedule(problem, limit.taken()))),
                limit,
                scenario.dynamics() instanceof Dynamics.Kuramoto);
    }

    /** Numbers that are measured of an agent. */
    int coordinates() {
        return phases ? 2 : problem.initial().dimension();
    }

    /** Channel whose mean is that of the first number that is measured. */
    int channel() {
        return phases ? problem.written().orElseThrow().circles().get(0).cosine() : 0;
    }

    /** Where the means of what is measured are before step k in the limit, measured from the centre, to first order in the step. */
    double[] expected(int k) {
        double[] taken = limit.taken()[k];
        if (phases) {
            Circle circle = problem.written().orElseThrow().circles().get(0);
            return new double[] {taken[circle.cosine()], taken[circle.sine()]};
        }
        return Arrays.copyOf(taken, coordinates());
    }

    /** What is measured of agents. @param states of all coordinates */
    float[][] measured(float[][] states) {
        if (!phases) {
            return states;
        }
        float[][] measured = new float[2][states[0].length];
        for (int a = 0; a < states[0].length; a++) {
            measured[0][a] = (float) Math.cos(states[0][a]);
            measured[1][a] = (float) Math.sin(states[0][a]);
        }
        return measured;
    }
}
