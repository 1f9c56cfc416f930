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
record Outcome(
        Optional<RunResult> result,
        Optional<String> diverged,
        Map<String, MomentSeries> moments,
        Optional<String> refused) {

    static Outcome of(Optional<RunResult> result) {
        return new Outcome(result, Optional.empty(), Map.of(), Optional.empty());
    }

    static Outcome diverged(String why, Map<String, MomentSeries> moments) {
        return new Outcome(Optional.empty(), Optional.of(why), moments, Optional.empty());
    }

    static Outcome refused(String why) {
        return new Outcome(Optional.empty(), Optional.empty(), Map.of(), Optional.of(why));
    }
}
