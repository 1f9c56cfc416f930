package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.laboratory.Row;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.limit.Series;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Scenario;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a population that acts on itself through means.
 *
 * @param limit law of infinitely many agents in continuous time
 * @param observed values of that law, by name [T]
 * @param obstacle why there is no such law, as a sentence; empty where there is one
 * @param expected moments of this many agents, where the model is linear
 * @param recorded the same at the recorded times of the run
 * @param stationary the limit in time of infinitely many agents
 * @param row what is known of a mean-field game
 */
public record PopulationValues(
        Optional<LimitLaw> limit,
        Map<String, Series> observed,
        String obstacle,
        Optional<LinearMoments> expected,
        Optional<LinearMoments> recorded,
        Stationary stationary,
        Optional<Row> row) {

    /** Where it was not worked out. */
    public static final PopulationValues UNKNOWN = new PopulationValues(
            Optional.empty(),
            Map.of(),
            "it was not worked out",
            Optional.empty(),
            Optional.empty(),
            Stationary.UNKNOWN,
            Optional.empty());

    /**
     * @param scenario of agents that are not steered.
     * @param start law of the state at time 0, brought within boundaries
     */
    public static PopulationValues of(Scenario scenario, GaussianMixture start) {
        return of(scenario, start, Optional.empty());
    }

    /**
     * @param scenario of agents that are not steered.
     * @param row of a game that is solved
     */
    public static PopulationValues of(Scenario scenario, GaussianMixture start, Optional<Row> row) {
        CustomModel model = scenario.dynamics().written().orElseThrow();
        WrittenLimit.Found limit =
                row.flatMap(Row::moments).map(GridLimit::of).orElseGet(() -> WrittenLimit.of(model, scenario, start));
        return new PopulationValues(
                limit.law().map(law -> law.moving(scenario.dynamics().frame())),
                limit.observed(),
                limit.obstacle(),
                expected(model, scenario, start, RecordedTimes.of(model, RecordedTimes.MANY)),
                expected(model, scenario, start, RecordedTimes.of(model, scenario)),
                Stationary.of(scenario.dynamics()),
                row);
    }

    private static Optional<LinearMoments> expected(
            CustomModel model, Scenario scenario, GaussianMixture start, double[] times) {
        long agents = scenario.population().agents();
        return LinearSolution.of(model, start, agents, times);
    }
}
