package io.github.murmuration.sim;

import io.github.murmuration.scenario.Scenario;
import java.util.List;

/**
 * A finished run.
 *
 * @param arithmetic name of the arithmetic, {@code reproducible-float32}
 * @param noise name of the source of the increments, {@code philox} or {@code curand}
 * @param noiseVersion layout version of the noise
 * @param agentStepsPerSecond agents times steps times guidances, over wallSeconds
 */
public record RunResult(
        Scenario scenario,
        String backend,
        String arithmetic,
        String noise,
        int noiseVersion,
        double wallSeconds,
        double agentStepsPerSecond,
        List<GuidanceResult> guidances) {}
