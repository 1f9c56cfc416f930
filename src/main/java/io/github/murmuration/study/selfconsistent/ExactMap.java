package io.github.murmuration.study.selfconsistent;

import io.github.murmuration.exact.ExactMean;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;

/** The exact mean of infinitely many agents in continuous time. */
record ExactMap(Scenario scenario, double[] times) implements MeanMap {

    @Override
    public double[][][] at(double[][][] guesses) {
        return Arrays.stream(guesses).map(this::mean).toArray(double[][][]::new);
    }

    private double[][] mean(double[][] guess) {
        Problem problem = problem(scenario, guess);
        return ExactMean.of(problem.schedules().get(0), problem.initial(), problem.target(), times);
    }

    /** The problem under one custom guidance. */
    static Problem problem(Scenario scenario, double[][] guess) {
        return Problem.of(
                scenario.toBuilder().guidance(new Guidance.Custom(guess)).build());
    }
}
