package io.github.murmuration.sim;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.schedule.AffineLayout;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.schedule.lqg.EmpiricalLqgSchedule;
import io.github.murmuration.schedule.lqg.LqgSchedule;
import io.github.murmuration.schedule.lqg.LqgSolution;
import java.util.ArrayList;
import java.util.List;

/** Model {@code lqg}. */
final class LqgProblem {

    private LqgProblem() {}

    static Problem of(Scenario scenario) {
        Dynamics.LinearQuadratic dynamics = (Dynamics.LinearQuadratic) scenario.dynamics();
        GaussianMixture initial = GaussianMixture.of(scenario.initial());
        GaussianMixture target = GaussianMixture.of(scenario.target());
        TimeGrid grid = TimeGrid.of(scenario.protocol(), scenario.time().steps());
        boolean fed = scenario.guidance().stream().anyMatch(Guidance.Empirical.class::isInstance);
        List<LqgSolution> solutions =
                LqgSolution.of(dynamics, scenario.guidance(), scenario.protocol(), initial, target);
        List<Schedule> schedules = new ArrayList<>();
        for (int g = 0; g < solutions.size(); g++) {
            LqgSchedule schedule = new LqgSchedule(dynamics, solutions.get(g), grid, fed);
            boolean empirical = scenario.guidance().get(g) instanceof Guidance.Empirical;
            schedules.add(empirical ? new EmpiricalLqgSchedule(schedule, dynamics, grid) : schedule);
        }
        Evaluator evaluator = new Evaluator.Affine(new AffineLayout(scenario.dimension(), fed));
        return new Problem(scenario, initial, target, grid, evaluator, schedules);
    }
}
