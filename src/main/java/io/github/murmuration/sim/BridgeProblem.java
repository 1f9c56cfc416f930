package io.github.murmuration.sim;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.TargetTable;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.DriftSchedule;
import io.github.murmuration.schedule.EmpiricalSchedule;
import io.github.murmuration.schedule.GuidancePath;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import java.util.List;

/** Model {@code guided-bridge}. */
final class BridgeProblem {

    private BridgeProblem() {}

    static Problem of(Scenario scenario) {
        GaussianMixture initial = GaussianMixture.of(scenario.initial());
        GaussianMixture target = GaussianMixture.of(scenario.target());
        TimeGrid grid = TimeGrid.of(scenario.protocol(), scenario.time().steps());
        List<Schedule> schedules = scenario.guidance().stream()
                .map(guidance -> schedule(scenario, guidance, grid, initial, target))
                .toList();
        Evaluator evaluator = new Evaluator.Bridge(scenario.time().scheme(), TargetTable.of(target));
        return new Problem(scenario, initial, target, grid, evaluator, schedules);
    }

    private static Schedule schedule(
            Scenario scenario, Guidance guidance, TimeGrid grid, GaussianMixture initial, GaussianMixture target) {
        BackwardCoefficients backward = backward(scenario, guidance, initial, target);
        DriftSchedule schedule =
                new DriftSchedule(backward, grid, scenario.time().scheme(), initial, target);
        return guidance instanceof Guidance.Empirical
                ? new EmpiricalSchedule(schedule, scenario.time().scheme(), scenario.protocol(), grid)
                : schedule;
    }

    private static BackwardCoefficients backward(
            Scenario scenario, Guidance guidance, GaussianMixture initial, GaussianMixture target) {
        GuidancePath path = GuidancePath.of(guidance, scenario.protocol(), initial.mean(), target.mean());
        return new BackwardCoefficients(scenario.protocol(), path);
    }
}
