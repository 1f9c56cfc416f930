package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.exact.KuramotoLaw;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioBuilder;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.Scheme;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Means, times and phases far from 1: what float32 states, sums and phases must not show. */
class ScaleTest {

    /** Means that move far in a step by their own spread: variances about a reference that follows. */
    @ParameterizedTest
    @CsvSource({"60, 0.05, 0.02", "1000, 0.01, 0.01", "1e6, 0.01, 0.01", "0, 0.05, 0.02"})
    @Tag("analytic")
    void varianceOfAFastMean(double mean, double deviation, double noise) {
        Dynamics.MeanFieldOu dynamics = new Dynamics.MeanFieldOu(0.5, 1.5, noise, 4);
        int steps = 200;
        int agents = 100_000;
        MomentSeries moments = run(builder(dynamics, gaussian(mean, deviation), agents, steps))
                .guidances()
                .get(0)
                .moments();
        double chainMean = mean;
        double variance = deviation * deviation;
        double dt = dynamics.horizon() / steps;
        for (int k = 0; k <= steps; k++) {
            // 402 moments at 5.5 standard errors (the variance of few steps is near that of the start): false alarm
            // 2e-5
            double error = Math.sqrt(variance / agents);
            assertEquals(
                    chainMean, moments.mean()[k][0], 5.5 * Math.sqrt(4) * error + 1e-12 * Math.abs(mean), "mean " + k);
            assertEquals(variance, moments.variance()[k][0], 5.5 * variance * Math.sqrt(2.0 / agents), "variance " + k);
            chainMean -= dynamics.relaxation() * dt * chainMean;
            double factor = 1 - (dynamics.relaxation() + dynamics.coupling()) * dt;
            variance = factor * factor * variance + noise * noise * dt;
        }
        if (mean == 60) {
            // by hand, at t = 0.25, 0.5 and 1 of the horizon; sampling error 0.45 %
            assertEquals(1.425e-4, moments.variance()[50][0], 0.02 * 1.425e-4);
            assertEquals(1.027e-4, moments.variance()[100][0], 0.02 * 1.027e-4);
            assertEquals(1.0204e-4, moments.variance()[200][0], 0.02 * 1.0204e-4);
        }
    }

    /** A mean that has no centre: the reference is the mean before the step. Steps are small, so that it is near. */
    @Test
    @Tag("analytic")
    void varianceOfDesaiZwanzigAgentsThatFallIntoAWell() {
        Dynamics.DesaiZwanzig dynamics = new Dynamics.DesaiZwanzig(1, 1e-3, 2);
        int agents = 20_000;
        int steps = 2000;
        MomentSeries moments = run(builder(dynamics, gaussian(3, 1e-3), agents, steps))
                .guidances()
                .get(0)
                .moments();
        // small noise: x = m + y, m' = m + (m - m^3) dt, y' = y + (1 - coupling - 3 m^2) y dt + noise
        double mean = 3;
        double variance = 1e-6;
        double dt = 1e-3;
        for (int k = 0; k <= steps; k++) {
            assertEquals(mean, moments.mean()[k][0], 5e-5 * mean);
            assertEquals(variance, moments.variance()[k][0], 0.05 * variance + 1e-13, "step " + k);
            double factor = 1 + (-3 * mean * mean) * dt;
            mean += (mean - mean * mean * mean) * dt;
            variance = factor * factor * variance + 1e-6 * dt;
        }
    }

