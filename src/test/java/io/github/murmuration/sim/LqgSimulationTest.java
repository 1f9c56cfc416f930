package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.schedule.lqg.LqgSchedule;
import io.github.murmuration.schedule.lqg.LqgSolution;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
            Chain chain = new Chain(problem, g);
            MomentSeries moments = result.guidances().get(g).moments();
            for (int k = 0; k <= 24; k++) {
                assertMoments(chain, moments, k);
                if (k < 24) {
                    chain.advance(k);
                }
            }
            // the terminal covariance, 6 entries: each within 5 standard errors, false alarm 7e-6 in all
            assertCovariance(chain.covariance, result.guidances().get(g).terminalCovariance());
            assertEquals(
                    chain.energy,
                    result.guidances().get(g).energy().value(),
                    5 * result.guidances().get(g).energy().standardError());
        }
    }

    /** 150 means and variances: each within 5 standard errors, false alarm 2e-4 in all. */
    private static void assertMoments(Chain chain, MomentSeries moments, int k) {
        for (int j = 0; j < 3; j++) {
            double variance = chain.covariance[j][j];
            assertEquals(chain.mean[j], moments.mean()[k][j], 5 * Math.sqrt(variance / AGENTS), "mean at " + k);
            double error = variance * Math.sqrt(2.0 / AGENTS);
            assertEquals(variance, moments.variance()[k][j], 5 * error, "variance at " + k);
        }
    }

    private static void assertCovariance(double[][] expected, double[][] actual) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j <= i; j++) {
                double square = expected[i][i] * expected[j][j] + expected[i][j] * expected[i][j];
                assertEquals(expected[i][j], actual[i][j], 5 * Math.sqrt(square / AGENTS));
            }
        }
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
        Chain chain = new Chain(problem, g);
        for (int k = 0; k < steps; k++) {
            chain.advance(k);
        }
        double exact = ExactValues.of(problem.schedules().get(g), problem.initial(), problem.target())
                .orElseThrow()
                .energy();
        return new double[] {
            chain.energy - exact,
            chain.mean[0] - problem.target().mean()[0],
            chain.covariance[0][1] - problem.target().covariance()[0][1]
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
                Chain chain = new Chain(problem, g);
                for (int k = 0; k < scenario.time().steps(); k++) {
                    chain.advance(k);
                }
                GuidanceResult simulated = result.guidances().get(g);
                double error = simulated.energy().standardError();
                assertEquals(chain.energy, simulated.energy().value(), 3 * error, name + " " + g);
                double variance = chain.covariance[0][0];
                assertEquals(variance, simulated.terminalVariance()[0], 4 * variance * Math.sqrt(2e-6), name);
            }
        }
    }

    private static RunResult run(Problem problem) {
        return new Simulation(problem, Backends.select("cpu"), 0, Progress.NONE, null).run();
    }

    /** m' = m + dt (A m + E u), Sigma' = M Sigma M^T + dt I with M = I + dt (A - S), energy by the left-end rule. */
    private static final class Chain {

        private final Problem problem;
        private final LqgSolution solution;
        private final double[][] drift;
        private double[] mean;
        private double[][] covariance;
        private double energy;

        Chain(Problem problem, int g) {
            this.problem = problem;
            this.solution = ((LqgSchedule) problem.schedules().get(g)).solution();
            this.drift = ((Dynamics.LinearQuadratic) problem.scenario().dynamics()).drift();
            this.mean = problem.initial().mean();
            this.covariance = problem.initial().covariance();
        }

        void advance(int k) {
            double dt = problem.grid().step(k);
            LqgSolution.Values values = solution.at(problem.grid().times()[k]);
            int d = mean.length;
            double[] next = mean.clone();
            double[][] step = new double[d][d];
            for (int i = 0; i < d; i++) {
                double control = -values.offset()[i];
                for (int j = 0; j < d; j++) {
                    control -= values.riccati()[i][j] * mean[j];
                    next[i] += dt * drift[i][j] * mean[j];
                    step[i][j] = (i == j ? 1 : 0) + dt * (drift[i][j] - values.riccati()[i][j]);
                }
                next[i] += dt * control;
                energy += dt * (control * control + quadratic(covariance, values.riccati()[i]));
            }
            double[][] spread = new double[d][d];
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    spread[i][j] = bilinear(covariance, step[i], step[j]) + (i == j ? dt : 0);
                }
            }
            mean = next;
            covariance = spread;
        }

        private static double quadratic(double[][] matrix, double[] v) {
            return bilinear(matrix, v, v);
        }

        private static double bilinear(double[][] matrix, double[] v, double[] w) {
            double sum = 0;
            for (int i = 0; i < v.length; i++) {
                for (int j = 0; j < w.length; j++) {
                    sum += v[i] * matrix[i][j] * w[j];
                }
            }
            return sum;
        }
    }
}
