package io.github.murmuration.exact;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.schedule.DriftSchedule;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.lqg.LqgSchedule;
import java.util.Map;
import java.util.Optional;

/**
 * What is known exactly about a run, for every model.
 *
 * @param byGuidance of agents that are steered; guidances of which nothing is known are absent
 * @param population of agents that act on each other
 * @param recorded of agents that are steered, at the recorded times of a run; empty where they were not requested
 * @param laws of agents that are steered, at the times at which a run counted densities; empty where they were not requested
 */
public record ExactValues(
        Map<String, ExactResult> byGuidance,
        Optional<PopulationValues> population,
        Map<String, ExactSeries> recorded,
        Map<String, MarginalSeries> laws) {

    public static final ExactValues NONE = of(Map.of());

    /** Of agents that are steered. */
    public static ExactValues of(Map<String, ExactResult> byGuidance) {
        return new ExactValues(byGuidance, Optional.empty(), Map.of(), Map.of());
    }

    /** Of agents that act on each other. */
    public static ExactValues of(PopulationValues population) {
        return new ExactValues(Map.of(), Optional.of(population), Map.of(), Map.of());
    }

    /**
     * The same with what is known over time.
     * @param series moments by guidance.
     * @param known laws by guidance
     */
    public ExactValues with(Map<String, ExactSeries> series, Map<String, MarginalSeries> known) {
        return new ExactValues(byGuidance, population, series, known);
    }

    /**
     * Of one guidance; empty where nothing is known.
     * @param crew who works it out: the same values, however many they are
     */
    public static Optional<ExactResult> of(
            Schedule schedule, GaussianMixture initial, GaussianMixture target, Crew<?> crew) {
        if (schedule instanceof DriftSchedule bridge) {
            return Optional.of(ExactSolution.of(bridge.backward(), initial, target, crew));
        }
        if (schedule instanceof LqgSchedule lqg) {
            return Optional.of(LqgExact.of(lqg.solution(), initial, target, crew));
        }
        return Optional.empty();
    }
}
