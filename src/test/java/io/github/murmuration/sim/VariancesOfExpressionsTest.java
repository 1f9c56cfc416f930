package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Variances and covariances that a model reads are those of the agents, at every step. */
@Tag("analytic")
class VariancesOfExpressionsTest {

    private static final CustomModel MODEL = CustomModel.builder()
            .state("x", "y")
            .drift("x", "-x")
            .drift("y", "x")
            .noise("x", "1")
            .observe("doubled", "variance(2*x)")
            .observe("both", "covariance(x, y)")
            .horizon(1)
            .build();

    @Test
    void areThoseOfTheAgents() {
        GuidanceResult result = run();
        double[] doubled = result.observed().get("doubled");
        double[] both = result.observed().get("both");
        for (int k = 0; k < doubled.length; k++) {
            double variance = result.moments().variance()[k][0];
            assertEquals(4 * variance, doubled[k], 1e-5 * variance, "step " + k);
        }
        assertEquals(result.terminalCovariance()[0][1], both[both.length - 1], 1e-6);
    }

    private static GuidanceResult run() {
        Scenario scenario = Scenario.builder()
                .dynamics(MODEL)
                .initial(Law.gaussian(new double[] {3, -1}, Covariance.standardDeviations(1, 0.5)))
                .agents(1000)
                .steps(20)
                .build();
        return new Simulation(Problem.of(scenario), Backends.select("cpu-scalar"), 1, Progress.NONE, null)
                .run()
                .guidances()
                .get(0);
    }
}
