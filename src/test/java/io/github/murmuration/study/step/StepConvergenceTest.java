package io.github.murmuration.study.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.study.CasesHere;
import io.github.murmuration.study.KeptCases;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of the time step and their orders, against chains whose moments are known. */
class StepConvergenceTest {

    private static final int DOUBLINGS = 4;

    @TempDir
    private Path folder;

    private static final String GEOMETRIC = """
            model: custom
            dynamics:
              state: [x]
              parameters: {mu: 0.5, sigma: 0.5}
              drift: {x: mu*x}
              noise: {x: sigma*x}
              horizon: 1
            initial: {point: 1}
            population: {agents: 16384, seed: 3}
            """;

    /** Strong orders of geometric Brownian motion: P. Kloeden, E. Platen (1992), 10.2 and 10.3. */
    @ParameterizedTest
    @CsvSource({"euler-maruyama, 0.5", "milstein, 1"})
    @Tag("order")
    void geometricBrownianMotionHasItsStrongOrder(String scheme, double order) throws IOException {
        JsonNode strong = study(written(GEOMETRIC, "32", scheme), 64).at("/strong/0");
        assertOrder(order, strong.get("order"));
        assertTrue(strong.at("/order/standard-error").asDouble() < 0.1, strong.toString());
    }

    /**
     * Euler-Maruyama multiplies the mean by 1 - kappa h in a step, and the variance by (1 - (kappa + alpha) h)^2 before it adds sigma^2 h. Of
     * 100 agents the sample variance is 1 - 1/100 of that. 4 differences of 2 values at 4.5 standard errors: false alarm 6e-5.
     */
    @Test
    @Tag("analytic")
    @Tag("statistical")
    void ornsteinUhlenbeckHasTheBiasOfItsChain() throws IOException {
        double steps = 20;
        JsonNode weak = study(scenario("mean-field-ou", "population.agents", "12800", "time.steps", "20"), 128)
                .get("weak");
        DoubleUnaryOperator mean = n -> 2 * Math.pow(1 - 0.5 * 4 / n, n);
        DoubleUnaryOperator variance = n -> 0.99 * variance((int) n);
        for (int l = 0; l < DOUBLINGS; l++) {
            assertDifference(mean, steps, l, weak.get(0));
            assertDifference(variance, steps, l, weak.get(1));
        }
        double slow = 2 * Math.exp(-0.5 * 4);
        double fast = Math.exp(-2 * 2 * 4);
        assertError(mean.applyAsDouble(steps) - slow, weak.get(0));
        assertError(variance.applyAsDouble(steps) - 0.99 * (0.25 * fast + 0.64 / 4 * (1 - fast)), weak.get(1));
        assertOrder(1, weak.at("/0/order"));
        assertOrder(1, weak.at("/1/order"));
    }

    private static double variance(int n) {
        double h = 4.0 / n;
        double w = 0.25;
        for (int k = 0; k < n; k++) {
            w = Math.pow(1 - 2 * h, 2) * w + 0.64 * h;
        }
        return w;
    }

    /**
     * The lowest of a Gaussian walk of n steps is - q (h / (2 pi))^(1/2) sum k^(-1/2) on average, k = 1..n (F. Spitzer, Trans. AMS 82 (1956)
     * 323), which is order 1/2. q^2 = 1/4 + 3/4 / 10 for ten banks. False alarm 3e-5.
     */
    @Test
    @Tag("analytic")
    @Tag("statistical")
    void theLowestMeanOfBanksHasOrderOneHalf() throws IOException {
        double q = Math.sqrt(0.25 + 0.075);
        DoubleUnaryOperator lowest = n -> {
            double sum = 0;
            for (int k = 1; k <= n; k++) {
                sum += 1 / Math.sqrt(k);
            }
            return -q / Math.sqrt(2 * Math.PI * n) * sum;
        };
        Scenario banks = scenario("systemic-risk", "population.agents", "6000", "time.steps", "25");
        JsonNode found = study(banks, 600).at("/weak/3");
        assertEquals("lowest", found.get("quantity").asText());
        for (int l = 0; l < DOUBLINGS; l++) {
            assertDifference(lowest, 25, l, found);
        }
        double order = found.at("/order/value").asDouble();
        assertEquals(0.5, order, 3 * found.at("/order/standard-error").asDouble(), found.toString());
        assertError(lowest.applyAsDouble(25) + q * Math.sqrt(2 / Math.PI), found);
    }

