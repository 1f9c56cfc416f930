package io.github.murmuration.sim;

import io.github.murmuration.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;

/**
 * A finished run.
 *
 * @param arithmetic name of the arithmetic, {@code reproducible-float32}
 * @param noise name of the source of the increments, {@code philox} or {@code curand}
 * @param noiseVersion layout version of the noise
 * @param agentStepsPerSecond agents times steps times guidances, over wallSeconds
 * @param notes what a reader of the numbers should know
 */
public record RunResult(
        Scenario scenario,
        String backend,
        String arithmetic,
        String noise,
        int noiseVersion,
        double wallSeconds,
        double agentStepsPerSecond,
        List<GuidanceResult> guidances,
        List<Note> notes) {

    /** The same run with more notes after those it has. */
    public RunResult with(List<Note> more) {
        return new RunResult(
                scenario,
                backend,
                arithmetic,
                noise,
                noiseVersion,
                wallSeconds,
                agentStepsPerSecond,
                guidances,
                Stream.concat(notes.stream(), more.stream()).toList());
    }
}
