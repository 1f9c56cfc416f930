package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.laboratory.Row;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The particles of mean-field games: costs and laws of runs against the exact ones, and the same bits on every backend. */
class GameRunsTest {

    private static final Output BARE = new Output(1000, 0, 0, 0);

    private static Scenario scenario(String name, long agents, int steps) {
        return ScenarioReader.read(name).scenario().toBuilder()
                .agents(agents)
                .steps(steps)
                .output(BARE)
                .build();
    }

    private static GuidanceResult run(Problem problem, String backend) {
        return new Simulation(problem, Backends.select(backend), 0, Progress.NONE, null)
                .run()
                .guidances()
                .get(0);
    }

    /**
     * Total cost, means and variances by 20 000 agents with 300 steps: within 4.5 standard errors (a false alarm in 1 of 1e5 each) and the
     * bias of the steps, of their first order.
     */
    @Tag("statistical")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "score-based",
                "probability-flow",
                "cross-entropy-transport",
                "schroedinger-bridge",
                "gradient-flow",
                "relaxed-gradient-flow",
                "ot-flow",
                "ot-boltzmann",
                "stochastic-ot-flow",
                "normalizing-flow"
            })
    void agentsPayTheOptimalCostAndReachTheLaw(String name) {
        check(name, 20_000, 300, 4.5, 0.015);
    }

    private static void check(String name, long agents, int steps, double errors, double bias) {
        Problem problem = Problem.of(scenario(name, agents, steps));
        Row row = problem.row().orElseThrow();
        GuidanceResult result = run(problem, "cpu");
        Estimate total = result.game().orElseThrow().total();
        double scale = 1 + Math.abs(row.optimalCost());
        assertEquals(row.optimalCost(), total.value(), errors * total.standardError() + bias * scale, "cost");
        double[] mean = mean(row, problem.written().orElseThrow().model().horizon());
        double[] variances =
                variances(row, problem.written().orElseThrow().model().horizon());
        for (int j = 0; j < mean.length; j++) {
            double variance = variances[j];
            double error = Math.sqrt(variance / agents);
            assertEquals(mean[j], result.terminalMean()[j], errors * error + bias * Math.sqrt(variance), "mean");
            assertEquals(
                    variance,
                    result.terminalVariance()[j],
                    2 * errors * Math.sqrt(variance) * error + 2 * bias * variance,
                    "variance");
        }
    }

    /** The bundled game of the user's own, whose control has 60 pieces: 4000 agents and 100 steps. */
    @Tag("statistical")
    @Test
    void agentsOfAnOwnGamePayWhatTheGridSays() {
        check("game", 4000, 100, 4.5, 0.02);
    }

    /** Within 3 standard errors and a fifth of that bias. */
    @Tag("slow")
    @Tag("statistical")
    @Test
    void agentsOfAnOwnGamePayItToThreeStandardErrors() {
        check("game", 50_000, 400, 3, 0.004);
    }

    /** Of the law at the end, by its closed form or by a grid. */
    private static double[] mean(Row row, double horizon) {
        return row.law(horizon).map(GaussianMixture::mean).orElseGet(() ->
                new double[] {row.moments().orElseThrow().mean().last()});
    }

    private static double[] variances(Row row, double horizon) {
        return row.law(horizon)
                .map(law -> IntStream.range(0, law.dimension())
                        .mapToDouble(j -> law.covariance()[j][j])
                        .toArray())
                .orElseGet(() ->
                        new double[] {row.moments().orElseThrow().variance().last()});
    }

    /** A million agents and more steps: the bias is a fifth of that above. */
    @Tag("slow")
    @Tag("statistical")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "score-based",
                "probability-flow",
                "cross-entropy-transport",
                "schroedinger-bridge",
                "gradient-flow",
                "relaxed-gradient-flow",
                "ot-flow",
                "ot-boltzmann",
                "stochastic-ot-flow",
                "normalizing-flow"
            })
    void aMillionAgentsPayTheOptimalCost(String name) {
        check(name, 1_000_000, 1500, 3, 0.003);
    }

    /** Without another noise than that of the starts, every agent's departure from the mean is multiplied by (1 - k h)^n. */
    @Test
    void pairsDrawAgentsTogetherToRounding() {
        Problem problem = Problem.of(scenario("attraction-flow", 200, 200));
        GuidanceResult start = run(Problem.of(scenario("attraction-flow", 200, 1)), "cpu");
        GuidanceResult end = run(problem, "cpu");
        double once = Math.pow(1 - 2.0, 2);
        double factor = Math.pow(1 - 2.0 / 200, 2 * 200);
        double expected = start.terminalVariance()[0] / once * factor;
        assertEquals(expected, end.terminalVariance()[0], 3e-6 * expected);
        assertEquals(start.terminalMean()[0], end.terminalMean()[0], 1e-6);
        double spread = start.terminalVariance()[0] / once;
        double strength = 2;
        assertEquals(strength / 2 * spread, end.game().orElseThrow().total().value(), 0.1);
    }

    /** With one seed and other rests the same cost, 0, is reached: there is no one optimum. At the limit agents stop short: (1/2)^2/2. */
    @Test
    void normalizingFlowsReachOneCostInManyWays() {
        for (String rest : List.of("0", "0.3")) {
            Problem problem = Problem.of(changed("game.rest", rest));
            assertEquals(0, run(problem, "cpu").game().orElseThrow().total().value(), 0.03, "rest " + rest);
        }
        Problem limited = Problem.of(changed("game.speed-limit", "1.5"));
        assertEquals(0.125, run(limited, "cpu").game().orElseThrow().total().value(), 0.03);
    }

    private static Scenario changed(String field, String value) {
        return ScenarioReader.read("normalizing-flow", Map.of(field, value)).scenario().toBuilder()
                .agents(10_000)
                .steps(120)
                .output(BARE)
                .build();
    }

    @Tag("parity")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "score-based",
                "probability-flow",
                "cross-entropy-transport",
                "schroedinger-bridge",
                "generalised-schroedinger-bridge",
                "gradient-flow",
                "attraction-flow",
                "relaxed-gradient-flow",
                "ot-flow",
                "ot-boltzmann",
                "stochastic-ot-flow",
                "normalizing-flow",
                "game"
            })
    void everyBackendGivesTheSameBits(String name) {
        assertSameBits(scenario(name, 257, 6));
    }

    /** Towards a forward divergence, and with costs of the law on the way: solved on a grid. */
    @Tag("parity")
    @Test
    void everyBackendGivesTheSameBitsOfGamesOnAGrid() {
        assertSameBits(few("ot-boltzmann", Map.of("game.lambda", "0.5")));
        assertSameBits(few(
                "game",
                Map.of(
                        "game.cells", "170",
                        "game.steps", "2",
                        "game.fisher", "0.1",
                        "game.running-reverse-kl", "0.3",
                        "game.running-entropy", "0.1",
                        "game.discount", "0.5",
                        "game.gain", "1 + 0.1*cos(x)",
                        "game.noise", "0.8 + 0.1*sin(x + t)")));
    }

    private static Scenario few(String name, Map<String, String> changes) {
        return ScenarioReader.read(name, changes).scenario().toBuilder()
                .agents(257)
                .steps(2)
                .output(BARE)
                .build();
    }

    private static void assertSameBits(Scenario scenario) {
        Problem problem = Problem.of(scenario);
        Object[] reference = bits(problem, "cpu-scalar");
        assertArrayEquals(reference, bits(problem, "cpu"));
        if (cuda()) {
            assertArrayEquals(reference, bits(problem, "cuda"));
        }
    }

    /** What agents of a game pay is read off their states and costs, so it is the same wherever those are. */
    private static Object[] bits(Problem problem, String backend) {
        RunResult run = new Simulation(problem, Backends.select(backend), 2, Progress.NONE, null).run();
        return new Object[] {RunBits.of(run), run.guidances().get(0).game()};
    }

    private static boolean cuda() {
        try {
            return Backends.select("cuda") != null;
        } catch (UnavailableException e) {
            return false;
        }
    }
}
