package io.github.murmuration.laboratory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Model;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.Simulation;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Particles with the control of a grid: N(0, 1) moves without noise towards N(2, 1/4). */
@Tag("statistical")
class GridRowTest {
    private static final int AGENTS = 20_000;

    /** KL(pi | rho): kinetic .391, KL .604, mean .672, variance 2.128 by minimisation outside of this program; the grid of 1400 cells has .387 and .665. */
    @Test
    @Tag("slow")
    void particlesPayAndReachWhatTheForwardDivergenceAsks() {
        Problem problem = Problem.of(scenario(1, 1));
        GuidanceResult result = run(problem);
        double error = 4 / Math.sqrt(AGENTS); // four standard errors of each: false alarm below 1e-3 in all
        double[] ends = ends(result);
        double mean = Arrays.stream(ends).average().orElseThrow();
        double variance =
                Arrays.stream(ends).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        double terminal = terminal(problem, ends);
        assertEquals(0.391, result.energy().value(), 0.006 + 4 * result.energy().standardError());
        assertEquals(0.672, mean, 0.01 + error * Math.sqrt(2.128));
        assertEquals(2.128, variance, 0.01 + error * 2.128 * Math.sqrt(2));
        assertEquals(0.9952, problem.row().orElseThrow().optimalCost(), 1e-3);
        assertEquals(0.9952, result.energy().value() + terminal, 0.05);
    }

    /** E m(X_T) over particles is the terminal cost of the grid, and the cost of v what they pay. */
    @Test
    void particlesPayWhatTheGridSays() {
        Problem problem = Problem.of(scenario(0.5, 1));
        GuidanceResult result = run(problem);
        double paid = result.energy().value() + terminal(problem, ends(result));
        // m - 4 standard errors: m has a deviation below 1, v^2/2 one of about 1
        assertEquals(problem.row().orElseThrow().optimalCost(), paid, 8 / Math.sqrt(AGENTS));
    }

    /** A value function has the derivative -v, and agents pay what it loses. */
    @Test
    void valueFunctionFallsAlongParticlesByWhatTheyPay() {
        Problem problem = Problem.of(scenario(0.5, 1));
        Row row = problem.row().orElseThrow();
        for (double x : new double[] {-1.5, -0.5, 0.5, 1.5}) {
            double v = -(row.value(new double[] {x + 1e-2}, 0) - row.value(new double[] {x - 1e-2}, 0)) / 2e-2;
            double lost = row.value(new double[] {x}, 0) - row.value(new double[] {x + v}, 1);
            assertEquals(v * v / 2, lost, 2e-3, "from " + x);
        }
    }

    @Test
    void moreCoordinatesAreRefused() {
        assertThrows(ScenarioException.class, () -> Problem.of(scenario(0.5, 2)));
    }

    private static GuidanceResult run(Problem problem) {
        return new Simulation(problem, Backends.select("cpu-scalar"), 0, Progress.NONE, null)
                .run()
                .guidances()
                .get(0);
    }

    private static double[] ends(GuidanceResult result) {
        return Arrays.stream(result.paths())
                .mapToDouble(path -> path[path.length - 1][0])
                .toArray();
    }

    private static double terminal(Problem problem, double[] ends) {
        Row row = problem.row().orElseThrow();
        return Arrays.stream(ends)
                .map(x -> row.terminalCost(new double[] {x}))
                .average()
                .orElseThrow();
    }

    private static Scenario scenario(double lambda, int d) {
        double[] start = new double[d];
        double[] target = new double[d];
        Arrays.fill(target, 2);
        Law pi = Law.gaussian(target, Covariance.standardDeviations(deviations(d, 0.5)));
        return Scenario.builder()
                .name("boltzmann")
                .dynamics(new Game(Model.OT_BOLTZMANN, pi, Map.of("horizon", 1.0, "lambda", lambda)))
                .initial(Law.gaussian(start, Covariance.standardDeviations(deviations(d, 1))))
                .agents(AGENTS)
                .steps(32)
                .output(new Output(1, AGENTS, 0, 0))
                .build();
    }

    private static double[] deviations(int d, double each) {
        double[] deviations = new double[d];
        Arrays.fill(deviations, each);
        return deviations;
    }
}