    /** The start's phase and the common frequency turn the frame: the law is that of 0 and 0. */
    @ParameterizedTest
    @CsvSource({"0, 0", "628318.5307179586, 0", "0, 1e6", "1e8, -1e6"})
    @Tag("statistical")
    void orderOfPhasesFarFromZero(double phase, double frequency) {
        Dynamics.Kuramoto dynamics = new Dynamics.Kuramoto(2, 1, frequency, 0, 40);
        GuidanceResult result = run(builder(dynamics, gaussian(phase, 1), 4000, 2000))
                .guidances()
                .get(0);
        MomentSeries moments = result.moments();
        double order = 0;
        int from = 1000;
        for (int k = from; k <= 2000; k++) {
            order += result.observed().get("order")[k] / (2001 - from);
        }
        double law = KuramotoLaw.orderParameter(dynamics);
        assertEquals(0.8315, law, 1e-4);
        // r of 4000 agents fluctuates by about 0.006, for about one unit of time: 20 units leave 0.0013; bias of the
        // step 0.002
        assertEquals(law, order, 3 * 0.0013 + 0.002);
        assertEquals(law, result.observed().get("order")[2000], 3 * 0.006 + 0.002);
        assertEquals(1 - order, moments.variance()[2000][0], 0.03, "the circular variance");
        double[] counts = java.util.Arrays.stream(result.histograms().get(0).counts())
                .mapToDouble(c -> c)
                .toArray();
        assertTrue(counts[0] < 0.05 * 4000, "phases are within the turn");
    }

    /** What agents differ by is the same wherever their mean is. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 3000, 1e5, 1e6, 1e8})
    @Tag("analytic")
    void bridgesFarFromZero(double mean) {
        for (Scheme scheme : Scheme.OF_BRIDGES) {
            Scenario scenario = Scenario.builder()
                    .initial(gaussian(mean, 1))
                    .target(gaussian(mean, 0.5))
                    .guidance(new Guidance.MeanField(), new Guidance.Empirical())
                    .agents(20_000)
                    .steps(1000)
                    .scheme(scheme)
                    .output(new Output(100, 2, 50, 0))
                    .build();
            Problem problem = Problem.of(scenario);
            ExactResult exact = ExactValues.of(
                            problem.schedules().get(0), problem.initial(), problem.target(), Crew.of(1))
                    .orElseThrow();
            for (GuidanceResult result : run(scenario).guidances()) {
                // 12 to 15 values at 4.5 standard errors, and 0.5 % of the energy for the step: false alarm 1e-4
                assertEquals(
                        exact.energy(),
                        result.energy().value(),
                        4.5 * result.energy().standardError() + 0.005 * exact.energy(),
                        scheme + " " + result.guidance());
                assertEquals(0.25, result.terminalVariance()[0], 0.25 * (4.5 * Math.sqrt(2.0 / 20_000) + 0.005));
                assertEquals(mean, result.terminalMean()[0], 4.5 * 0.5 / Math.sqrt(20_000) + 1e-12 * mean);
                assertEquals(
                        result.terminalVariance()[0],
                        result.terminalCovariance()[0][0],
                        1e-5 * result.terminalVariance()[0]);
            }
        }
    }

    /** The chain of an affine step has the moments of its recursion wherever it is, and the moments do not depend on the place. */
    @ParameterizedTest
    @ValueSource(doubles = {3000, 1e6, 1e9})
    @Tag("analytic")
    void regulatorsFarFromZero(double mean) {
        GuidanceResult near = run(regulator(0, 500)).guidances().get(0);
        GuidanceResult far = run(regulator(mean, 500)).guidances().get(0);
        assertEquals(
                near.energy().value(),
                far.energy().value(),
                1e-4 * near.energy().value());
        for (int k = 0; k <= 500; k++) {
            double variance = near.moments().variance()[k][0];
            assertEquals(variance, far.moments().variance()[k][0], 1e-4 * variance);
        }
    }

    private static Scenario regulator(double mean, int steps) {
        return Scenario.builder()
                .dynamics(Dynamics.linearQuadratic(0, 3))
                .initial(gaussian(mean, 0.5))
                .target(gaussian(mean + 1, 0.3))
                .agents(5000)
                .steps(steps)
                .build();
    }

