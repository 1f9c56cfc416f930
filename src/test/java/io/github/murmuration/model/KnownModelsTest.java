package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.BundledModels;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.GuidanceResult;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundled models against what is known of them, as their files say. */
class KnownModelsTest {

    static List<String> names() {
        return BundledModels.names();
    }

    /** Quick as they come, and finite; what is observed is recorded. */
    @ParameterizedTest
    @MethodSource("names")
    void everyModelRuns(String name) {
        Scenario scenario = Runs.bundled(name, "population.agents=100", "time.steps=200", "output.paths=0");
        GuidanceResult result = Runs.run(scenario, "cpu-scalar");
        assertTrue(Arrays.stream(result.terminalMean()).allMatch(Double::isFinite));
        result.observed().values().forEach(values -> assertEquals(201, values.length));
    }

    /** E mean(x) = theta + e^(-kappa t), by the Euler chain; a Gamma law of shape 4 and scale 1/4 at the end. */
    @Test
    @Tag("analytic")
    @Tag("statistical")
    void ratesSettleInTheGammaLaw() {
        ratesSettleInTheGammaLaw(40_000);
    }

    @Test
    @Tag("slow")
    void manyRatesSettleInTheGammaLaw() {
        ratesSettleInTheGammaLaw(1_000_000);
    }

    private static void ratesSettleInTheGammaLaw(int agents) {
        Scenario scenario = Runs.bundled("mean-field-cir", "population.agents=" + agents, "time.steps=200");
        double[][] mean = Runs.run(scenario, "cpu").moments().mean();
        double chain = 2;
        for (int k = 0; k <= 200; k++) {
            // deviations of the mean of N agents are below 0.7 N^(-1/2)
            assertEquals(chain, mean[k][0], 4.5 * 0.7 / Math.sqrt(agents), "at step " + k);
            chain += 0.02 * (1 - chain);
        }
        float[] end = Runs.end(
                Runs.bundled("mean-field-cir", "population.agents=" + agents, "time.steps=200", "initial={point: 1}"),
                "cpu")[0];
        Arrays.sort(end);
        GammaDistribution law = new GammaDistribution(4, 0.25);
        double distance = 0;
        for (int i = 0; i < agents; i++) {
            distance = Math.max(distance, Math.abs(law.cumulativeProbability(end[i]) - (i + 0.5) / agents));
        }
        // Kolmogorov: 1.95 N^(-1/2) has probability 1e-3; the step adds less than 0.004
        assertTrue(distance < 1.95 / Math.sqrt(agents) + 0.004, "distance " + distance);
    }

    /** Without noise one neuron; with it the mean recovery follows the mean voltage exactly, in every step. */
    @Test
    @Tag("slow")
    @Tag("analytic")
    void neuronsFollowTheEquationOfOneAndOfTheirMeans() {
        double[][] one = Runs.run(
                        Runs.bundled(
                                "fitzhugh-nagumo",
                                "initial={point: [-1, -0.5]}",
                                "dynamics.parameters.sigma=0",
                                "dynamics.horizon=20",
                                "population.agents=16",
                                "time.steps=4000"),
                        "cpu-scalar")
                .moments()
                .mean();
        double[] neuron = neuron(20, 4000);
        assertEquals(neuron[0], one[4000][0], 0.02);
        assertEquals(neuron[1], one[4000][1], 0.02);
        double[][] mean = Runs.run(Runs.bundled("fitzhugh-nagumo", "population.agents=1000", "time.steps=1000"), "cpu")
                .moments()
                .mean();
        for (int k = 0; k < 1000; k++) {
            double slope = 0.08 * (mean[k][0] + 0.7 - 0.8 * mean[k][1]);
            assertEquals(mean[k][1] + 0.1 * slope, mean[k + 1][1], 1e-6, "at step " + k);
        }
    }

    /** By the midpoint rule. */
    private static double[] neuron(double horizon, int steps) {
        double h = horizon / steps;
        double v = -1;
        double w = -0.5;
        for (int k = 0; k < steps; k++) {
            double middleV = v + h / 2 * (v - v * v * v / 3 - w + 0.5);
            double middleW = w + h / 2 * 0.08 * (v + 0.7 - 0.8 * w);
            v += h * (middleV - middleV * middleV * middleV / 3 - middleW + 0.5);
            w += h * 0.08 * (middleV + 0.7 - 0.8 * middleW);
        }
        return new double[] {v, w};
    }

