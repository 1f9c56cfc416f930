package io.github.murmuration.sim;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.model.WrittenModel;
import io.github.murmuration.model.WrittenSchedule;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.schedule.TimeGrid;
import java.util.List;
import java.util.Optional;

/** Model {@code custom}. */
final class CustomProblem {

    private CustomProblem() {}

    static Problem of(Scenario scenario) {
        CustomModel model = (CustomModel) scenario.dynamics();
        WrittenModel written = written(model, scenario);
        GaussianMixture initial = GaussianMixture.of(scenario.initial());
        TimeGrid grid = TimeGrid.of(scenario.protocol(), scenario.time().steps());
        WrittenSchedule schedule = new WrittenSchedule(written.step(), grid, model.horizon());
        return new Problem(
                scenario, initial, initial, grid, new Evaluator.Taped(written.step()), List.of(schedule), Optional.of(written));
    }

    private static WrittenModel written(CustomModel model, Scenario scenario) {
        try {
            return WrittenModel.of(model, scenario.time());
        } catch (IllegalArgumentException e) {
            throw new ScenarioException("dynamics", e.getMessage());
        }
    }
}
