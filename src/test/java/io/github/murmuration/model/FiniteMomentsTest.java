package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.ReplicaObserver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The two mean-field equations dX = (a X + b mean(X)) dt + sigma dW, and the same with noise sigma X dW: E mean(X)^2 and E mean(X^2)
 * obey closed equations for every number of agents N. With p = E mean(X^2), q = E mean(X)^2, s = 1 or p for the two kinds of noise:
 *
 * <pre>
 * q' = 2 (a + b) q + sigma^2 s / N        p' = 2 a p + 2 b q + sigma^2 s
 * </pre>
 */
class FiniteMomentsTest {

    private static final double A = -0.5;
    private static final double B = 0.3;
    private static final double SIGMA = 0.25;
    private static final double START = 1;
    private static final double DEVIATION = 0.5;
    private static final double HORIZON = 2;
    private static final int STEPS = 40;

    private static Scenario scenario(String noise, int agents) {
        return Runs.written("""
                model: custom
                dynamics:
                  state: [x]
                  parameters: {a: %s, b: %s, sigma: %s}
                  drift: {x: a*x + b*mean(x)}
                  noise: {x: %s}
                  horizon: %s
                initial: {gaussian: {mean: %s, standard-deviation: %s}}
                population: {agents: %d, seed: 5}
                time: {steps: %d}
                """.formatted(A, B, SIGMA, noise, HORIZON, START, DEVIATION, agents, STEPS));
    }

    @ParameterizedTest
    @CsvSource({
        "sigma, 5, 4000, cpu",
        "sigma, 100, 500, cpu-scalar",
        "sigma*x, 5, 4000, cpu",
        "sigma*x, 5, 4000, cpu-scalar",
        "sigma*x, 100, 1000, cpu"
    })
    @Tag("analytic")
    @Tag("statistical")
    void momentsOfEveryNumberOfAgents(String noise, int agents, int replicas, String backend) {
        double[][] found = new double[replicas][];
        ReplicaObserver observer = (k, moments) -> {
            for (int r = 0; k == STEPS && r < moments.replicas(); r++) {
                double mean = moments.mean(0, r, 0);
                double square = mean * mean;
                found[moments.firstReplica() + r] = new double[] {mean, square, square + moments.variance(0, r, 0)};
            }
        };
        Runs.replicas(scenario(noise, agents), replicas, backend, observer);
        double[] chain = chain(noise.contains("x"), agents, STEPS);
        for (int i = 0; i < chain.length; i++) {
            double mean = 0;
            double square = 0;
            for (double[] each : found) {
                mean += each[i] / replicas;
                square += each[i] * each[i] / replicas;
            }
            // fifteen numbers at 4.5 standard errors: false alarm 1e-4
            double error = 4.5 * Math.sqrt((square - mean * mean) / replicas);
            assertEquals(chain[i], mean, error, "moment " + i);
            assertTrue(error < 0.05 * chain[i], "a test of nothing");
        }
    }

    /** The chain's moments are those in continuous time at first order in the step. */
    @Test
    @Tag("order")
    void theChainConvergesToTheClosedEquations() {
        for (boolean multiplicative : new boolean[] {false, true}) {
            double[] limit = equations(multiplicative, 5);
            double[] coarse = chain(multiplicative, 5, 1000);
            double[] fine = chain(multiplicative, 5, 2000);
            for (int i = 0; i < limit.length; i++) {
                assertEquals(2, (coarse[i] - limit[i]) / (fine[i] - limit[i]), 0.02);
            }
        }
    }

    /** E mean, E mean^2 and E mean of squares after Euler-Maruyama steps. */
    private static double[] chain(boolean multiplicative, int agents, int steps) {
        double h = HORIZON / steps;
        double m = START;
        double q = START * START + DEVIATION * DEVIATION / agents;
        double p = START * START + DEVIATION * DEVIATION;
        for (int k = 0; k < steps; k++) {
            double added = SIGMA * SIGMA * h * (multiplicative ? p : 1);
            p = Math.pow(1 + A * h, 2) * p + (2 * (1 + A * h) * B * h + B * B * h * h) * q + added;
            q = Math.pow(1 + (A + B) * h, 2) * q + added / agents;
            m *= 1 + (A + B) * h;
        }
        return new double[] {m, q, p};
    }

    /** The same in continuous time, by the midpoint rule. */
    private static double[] equations(boolean multiplicative, int agents) {
        int steps = 20_000;
        double h = HORIZON / steps;
        double q = START * START + DEVIATION * DEVIATION / agents;
        double p = START * START + DEVIATION * DEVIATION;
        for (int k = 0; k < steps; k++) {
            double[] now = slope(multiplicative, agents, q, p);
            double[] half = slope(multiplicative, agents, q + now[0] * h / 2, p + now[1] * h / 2);
            q += half[0] * h;
            p += half[1] * h;
        }
        return new double[] {START * Math.exp((A + B) * HORIZON), q, p};
    }

    private static double[] slope(boolean multiplicative, int agents, double q, double p) {
        double added = SIGMA * SIGMA * (multiplicative ? p : 1);
        return new double[] {2 * (A + B) * q + added / agents, 2 * A * p + 2 * B * q + added};
    }
}