    /** Spread and cost by the chain, E S' = ((1 - kappa h)^2 + sigma^2 h (1 - 1/N)) S; the mean velocity is kept. */
    @Test
    @Tag("analytic")
    @Tag("statistical")
    void flocksAgreeOnTheirMeanVelocity() {
        int agents = 40_000;
        GuidanceResult result = Runs.run(
                Runs.bundled(
                        "cucker-smale",
                        "dynamics.horizon=1",
                        "dynamics.parameters.sigma=0.4",
                        "population.agents=" + agents,
                        "time.steps=100"),
                "cpu");
        assertEquals(1, result.terminalMean()[2], 4.5 * 1.5 / Math.sqrt(agents));
        assertEquals(0.5, result.terminalMean()[3], 4.5 * 1.5 / Math.sqrt(agents));
        double spread = 2;
        double cost = 0;
        for (int k = 0; k < 100; k++) {
            cost += 0.5 * spread * 0.01;
            spread *= 0.99 * 0.99 + 0.16 * 0.01 * (1 - 1.0 / agents);
        }
        // departures are Gaussian times lognormal, of kurtosis 3 e^(4 sigma^2 t) < 6: error (5/N)^(1/2) for one
        // component, 1.1 %
        assertEquals(spread, Runs.last(result, "disagreement"), 4.5 * 0.011 * spread);
        assertEquals(cost, result.energy().value(), 4.5 * 0.011 * cost);
    }

    /** A Beta law for each prejudice, with the mean that stubbornness gives the population. */
    @Test
    @Tag("analytic")
    @Tag("statistical")
    void opinionsSettleInBetaLaws() {
        int agents = 39_999;
        GuidanceResult result = Runs.run(Runs.bundled("opinions", "population.agents=" + agents), "cpu");
        double mean = (0.8 + 0.8 - 0.8) / 3;
        double variance = -mean * mean;
        for (double prejudice : new double[] {-0.8, 0.8, 0.8}) {
            double centre = (prejudice + mean) / 2;
            variance += (centre * centre + (1 - centre * centre) / (1 + 4 / 0.25)) / 3;
        }
        // the mean forgets its start, 0, as e^(-t); deviation about 0.44
        assertEquals(mean * (1 - Math.exp(-6)), result.terminalMean()[0], 4.5 * 0.44 / Math.sqrt(agents));
        // fluctuations of a variance, kurtosis below 3, and 0.5 % for the step
        assertEquals(variance, Runs.last(result, "polarisation"), variance * (4.5 * Math.sqrt(2.0 / agents) + 0.005));
    }

    /** Means of both species by the chain of their expectations. */
    @Test
    @Tag("analytic")
    @Tag("statistical")
    void speciesChaseAndFlee() {
        int agents = 40_000;
        GuidanceResult result =
                Runs.run(Runs.bundled("two-species", "population.agents=" + agents, "time.steps=500"), "cpu");
        double hunters = -1;
        double hunted = 1;
        for (int k = 0; k <= 500; k++) {
            // means of N/4 and 3N/4 agents, of deviations below 0.6, that amplify each other by less than 3
            double error = 4.5 * 3 * 0.6 / Math.sqrt(agents / 4.0);
            assertEquals(hunters, result.observed().get("hunters")[k], error, "at step " + k);
            assertEquals(hunted, result.observed().get("hunted")[k], error, "at step " + k);
            double chase = hunted - hunters - 0.2 * hunters;
            hunted += 0.02 * (2 * (hunted - hunters) - 1.5 * hunted);
            hunters += 0.02 * chase;
        }
    }

    /** The mean across the wells by its chain: the field is taken at the beginning of steps, the noise plays no part. */
    @Test
    @Tag("analytic")
    @Tag("statistical")
    void theFieldTurns() {
        int agents = 40_000;
        double[][] mean = Runs.run(
                        Runs.bundled("rotating-double-well", "population.agents=" + agents, "time.steps=400"), "cpu")
                .moments()
                .mean();
        double across = 0;
        for (int k = 0; k <= 400; k++) {
            assertEquals(across, mean[k][1], 4.5 * 0.5 / Math.sqrt(agents), "at step " + k);
            across += 0.05 * (0.4 * Math.sin(2 * Math.PI / 10 * 0.05 * k) - across);
        }
    }
}
