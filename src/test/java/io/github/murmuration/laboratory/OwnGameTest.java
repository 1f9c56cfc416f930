package io.github.murmuration.laboratory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Model;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.Simulation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Games that users put together: N(0, 1) until T = 1, by the grid and by particles with its control. */
@Tag("statistical")
class OwnGameTest {
    private static final int AGENTS = 2000;
    private static final int STEPS = 64;
    private static final Law START = gaussian(0, 1);
    private static final Law TARGET = gaussian(2, 0.5);

    private static Law gaussian(double mean, double deviation) {
        return Law.gaussian(new double[] {mean}, Covariance.standardDeviations(new double[] {deviation}));
    }

    /**
     * dX = (-X + v) dt + dW at v^2/2 + x^2: v = -q x with -q' = 2 - 2q - q^2, q(1) = 0, that is q = 2 tanh(r s)/(r + tanh(r s)) with
     * r = 3^(1/2) and s = 1 - t; J = (q(0) + int q dt)/2, S' = 1 - 2 (1 + q) S from S = 1.
     */
    @Test
    void regulatorCostsWhatItsRiccatiEquationSays() {
        double h = 1e-5;
        double variance = 1;
        double integral = 0;
        for (int k = 0; k < 100_000; k++) {
            double q = riccati((k + 0.5) * h);
            double half = variance + h / 2 * (1 - 2 * (1 + riccati(k * h)) * variance);
            variance += h * (1 - 2 * (1 + q) * half);
            integral += h * q;
        }
        Row row = assertSolved(regulator(), (riccati(0) + integral) / 2, 0, variance);
        double slope = row.value(new double[] {1.5}, 0) - row.value(new double[] {0.5}, 0);
        assertEquals(riccati(0), slope, 2e-3, "U = q x^2/2 + constant");
    }

    private static Game regulator() {
        return new Game(
                Model.GAME,
                null,
                Map.of("horizon", 1.0, "steps", 4.0),
                Map.of("drift", "-x", "noise", "1", "running", "x^2"));
    }

    /** U of the grid satisfies the Hamilton-Jacobi-Bellman equation along steps of the particles, but for the first order of the step. */
    @Test
    @Tag("order")
    void residualOfTheStepHasFirstOrder() {
        Row row = Rows.of(regulator(), START);
        double coarse = residual(row, 1e-2);
        double fine = residual(row, 5e-3);
        assertTrue(fine < 0.02, () -> "residual " + fine);
        assertEquals(1, Math.log(coarse / fine) / Math.log(2), 0.1);
    }

    static double residual(Row row, double h) {
        StepResidual residual = new StepResidual(new WrittenParticles(row, row.particles()));
        double sum = 0;
        for (double x : new double[] {-1.3, 0.2, 1.9}) {
            for (double t : new double[] {0.05, 0.33, 0.6, 0.85}) {
                sum += Math.pow(residual.at(new double[] {x}, t, h), 2);
            }
        }
        return Math.sqrt(sum / 12);
    }

    private static double riccati(double t) {
        double root = Math.sqrt(3);
        double tanh = Math.tanh(root * (1 - t));
        return 2 * tanh / (root + tanh);
    }

    /** KL(rho | N(2, 1/4)) with sigma = 1 in closed form: mean 1.6, and S = 1/(1 + P)^2 + 1/(1 + P) = .469666 with P = 4 - 1/S. */
    @Test
    void transportWithNoiseIsThatInClosedForm() {
        Map<String, Double> numbers = Map.of("horizon", 1.0, "noise", 1.0);
        Row exact = Rows.of(new Game(Model.STOCHASTIC_OT_FLOW, TARGET, numbers), START);
        Game game = new Game(
                Model.GAME, TARGET, Map.of("horizon", 1.0, "reverse-kl", 1.0, "steps", 4.0), Map.of("noise", "1"));
        Row row = assertSolved(game, exact.optimalCost(), 1.6, 0.469666);
        double[] x = {1};
        assertEquals(exact.terminalCost(x), row.terminalCost(x), 5e-3);
    }

    /** J, mean and variance of the grid, and of particles within 4.5 standard errors and a bias of the order of the step. */
    private static Row assertSolved(Game game, double cost, double mean, double variance) {
        Problem problem = Problem.of(scenario(game, START));
        Row row = problem.row().orElseThrow();
        assertEquals(cost, row.optimalCost(), 3e-5, "J of the grid");
        assertTrue(row.optimalCostError() < 1e-3, "error " + row.optimalCostError());
        LineMoments moments = row.moments().orElseThrow();
        assertEquals(mean, moments.mean().last(), 1e-4);
        assertEquals(variance, moments.variance().last(), 1e-4);
        GuidanceResult result = new Simulation(problem, Backends.select("cpu-scalar"), 0, Progress.NONE, null)
                .run()
                .guidances()
                .get(0);
        double bias = 1.5 / STEPS;
        double total = result.game().orElseThrow().total().value();
        double error = result.game().orElseThrow().total().standardError();
        assertEquals(cost, total, 4.5 * error + bias, "J of particles");
        double share = 4.5 / Math.sqrt(AGENTS);
        for (int k = 0; k < moments.times().length; k++) {
            double spread = moments.variance().values()[k];
            assertEquals(moments.times()[k], result.moments().times()[k], 1e-12, "the horizon is 1");
            assertEquals(
                    moments.mean().values()[k],
                    result.moments().mean()[k][0],
                    share * Math.sqrt(spread) + bias,
                    "mean");
            assertEquals(spread, result.moments().variance()[k][0], share * Math.sqrt(2) * spread + bias, "variance");
        }
        return row;
    }

