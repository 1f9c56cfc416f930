package io.github.murmuration.study.selfconsistent;

import io.github.murmuration.exact.ExactMean;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Model;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import java.util.Arrays;

/**
 * Study {@code self-consistent}: the damped iteration {@code nu <- (1 - zeta) nu + zeta m[nu]} on the points of the protocol's guidance, with the
 * exact mean and with that of simulated agents, from several starting guesses.
 */
public final class SelfConsistent implements Study {

    /**
     * How it iterates.
     * @param damping zeta in (0, 1].
     * @param tolerance of max |m[nu] - nu|
     */
    public record Effort(double damping, double tolerance, int iterations) {}

    private final Scenario scenario;
    private final Effort effort;
    private final double[] times;
    private final double[][][] guesses;
    private final ExactMap exactMap;
    private final Iteration exact;

    /**
     * Iterates the exact map, which tells how often the simulated one will have to be.
     * @throws ScenarioException agents that are not steered
     */
    public SelfConsistent(Scenario scenario, Effort effort) {
        if (!scenario.steered()) {
            throw ScenarioException.refused("model", scenario.model(), "guided-bridge or lqg, which have a guidance");
        }
        this.scenario = scenario.toBuilder().guidance(new Guidance.MeanField()).build();
        this.effort = effort;
        this.times = GuidancePoints.times(scenario.protocol());
        Problem problem = Problem.of(this.scenario);
        this.guesses = Arrays.stream(StartingGuess.values())
                .map(guess -> guess.points(
                        times, problem.initial().mean(), problem.target().mean()))
                .toArray(double[][][]::new);
        this.exactMap = new ExactMap(scenario, times);
        this.exact = iterate(exactMap);
    }

    @Override
    public double work() {
        return SimulatedMap.work(scenario, guesses.length) * exact.residuals().length;
    }

    @Override
    public StudyReport run(Resources resources) {
        AffineMap affine = AffineMap.of(exactMap, times.length, scenario.dimension());
        SimulatedMap map = new SimulatedMap(scenario, times, resources);
        Iteration simulated = iterate(map);
        return new SelfConsistentReport(
                        scenario,
                        effort,
                        times,
                        affine,
                        AffineMap.flat(reference()),
                        exact,
                        simulated,
                        error(affine, map.groups()[0]))
                .report();
    }

    private Iteration iterate(MeanMap map) {
        return Iteration.of(map, guesses, effort.damping(), effort.tolerance(), effort.iterations());
    }

    /** The mean that reproduces itself in continuous time: the straight line; of a regulator its mean under mean-field guidance. */
    private double[][] reference() {
        Problem problem = Problem.of(scenario);
        return scenario.model() == Model.LQG
                ? ExactMean.of(problem.schedules().get(0), problem.initial(), problem.target(), times)
                : StartingGuess.LINEAR.points(
                        times, problem.initial().mean(), problem.target().mean());
    }

    /** Standard error of the simulated fixed point: that of the mean between groups of agents, through (I - A)^-1. */
    private static double[] error(AffineMap affine, double[][][] groups) {
        double[] mean = AffineMap.flat(SimulatedMap.mean(groups));
        double[] squares = new double[mean.length];
        for (double[][] group : groups) {
            double[] departure = AffineMap.flat(group);
            Arrays.setAll(departure, i -> departure[i] - mean[i]);
            double[] moved = affine.resolved(departure);
            Arrays.setAll(squares, i -> squares[i] + moved[i] * moved[i]);
        }
        double count = groups.length;
        return Arrays.stream(squares)
                .map(square -> Math.sqrt(square / (count - 1) / count))
                .toArray();
    }
}
