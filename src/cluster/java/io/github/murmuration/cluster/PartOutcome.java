package io.github.murmuration.cluster;

import io.github.murmuration.sim.MomentSeries;
import io.github.murmuration.sim.RunResult;
import java.util.Map;
import java.util.Optional;

/**
 * What a task gives back: the result of the run, which every part has and the first one gives; or what would happen again if it were started again.
 *
 * @param diverged why an agent stopped the run, and the moments up to then
 * @param refused why the task cannot do it, in one line
 */
record PartOutcome(
        Optional<RunResult> result,
        Optional<String> diverged,
        Map<String, MomentSeries> moments,
        Optional<String> refused) {

    static PartOutcome of(Optional<RunResult> result) {
        return new PartOutcome(result, Optional.empty(), Map.of(), Optional.empty());
    }

    static PartOutcome diverged(String why, Map<String, MomentSeries> moments) {
        return new PartOutcome(Optional.empty(), Optional.of(why), moments, Optional.empty());
    }

    static PartOutcome refused(String why) {
        return new PartOutcome(Optional.empty(), Optional.empty(), Map.of(), Optional.of(why));
    }
}
