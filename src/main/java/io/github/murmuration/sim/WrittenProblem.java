package io.github.murmuration.sim;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.laboratory.Row;
import io.github.murmuration.model.WrittenModel;
import io.github.murmuration.model.WrittenSchedule;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.schedule.TimeGrid;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Models that are written down: those of users, and those that come with the program. */
final class WrittenProblem {

    private WrittenProblem() {}

    static Problem of(Scenario scenario) {
        return of(scenario, Optional.empty());
    }

    /** @param row of a game that is solved */
    static Problem of(Scenario scenario, Optional<Row> row) {
        Dynamics dynamics = scenario.dynamics();
        CustomModel model = dynamics.written().orElseThrow();
        WrittenModel written = written(model, scenario);
        GaussianMixture initial = onCircles(GaussianMixture.of(scenario.initial()), model);
        TimeGrid grid = TimeGrid.of(scenario.protocol(), scenario.time().steps());
        double[] start = Arrays.copyOf(initial.mean(), written.state().size());
        WrittenSchedule schedule = new WrittenSchedule(written, grid, start, dynamics.frame());
        return new Problem(
                scenario,
                initial,
                initial,
                grid,
                new Evaluator.Taped(written.step()),
                List.of(schedule),
                Optional.of(written),
                row);
    }

    private static WrittenModel written(CustomModel model, Scenario scenario) {
        List<String> parameters = scenario.output().sensitivities();
        try {
            return WrittenModel.of(model, scenario.time(), parameters);
        } catch (IllegalArgumentException e) {
            throw new ScenarioException(parameters.isEmpty() ? "dynamics" : "output.sensitivities", e.getMessage());
        }
    }

    /** Components on a circle are brought to where it is, in float64: however many turns away, they are the same. */
    private static GaussianMixture onCircles(GaussianMixture law, CustomModel model) {
        double[][] means = new double[law.components()][];
        for (int k = 0; k < means.length; k++) {
            means[k] = law.means()[k].clone();
            for (int j = 0; j < means[k].length; j++) {
                if (model.boundary().get(model.state().get(j)) instanceof Boundary.Periodic circle) {
                    double length = circle.high() - circle.low();
                    means[k][j] -= length * Math.floor((means[k][j] - circle.low()) / length);
                }
            }
        }
        return new GaussianMixture(law.weights(), means, law.variances(), law.rotations());
    }
}
