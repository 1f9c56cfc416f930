package io.github.murmuration.sim;

import io.github.murmuration.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A finished run.
 *
 * @param arithmetic name of the arithmetic, {@code reproducible-float32}
 * @param noise name of the source of the increments, {@code philox} or {@code curand}
 * @param noiseVersion layout version of the noise
 * @param wallSeconds of the starts and the steps; memory was there before, and kernels were compiled
 * @param commandSeconds until all results were known, exact values among them where they were asked for
 * @param agentStepsPerSecond agents times steps times guidances, over wallSeconds
 * @param notes what a reader of the numbers should know
 * @param comparisons with exact values; empty where none were made
 * @param snapshots that were asked for, with what agents keep
 */
public record RunResult(
        Scenario scenario,
        String backend,
        String arithmetic,
        String noise,
        int noiseVersion,
        double wallSeconds,
        double commandSeconds,
        double agentStepsPerSecond,
        List<GuidanceResult> guidances,
        List<Note> notes,
        List<Comparison> comparisons,
        List<Snapshot> snapshots) {

    /** Agents times steps times guidances, over commandSeconds. */
    public double commandAgentStepsPerSecond() {
        return agentStepsPerSecond * wallSeconds / commandSeconds;
    }

    /** The same results, known after that time. */
    public RunResult after(double seconds) {
        return of(seconds, notes, comparisons, snapshots);
    }

    /** The same run with more notes after those it has. */
    public RunResult with(List<Note> more) {
        return of(commandSeconds, Stream.concat(notes.stream(), more.stream()).toList(), comparisons, snapshots);
    }

    /** The same run, compared with its exact values. */
    public RunResult compared(List<Comparison> made) {
        return of(commandSeconds, notes, made, snapshots);
    }

    /** The same run, with its snapshots elsewhere. */
    public RunResult moved(List<Snapshot> to) {
        return of(commandSeconds, notes, comparisons, to);
    }

    /** Whether every comparison with an exact value was met; empty where none was made. */
    public Optional<Boolean> metExactValues() {
        return comparisons.isEmpty()
                ? Optional.empty()
                : Optional.of(comparisons.stream().allMatch(Comparison::met));
    }

    private RunResult of(double seconds, List<Note> all, List<Comparison> made, List<Snapshot> taken) {
        return new RunResult(
                scenario,
                backend,
                arithmetic,
                noise,
                noiseVersion,
                wallSeconds,
                seconds,
                agentStepsPerSecond,
                guidances,
                all,
                made,
                taken);
    }
}
