package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.schedule.lqg.LinearQuadraticProblem;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated regulator against the exact moments of its Euler-Maruyama chain, then against continuous time. */
class LqgSimulationTest {

    private static final int AGENTS = 200_000;

    @Test
    @Tag("analytic")
    void momentsAreThoseOfTheDiscreteChain() {
        Scenario scenario = TestScenarios.linear(3, AGENTS, 24);
        Problem problem = Problem.of(scenario);
        RunResult result = run(problem);
        for (int g = 0; g < 2; g++) {
            LqgChain chain = new LqgChain(problem, g);
            MomentSeries moments = result.guidances().get(g).moments();
            for (int k = 0; k <= 24; k++) {
                assertMoments(chain, moments, k);
                if (k < 24) {
                    chain.advance(k);
                }
            }
            // the terminal covariance, 6 entries: each within 5 standard errors, false alarm 7e-6 in all
            assertCovariance(chain.covariance(), result.guidances().get(g).terminalCovariance(), 5, AGENTS);
            assertEquals(
                    chain.energy(),
                    result.guidances().get(g).energy().value(),
                    5 * result.guidances().get(g).energy().standardError());
        }
    }

    /** 150 means and variances: each within 5 standard errors, false alarm 2e-4 in all. */
    private static void assertMoments(LqgChain chain, MomentSeries moments, int k) {
        for (int j = 0; j < 3; j++) {
            double variance = chain.covariance()[j][j];
            assertEquals(chain.mean()[j], moments.mean()[k][j], 5 * Math.sqrt(variance / AGENTS), "mean at " + k);
            double error = variance * Math.sqrt(2.0 / AGENTS);
            assertEquals(variance, moments.variance()[k][j], 5 * error, "variance at " + k);
        }
    }

    private static void assertCovariance(double[][] expected, double[][] actual, double errors, long agents) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j <= i; j++) {
                double square = expected[i][i] * expected[j][j] + expected[i][j] * expected[i][j];
                assertEquals(expected[i][j], actual[i][j], errors * Math.sqrt(square / agents));
            }
        }
    }

    /**
     * Random drift, stable or growing by e^3, random cost and covariances. 308 entries of terminal covariances within 4 standard errors
     * of the chain's: false alarm 2e-2, one fixed seed.
     */
    @ParameterizedTest
    @CsvSource({"2, -2", "2, 3", "5, -2", "5, 3", "16, -2", "16, 3"})
    @Tag("statistical")
    void randomSystemsEndWithTheCovarianceOfTheChain(int d, double shift) {
        LinearQuadraticProblem random = LinearQuadraticProblem.random(d, shift, d == 5, 100 * d + (long) shift);
        Problem problem = Problem.of(scenario(random, d == 5));
        LqgChain chain = new LqgChain(problem, 0);
        for (int k = 0; k < problem.grid().steps(); k++) {
            chain.advance(k);
        }
        double[][] simulated = run(problem).guidances().get(0).terminalCovariance();
        assertCovariance(
                chain.covariance(),
                simulated,
                4,
                problem.scenario().population().agents());
        // the chain itself is off by O(dt): a tenth of the largest entry at dt = 1/400
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double[][] target = problem.target().covariance();
                double scale = Math.sqrt(target[i][i] * target[j][j]);
                assertEquals(target[i][j], chain.covariance()[i][j], 0.1 * scale);
            }
        }
    }

    private static Scenario scenario(LinearQuadraticProblem random, boolean point) {
        Law start = point
                ? Law.point(random.initial().mean())
                : Law.gaussian(
                        random.initial().mean(),
                        Covariance.full(random.initial().covariance()));
        return Scenario.builder()
                .dynamics(random.dynamics())
                .initial(start)
                .target(Law.gaussian(
                        random.targetMean(), Covariance.full(random.target().covariance())))
                .agents(20_000)
                .steps(400)
                .output(new Output(400, 0, 0, 0))
                .build();
    }

    /** Energy and both terminal moments of the chain differ from continuous time by a multiple of 1/steps; no noise here. */
    @Test
    @Tag("order")
    void theChainConvergesAsOneOverSteps() {
        for (int g = 0; g < 2; g++) {
            double[] coarse = bias(g, 400);
            double[] fine = bias(g, 1600);
            for (int s = 0; s < coarse.length; s++) {
                assertEquals(4, coarse[s] / fine[s], 0.1, "quantity " + s + " of guidance " + g);
            }
        }
    }

    private static double[] bias(int g, int steps) {
        Problem problem = Problem.of(TestScenarios.linear(2, 1, steps));
        LqgChain chain = new LqgChain(problem, g);
        for (int k = 0; k < steps; k++) {
            chain.advance(k);
        }
        double exact = ExactValues.of(problem.schedules().get(g), problem.initial(), problem.target(), Crew.of(1))
                .orElseThrow()
                .energy();
        return new double[] {
            chain.energy() - exact,
            chain.mean()[0] - problem.target().mean()[0],
            chain.covariance()[0][1] - problem.target().covariance()[0][1]
        };
    }

    /**
     * Both bundled parameter sets at a million agents: three standard errors and the bias of the chain, which is computed, around the
     * exact energy. 12 comparisons of 3 standard errors: false alarm 3e-2, one fixed seed.
     */
    @Test
    @Tag("slow")
    @Tag("statistical")
    void thermostaticLoadsAtFullSize() {
        for (String name : new String[] {"thermostatic-load", "thermostatic-load-mild"}) {
            Scenario scenario =
                    ScenarioReader.read(name, Map.of("output.paths", "0")).scenario();
            Problem problem = Problem.of(scenario);
            RunResult result = run(problem);
            for (int g = 0; g < 3; g++) {
                LqgChain chain = new LqgChain(problem, g);
                for (int k = 0; k < scenario.time().steps(); k++) {
                    chain.advance(k);
                }
                GuidanceResult simulated = result.guidances().get(g);
                double error = simulated.energy().standardError();
                assertEquals(chain.energy(), simulated.energy().value(), 3 * error, name + " " + g);
                double variance = chain.covariance()[0][0];
                assertEquals(variance, simulated.terminalVariance()[0], 4 * variance * Math.sqrt(2e-6), name);
            }
        }
    }

    private static RunResult run(Problem problem) {
        return new Simulation(problem, Backends.select("cpu"), 0, Progress.NONE, null).run();
    }
}