    /** Drift in steps too small to change a float32 state near 3000 by themselves. */
    @Test
    @Tag("statistical")
    void manySmallStepsFarFromZero() {
        int agents = 4000;
        Scenario scenario = Scenario.builder()
                .initial(gaussian(3000, 0.75))
                .target(gaussian(3001, 0.75))
                .guidance(new Guidance.MeanField())
                .agents(agents)
                .steps(20_000)
                .build();
        Problem problem = Problem.of(scenario);
        ExactResult exact = ExactValues.of(problem.schedules().get(0), problem.initial(), problem.target(), Crew.of(1))
                .orElseThrow();
        GuidanceResult result = run(scenario).guidances().get(0);
        // three values at 4 standard errors: false alarm 2e-4
        assertEquals(
                exact.energy(), result.energy().value(), 4 * result.energy().standardError());
        assertEquals(0.5625, result.terminalVariance()[0], 0.5625 * 4 * Math.sqrt(2.0 / agents));
        assertEquals(3001, result.terminalMean()[0], 4 * 0.75 / Math.sqrt(agents));
    }

    /** A million steps, each of which moves the mean by 2e-8 of itself. */
    @Test
    @Tag("slow")
    @Tag("analytic")
    void aMillionStepsOfASlowMean() {
        Dynamics.MeanFieldOu dynamics = new Dynamics.MeanFieldOu(0.02, 0, 0, 1);
        RunResult result = run(builder(dynamics, Law.point(1), 8, 1_000_000));
        assertEquals(Math.exp(-0.02), result.guidances().get(0).terminalMean()[0], 1e-8);
        assertEquals(0.9802, result.guidances().get(0).terminalMean()[0], 1e-4);
    }

    /** What the agents differ by does not move then, and that is said. */
    @Test
    void aSpreadThatStandsStillIsNoted() {
        Dynamics.MeanFieldOu dynamics = new Dynamics.MeanFieldOu(0.02, 0, 0, 1);
        List<Note> notes =
                Problem.of(builder(dynamics, gaussian(1, 0.5), 8, 1_000_000)).notes();
        assertEquals(1, notes.size());
        assertTrue(
                notes.get(0).text().contains("take at most 5242 steps"),
                notes.get(0).text());
        assertTrue(
                Problem.of(builder(dynamics, gaussian(1, 0.5), 8, 5000)).notes().isEmpty());
    }

    /** Energies are sums of every step, not float32 sums over time. */
    @Test
    @Tag("slow")
    @Tag("statistical")
    void energyOfAMillionSteps() {
        Scenario scenario = Scenario.builder()
                .initial(gaussian(0, 1))
                .target(gaussian(2, 0.5))
                .agents(64)
                .steps(1_000_000)
                .output(new Output(100_000, 0, 0, 0))
                .build();
        Problem problem = Problem.of(scenario);
        double exact = ExactValues.of(problem.schedules().get(0), problem.initial(), problem.target(), Crew.of(1))
                .orElseThrow()
                .energy();
        GuidanceResult result = run(scenario).guidances().get(0);
        assertEquals(exact, result.energy().value(), 4 * result.energy().standardError());
        double sum = 0;
        for (double part : result.energyByCoordinate()) {
            sum += part;
        }
        assertEquals(sum, result.energy().value());
    }

    @Test
    void coarseLawsAreNoted() {
        Scenario shrinking = Scenario.builder()
                .initial(gaussian(0, 5e5))
                .target(gaussian(0, 1))
                .agents(1000)
                .steps(100)
                .scheme(Scheme.EXACT)
                .build();
        assertTrue(run(shrinking).notes().get(0).text().contains("starts that spread over 5.00e+05"));
        Scenario narrow = shrinking.toBuilder()
                .initial(Law.mixture(new double[] {0.5, 0.5}, new double[] {0, 2e6}, new double[] {1e-3, 1}))
                .target(gaussian(0, 1))
                .build();
        assertTrue(Problem.of(narrow).notes().get(0).text().startsWith("initial: the standard deviation 0.00100"));
    }