    private static Scenario scenario(Game game, Law initial) {
        return Scenario.builder()
                .name("own")
                .dynamics(game)
                .initial(initial)
                .agents(AGENTS)
                .steps(STEPS)
                .output(new Output(STEPS / 4, 0, 0, 0))
                .build();
    }

    /** How it was solved is said. */
    @Test
    void remarksNameGridsAndFit() {
        List<String> remarks = Rows.of(
                        new Game(Model.GAME, TARGET, Map.of("horizon", 1.0, "reverse-kl", 1.0, "steps", 1.0), Map.of()),
                        START)
                .remarks();
        assertTrue(remarks.get(0).contains("with 800 cells and 1 steps"), remarks.get(0));
        assertTrue(remarks.get(0).contains("(order 2.0"), remarks.get(0));
        assertTrue(remarks.get(1).contains("between 2 places"), remarks.get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{horizon: 1, reverse-kll: 1} | game.reverse-kll: unknown field; did you mean reverse-kl?",
                "{horizon: 1, noise: -1, running: x^2} | game.noise: -1 is not accepted; give a number >= 0",
                "{horizon: 1, reverse-kl: 1} | target: missing; give one of gaussian, mixture",
                "{horizon: 1} | game: it has no cost but that of the control",
                "{horizon: 1, terminal: x*t} | game.terminal: x*t is not accepted; give an expression of x",
                "{horizon: 1, running: y^2} | game.running: ",
                "{horizon: 1, running: mean(x)} | game.running: mean(x) is not accepted",
                "{horizon: 1, running: label*x^2} | game.running: label*x^2 is not accepted; give an expression of t and x",
                "{horizon: 1, running: x^2, cells: 3} | game.cells: 3 is not accepted; give a whole number from 4",
                "{horizon: 1, running: x^2, steps: 100} | game.steps: 100 is not accepted; give at most 22",
                "{horizon: 1, gain: 0, running: x^2} | game.gain: 0 is not accepted; give another number than 0",
                "{horizon: 1, gain: x*v, running: x^2} | game.gain: ",
                "{horizon: 1, fisher: -1} | game.fisher: -1 is not accepted; give a number >= 0",
                "{horizon: 1, bridge: 0.5} | game.bridge: 0.5 is not accepted; give 1",
                "{running: x^2} | game.horizon: missing"
            })
    void badFieldsAreRefused(String game, String message) {
        assertRefused("game: " + game + "\ninitial: {gaussian: {mean: 0, standard-deviation: 1}}", message);
    }

    @Test
    void badLawsAreRefused() {
        String game = "game: {horizon: 1, running: x^2}\n";
        assertRefused(game + "initial: {gaussian: {mean: [0, 0], standard-deviation: 1}}", "initial: 2 coordinates");
        assertRefused(game + "initial: {point: 0}", "initial: a law of another kind");
        String target = "target: {gaussian: {mean: 0, standard-deviation: 1}}\n";
        String start = "initial: {gaussian: {mean: 0, standard-deviation: 1}}";
        assertRefused(game + target + start, "target: no cost of the game compares with it");
        assertRefused(
                "game: {horizon: 1, bridge: 1, entropy: 1}\n" + target + start,
                "game.entropy: a cost of the end, whose law bridge: 1 gives");
        assertRefused(
                "game: {horizon: 1, bridge: 1, terminal: x}\n" + target + start,
                "game.terminal: a cost of the end, whose law bridge: 1 gives");
    }

    private static void assertRefused(String yaml, String message) {
        String whole = "model: game\n" + yaml;
        Exception e =
                assertThrows(ScenarioException.class, () -> ScenarioReader.parse("own", whole, Path.of(""), Map.of()));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    /** A drift without a value is no game. */
    @Test
    void costsWithoutValuesAreRefused() {
        Game game = new Game(Model.GAME, null, Map.of("horizon", 1.0), Map.of("running", "log(x)"));
        Exception e = assertThrows(ScenarioException.class, () -> Problem.of(scenario(game, START)));
        assertTrue(e.getMessage().startsWith("game: drift, gain, noise or costs without a value"), e.getMessage());
    }

    @Test
    void readsBackToTheSameGame() {
        Game game = new Game(
                Model.GAME,
                TARGET,
                Map.of("horizon", 2.0, "forward-kl", 0.3, "discount", 0.5, "cells", 160.0),
                Map.of("drift", "-x^3", "noise", "0.1", "running", "where(x > t, x, -x)", "terminal", "1e-3*x"));
        String yaml = ScenarioWriter.toYaml(scenario(game, START));
        Scenario read = ScenarioReader.parse("own", yaml, Path.of(""), Map.of()).scenario();
        Game back = (Game) read.dynamics();
        assertEquals(game.numbers(), back.numbers());
        assertEquals(game.terms(), back.terms());
        assertEquals(yaml, ScenarioWriter.toYaml(read));
        assertEquals(2, GaussianMixture.of(back.target().orElseThrow()).mean()[0]);
    }
}
