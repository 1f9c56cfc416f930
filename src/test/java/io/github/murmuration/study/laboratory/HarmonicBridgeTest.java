package io.github.murmuration.study.laboratory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.laboratory.StepResidual;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The value function of bridges through a potential against the drift, the cost and the residual of the program's guided bridge. */
class HarmonicBridgeTest {

    private static final double[][] POINTS = {{-1.3, 0.4}, {0.2, -0.7}, {1.9, 1.1}};

    private static Scenario plane() {
        return Scenario.builder()
                .name("plane")
                .initial(Law.point(0.3, -0.2))
                .target(Law.mixture(new double[] {0.6, 0.4}, new double[][] {{-1, 0.5}, {1.5, 1}}, new Covariance[] {
                    Covariance.standardDeviations(0.3, 0.5), Covariance.standardDeviations(0.4, 0.7)
                }))
                .protocol(Protocol.equalIntervals(3, 3))
                .guidance(List.of(new Guidance.Zero()))
                .agents(2000)
                .steps(100)
                .output(new Output(1, 32, 0, 0))
                .build();
    }

    /** pi/G_1 is normalised, and u = -grad U. */
    @Test
    void driftOfTheProgramIsTheGradient() {
        Problem problem = Problem.of(plane());
        HarmonicBridge bridge = new HarmonicBridge(problem);
        double[] z = {0.3, -0.2};
        assertEquals(0, bridge.value(z, 0), 1e-12);
        double e = 1e-5;
        for (double[] x : POINTS) {
            for (double t : new double[] {0.1, 0.5, 0.9}) {
                double[] u = new double[2];
                problem.schedules().get(0).drift(t, z, x, u);
                for (int j = 0; j < 2; j++) {
                    double[] right = x.clone();
                    double[] left = x.clone();
                    right[j] += e;
                    left[j] -= e;
                    double slope = (bridge.value(right, t) - bridge.value(left, t)) / (2 * e);
                    assertEquals(-u[j], slope, 1e-6 * (1 + Math.abs(u[j])), "coordinate " + j + " at " + t);
                }
            }
        }
    }

    @Test
    void residualFallsWithTheStep() {
        StepResidual residual = new StepResidual(new HarmonicBridge(Problem.of(plane())));
        for (double[] x : POINTS) {
            double coarse = residual.at(x, 0.4, 1e-3);
            double fine = residual.at(x, 0.4, 5e-4);
            assertEquals(2, coarse / fine, 0.1, "ratio of residuals");
            assertTrue(Math.abs(fine) < 0.05, "residual " + fine);
        }
    }

    /** J* = int pi log(pi/G_1), and agents pay it within 4.5 standard errors and a bias of the order of the step. */
    @Test
    void costIsTheRelativeEntropyToTheGreenFunction() {
        Scenario scenario = ScenarioReader.read("generalised-schroedinger-bridge").scenario().toBuilder()
                .agents(4000)
                .steps(200)
                .output(new Output(1, 32, 0, 0))
                .build();
        Problem problem = Problem.of(scenario);
        HarmonicBridge bridge = new HarmonicBridge(problem);
        ExactResult exact = ExactValues.of(problem.schedules().get(0), problem.initial(), problem.target(), Crew.of(1))
                .orElseThrow();
        double entropy = 0;
        double h = 1e-4;
        double q = 2 / Math.sinh(2);
        double c = 2 / Math.tanh(2);
        for (int i = -40_000; i <= 50_000; i++) {
            double y = i * h;
            double pi = 0.6 * normal(y, -1, 0.3) + 0.4 * normal(y, 1.5, 0.4);
            double green = Math.log(q / (2 * Math.PI)) / 2 - c * y * y / 2;
            entropy += pi > 0 ? h * pi * (Math.log(pi) - green) : 0;
        }
        assertEquals(entropy, bridge.optimal(exact), 1e-4);
        GuidanceResult result = new Simulation(problem, Backends.select("cpu-scalar"), 1, Progress.NONE, null)
                .run()
                .guidances()
                .get(0);
        RowResult.Estimated paid = bridge.paid(result);
        assertEquals(entropy, paid.value(), 4.5 * paid.error() + 0.02);
        assertTrue(paid.error() > result.energy().standardError() / 2, "error " + paid.error());
    }

    private static double normal(double y, double mean, double deviation) {
        double z = (y - mean) / deviation;
        return Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
    }
}
