package io.github.murmuration.sim;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.schedule.lqg.LqgSchedule;
import io.github.murmuration.schedule.lqg.LqgSolution;
import java.util.List;

/** Model {@code lqg}. */
final class LqgProblem {

    private LqgProblem() {}

    static Problem of(Scenario scenario) {
        Dynamics.LinearQuadratic dynamics = (Dynamics.LinearQuadratic) scenario.dynamics();
        GaussianMixture initial = GaussianMixture.of(scenario.initial());
        GaussianMixture target = GaussianMixture.of(scenario.target());
        TimeGrid grid = TimeGrid.of(scenario.protocol(), scenario.time().steps());
        List<Schedule> schedules =
                LqgSolution.of(dynamics, scenario.guidance(), scenario.protocol(), grid, initial, target).stream()
                        .<Schedule>map(solution -> new LqgSchedule(dynamics, solution, grid))
                        .toList();
        Evaluator evaluator = new Evaluator.Affine(scenario.dimension());
        return new Problem(scenario, initial, target, grid, evaluator, schedules);
    }
}