    private static final String DECAY = """
            model: custom
            dynamics:
              state: [x]
              drift: {x: -x}
              cost: x
              horizon: 1
            initial: {point: 1}
            population: {agents: 16, seed: 1}
            """;

    /** x' = -x: factors 1 - h and 1 - h + h^2/2 in a step; to e^-1, and the left sums of x at the cost of order 1. */
    @ParameterizedTest
    @CsvSource({"euler-maruyama, 1, 0", "heun, 2, 0.5"})
    @Tag("analytic")
    void withoutNoiseTheOrderIsThatOfTheRule(String scheme, double order, double half) throws IOException {
        JsonNode found = study(written(DECAY, "8", scheme), 8);
        DoubleUnaryOperator mean = n -> Math.pow(1 - 1 / n + half / (n * n), n);
        JsonNode weak = found.at("/weak/0");
        for (int l = 0; l < DOUBLINGS; l++) {
            double n = 8 << l;
            assertEquals(
                    mean.applyAsDouble(2 * n) - mean.applyAsDouble(n),
                    weak.at("/differences/" + l).asDouble(),
                    1e-6);
        }
        assertEquals(order, weak.get("order-taken").asDouble());
        assertOrder(order, weak.get("order"));
        assertOrder(order, found.at("/strong/0/order"));
        assertError(mean.applyAsDouble(8) - Math.exp(-1), weak);
        assertOrder(1, found.at("/weak/2/order"));
    }

    /** An agent that is carried to the seam of its circle is there from either side. */
    @Test
    void distancesAreThoseOnTheCircle() throws IOException {
        String rotor = """
                model: custom
                dynamics:
                  state: [x]
                  drift: {x: pi}
                  boundary: {x: {periodic: [-pi, pi]}}
                  horizon: 1
                initial: {point: 0}
                population: {agents: 16, seed: 1}
                """;
        JsonNode found = study(written(rotor, "10", "euler-maruyama"), 8);
        assertTrue(found.at("/strong/0/at-most").asDouble() < 1e-4, found.toString());
        assertTrue(found.at("/strong/0/order").isNull(), found.toString());
        assertEquals(-1, found.at("/weak/0/extrapolated/value").asDouble(), 1e-6);
    }

    private static void assertDifference(DoubleUnaryOperator chain, double steps, int l, JsonNode found) {
        double n = Math.scalb(steps, l);
        double expected = chain.applyAsDouble(2 * n) - chain.applyAsDouble(n);
        double error = found.at("/difference-errors/" + l).asDouble();
        assertTrue(error < 0.2 * Math.abs(expected), found.toString());
        assertEquals(expected, found.at("/differences/" + l).asDouble(), 4.5 * error);
    }

    /** Standard errors hold to three of themselves: false alarm 0.3 % each, none at these seeds. */
    private static void assertError(double expected, JsonNode found) {
        double error = found.at("/error/standard-error").asDouble();
        assertEquals(expected, found.at("/error/value").asDouble(), 3 * error);
        assertTrue(error < 0.2 * Math.abs(expected), found.toString());
    }

    private static void assertOrder(double expected, JsonNode order) {
        double error = order.get("standard-error").asDouble();
        assertEquals(expected, order.get("value").asDouble(), Math.min(0.15, 3 * error), order.toString());
    }

    private static Scenario written(String yaml, String steps, String scheme) {
        return ScenarioReader.parse("test", yaml, Path.of(""), Map.of("time.steps", steps, "time.scheme", scheme))
                .scenario();
    }

    private static Scenario scenario(String name, String a, String x, String b, String y) {
        return ScenarioReader.read(name, Map.of(a, x, b, y)).scenario();
    }

    private JsonNode study(Scenario scenario, int replicas) throws IOException {
        StepConvergence study = new StepConvergence(scenario, new StepConvergence.Effort(DOUBLINGS, replicas, 1e-3));
        KeptCases cases = KeptCases.in(folder, new KeptCases.Request("step-convergence", List.of(), scenario.name()));
        Meter meter = new Meter(study.work(), Progress.NONE);
        Resources resources = new Resources(Backends.select("cpu"), NoiseSource.PHILOX, 1, new CasesHere(cases), meter);
        String summary = study.run(resources).json();
        cases.forget();
        assertEquals(study.work(), meter.done());
        return new ObjectMapper().readTree(summary);
    }
}