    /** From a spread of 1e12 the variance 1 came out as 5e11. */
    @Test
    void aTargetThatFloat32CannotReachIsRefused() {
        Scenario shrinking = Scenario.builder()
                .initial(gaussian(0, 1e12))
                .target(gaussian(0, 1))
                .agents(1000)
                .steps(100)
                .scheme(Scheme.EXACT)
                .build();
        ScenarioException refused = assertThrows(ScenarioException.class, () -> run(shrinking));
        assertTrue(refused.getMessage().contains("give at least 9.54e+05 along coordinate 0"), refused.getMessage());
        Scenario reachable = shrinking.toBuilder().initial(gaussian(0, 1e6)).build();
        double variance = run(reachable).guidances().get(0).terminalVariance()[0];
        // 1000 agents: 4 standard errors are 18 %
        assertEquals(1, variance, 0.18);
    }

    /** Desai-Zwanzig states have no centre: a spread below 64 ulp is said, and so is noise that does not change a state. */
    @Test
    void coarseStatesAreNoted() {
        Dynamics.DesaiZwanzig dynamics = new Dynamics.DesaiZwanzig(1, 1e-7, 1);
        List<Note> notes = run(builder(dynamics, Law.point(1), 500, 100)).notes();
        assertTrue(
                notes.stream().anyMatch(note -> note.text().contains("the standard deviation")),
                () -> notes.toString());
        assertTrue(
                notes.stream().anyMatch(note -> note.text().contains("the noise of a step, 1.0e-08")),
                () -> notes.toString());
    }

    /** A step moves the mean by a thousand standard deviations: the variance is left out, not wrong. */
    @Test
    void aVarianceThatLostItsDigitsIsLeftOut() {
        Dynamics.DesaiZwanzig dynamics = new Dynamics.DesaiZwanzig(1, 1e-5, 0.1);
        RunResult result = run(builder(dynamics, Law.point(3), 500, 10));
        assertTrue(Double.isNaN(result.guidances().get(0).moments().variance()[1][0]));
        assertTrue(result.notes().stream().anyMatch(note -> note.text().contains("lost the digits of the variance")));
        Dynamics.DesaiZwanzig still = new Dynamics.DesaiZwanzig(1, 0, 0.1);
        RunResult same = run(builder(still, Law.point(3), 500, 10));
        assertEquals(
                0, same.guidances().get(0).moments().variance()[1][0], "agents without noise are all in one place");
        RunResult alone = run(builder(dynamics, Law.point(3), 1, 10));
        assertEquals(0, alone.guidances().get(0).moments().variance()[1][0], "one agent");
    }

    /** Custom guidance far from the line: the chain's mean in discrete time, of which continuous time knows nothing. */
    @Test
    @Tag("analytic")
    void guidanceFarFromTheLine() {
        Scenario scenario = Scenario.builder()
                .initial(gaussian(0, 1))
                .target(gaussian(0, 0.5))
                .protocol(Protocol.geometric(1, 10, 1))
                .guidance(new Guidance.Custom(new double[][] {{1e6}}), new Guidance.MeanField())
                .agents(20_000)
                .steps(100)
                .build();
        List<GuidanceResult> results = run(scenario).guidances();
        for (int k = 0; k <= 100; k++) {
            double variance = results.get(1).moments().variance()[k][0];
            assertEquals(variance, results.get(0).moments().variance()[k][0], 1e-3 * variance, "step " + k);
        }
        assertTrue(results.get(0).moments().mean()[50][0] > 1e5);
    }

    private static Law gaussian(double mean, double deviation) {
        return Law.gaussian(new double[] {mean}, Covariance.standardDeviations(deviation));
    }

    private static Scenario builder(Dynamics dynamics, Law initial, int agents, int steps) {
        ScenarioBuilder builder = Scenario.builder()
                .dynamics(dynamics)
                .initial(initial)
                .agents(agents)
                .steps(steps)
                .output(new Output(steps > 10_000 ? steps : 1, 0, 100, 0));
        return builder.build();
    }

    private static RunResult run(Scenario scenario) {
        return new Simulation(Problem.of(scenario), Backends.select("cpu"), 0, Progress.NONE, null).run();
    }
}
