package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.GuidanceResult;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundled models of agents that repel each other. */
class RepulsionTest {

    /** dS/dt = 1 - 1/N - 2 S: both sums of x b are of pairs. Softening takes 1e-4 log(1e4) of it at most, and steps of 0.01 about 1 %. */
    @ParameterizedTest
    @CsvSource({"2", "3", "100"})
    @Tag("analytic")
    void theSpreadOfASwarmObeysItsOwnEquation(int agents) {
        GuidanceResult swarm = Runs.run(
                Runs.bundled("swarm", "population.agents=" + agents, "dynamics.horizon=3", "time.steps=300"), "cpu");
        double[] spread = swarm.observed().get("spread");
        double rest = (1 - 1.0 / agents) / 2;
        for (int k = 0; k <= 300; k += 25) {
            double exact = rest + (spread[0] - rest) * Math.exp(-2 * 0.01 * k);
            assertEquals(exact, spread[k], 0.02 * rest, "at step " + k);
        }
    }

    /** An even disc stays one: radius^2 = 1 + (radius(0)^2 - 1) e^(-2 t), and each agent keeps its share of it. */
    @ParameterizedTest
    @CsvSource({"2, 0.5", "0.5, 0.5", "1.5, 4"})
    @Tag("analytic")
    void anEvenDiscStaysOneAndGoesToRadiusOne(double radius, double time) {
        int agents = 200;
        Scenario scenario = Runs.bundled(
                        "swarm",
                        "population.agents=" + agents,
                        "dynamics.horizon=" + time,
                        "time.steps=" + Math.round(50 * time))
                .toBuilder()
                .initial(Law.samples(sunflower(agents, radius)))
                .build();
        float[][] end = Runs.end(scenario, "cpu");
        double square = 1 + (radius * radius - 1) * Math.exp(-2 * time);
        for (int i = 0; i < agents; i++) {
            double share = (i + 0.5) / agents;
            // neighbours are (pi/N)^(1/2) of the radius apart: 0.13
            assertEquals(Math.sqrt(share), Math.hypot(end[0][i], end[1][i]) / Math.sqrt(square), 0.05, "agent " + i);
        }
    }

    /** Points of a disc, each with the same area: at the golden angle from each other. H. Vogel, Math. Biosci. 44 (1979) 179. */
    private static double[][] sunflower(int count, double radius) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            double r = radius * Math.sqrt((i + 0.5) / count);
            double angle = i * Math.PI * (3 - Math.sqrt(5));
            points[i] = new double[] {r * Math.cos(angle), r * Math.sin(angle)};
        }
        return points;
    }

    /**
     * sum x^2 has the Gamma law of shape (N + beta N (N - 1)/2)/2 and rate beta N/2. It forgets itself as e^(-2 t): its mean over a time
     * T has the variance of T samples. Softening, and steps that move
     * a particle as far, add less than 0.005.
     */
    @ParameterizedTest
    @Tag("slow")
    @CsvSource({"2", "4"})
    @Tag("analytic")
    @Tag("statistical")
    void eigenvaluesHaveTheMeanSquareOfTheirEnsemble(double beta) {
        checkEigenvalues(beta, 16, 40, 250);
    }

    @ParameterizedTest
    @CsvSource({"2", "4"})
    @Tag("slow")
    void manyEigenvaluesHaveTheMeanSquareOfTheirEnsemble(double beta) {
        checkEigenvalues(beta, 64, 200, 1000);
    }

    private static void checkEigenvalues(double beta, int agents, int time, int stepsPerTime) {
        GuidanceResult dyson = Runs.run(
                Runs.bundled(
                        "dyson",
                        "population.agents=" + agents,
                        "dynamics.parameters.agents=" + agents,
                        "dynamics.parameters.beta=" + beta,
                        "dynamics.parameters.soft=" + Math.sqrt(2 / (beta * agents * stepsPerTime)),
                        "dynamics.horizon=" + time,
                        "time.steps=" + stepsPerTime * time),
                "cpu");
        double exact = (1 - 1.0 / agents) / 2 + 1 / (beta * agents);
        double shape = (agents + beta * agents * (agents - 1) / 2) / 2;
        double deviation = Math.sqrt(shape) / (beta * agents / 2) / agents;
        assertEquals(exact, late(dyson, "square"), 4 * deviation / Math.sqrt(0.9 * time) + 0.005);
        // the semicircle of radius 2^(1/2); numbers of eigenvalues fluctuate by less than 1, for less than 1 in time
        assertEquals(0.5 + 1 / Math.PI, late(dyson, "inner"), 4.0 / agents / Math.sqrt(0.9 * time) + 0.01);
    }

    /** Mean over the last nine tenths. */
    private static double late(GuidanceResult result, String name) {
        double[] values = result.observed().get(name);
        return Arrays.stream(values, values.length / 10, values.length)
                .average()
                .orElseThrow();
    }

    /**
     * Energy (1/2) (w(0) + (1/N) sum of w S), S = T/(T + w) the structure factor of waves: linear fluctuations about an even density, as N
     * grows. It is 1.067 where rods are placed at random. The next order is about 10/N^2; the energy deviates by less than 0.025 (N = 50),
     * for less than 1 in time.
     */
    @ParameterizedTest
    @Tag("slow")
    @CsvSource("50, 0.9356, 24")
    @Tag("analytic")
    @Tag("statistical")
    void rodsHaveTheEnergyOfTheirWaves(int agents, double known, int time) {
        double exact = energy(agents, 50, 10, 0.5);
        assertEquals(known, exact, 0.0001);
        double mean = (rods(agents, time) - rods(agents, 4)) / (time - 4);
        assertEquals(exact, mean, 4 * 0.025 * 50 / agents / Math.sqrt(time - 4) + 10.0 / agents / agents + 0.002);
    }

    /** Energy times time. */
    private static double rods(int agents, int time) {
        return Runs.run(
                        Runs.bundled(
                                "soft-rods",
                                "population.agents=" + agents,
                                "dynamics.horizon=" + time,
                                "time.steps=" + 200 * time),
                        "cpu")
                .energy()
                .value();
    }

    private static double energy(int agents, double strength, double length, double temperature) {
        double sum = 0;
        for (int m = 1; m < 100_000; m++) {
            double k = 2 * Math.PI * m / length;
            double w = 2 * strength / length * (1 / (k * k) - Math.sin(k) / (k * k * k));
            sum += 2 * w * temperature / (temperature + w);
        }
        return (strength / (3 * length) + sum / agents) / 2;
    }
}
