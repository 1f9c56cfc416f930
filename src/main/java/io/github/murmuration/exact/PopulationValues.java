package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.limit.Series;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Scenario;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a population that acts on itself through means.
 *
 * @param limit law of infinitely many agents in continuous time; of models that users write
 * @param observed values of that law, by name [T]
 * @param obstacle why there is no such law, as a sentence; empty where there is one, and for models that have theory of their own
 * @param expected moments of this many agents, where the model is linear
 */
public record PopulationValues(
        Optional<LimitLaw> limit, Map<String, Series> observed, String obstacle, Optional<LinearMoments> expected) {

    /** @param scenario of agents that are not steered. @param start law of the state at time 0, brought within boundaries */
    public static PopulationValues of(Scenario scenario, GaussianMixture start) {
        if (scenario.dynamics() instanceof CustomModel model) {
            PopulationValues limit = new WrittenLimit(model, scenario, start).values();
            return new PopulationValues(limit.limit, limit.observed, limit.obstacle, expected(model, scenario, start));
        }
        Optional<LinearMoments> expected = scenario.dynamics() instanceof Dynamics.MeanFieldOu dynamics
                ? Optional.of(
                        LinearMoments.of(dynamics, start, scenario.population().agents()))
                : Optional.empty();
        return new PopulationValues(Optional.empty(), Map.of(), "", expected);
    }

    private static Optional<LinearMoments> expected(CustomModel model, Scenario scenario, GaussianMixture start) {
        long agents = scenario.population().agents();
        return LinearSolution.of(model, start, agents, RecordedTimes.of(model, RecordedTimes.MANY));
    }

    static PopulationValues without(String obstacle) {
        return new PopulationValues(Optional.empty(), Map.of(), obstacle, Optional.empty());
    }
}
