package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioBuilder;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;
import java.util.List;

/**
 * What is timed on the device: agents whose drift is a schedule.
 *
 * @param d coordinates
 * @param components of the target of a bridge; 0 for the affine steps of the linear-quadratic model
 * @param full whether covariances of the target have correlations
 */
record DeviceCase(int d, int components, boolean full, long agents, int steps, boolean energies) {

    private static final long CHECKED = 20_000;
    private static final int CHECKED_STEPS = 8;

    String step() {
        return components == 0 ? "affine" : "bridge C = " + components + (full ? ", full covariances" : "");
    }

    Problem problem() {
        ScenarioBuilder scenario = components == 0 ? affine() : bridge();
        return Problem.of(scenario.agents(agents)
                .steps(steps)
                .output(Output.DEFAULT.agentEnergies(energies))
                .build());
    }

    private ScenarioBuilder affine() {
        double[][] drift = new double[d][d];
        double[][] cost = new double[d][d];
        for (int i = 0; i < d; i++) {
            drift[i][i] = -0.5;
            cost[i][i] = 1;
        }
        return Scenario.builder()
                .dynamics(new Dynamics.LinearQuadratic(drift, cost))
                .initial(Law.gaussian(filled(3), Covariance.isotropic(d, 0.7)))
                .target(Law.gaussian(filled(-1), Covariance.isotropic(d, 0.3)));
    }

    private ScenarioBuilder bridge() {
        double[] weights = new double[components];
        Arrays.fill(weights, 1.0 / components);
        double[][] means = new double[components][];
        Covariance[] covariances = new Covariance[components];
        for (int k = 0; k < components; k++) {
            means[k] = filled(k - 0.5 * components);
            covariances[k] = full ? correlated() : Covariance.isotropic(d, 0.3);
        }
        return Scenario.builder()
                .initial(Law.gaussian(filled(3), Covariance.isotropic(d, 0.7)))
                .target(Law.mixture(weights, means, covariances))
                .protocol(Protocol.geometric(8, 12, 0.65))
                .guidance(List.of(new Guidance.MeanField()));
    }

    /** 0.3 on the diagonal, 0.1 beside it. */
    private Covariance correlated() {
        double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                matrix[i][j] = i == j ? 0.3 : Math.abs(i - j) == 1 ? 0.1 : 0;
            }
        }
        return Covariance.full(matrix);
    }

    private double[] filled(double value) {
        double[] values = new double[d];
        Arrays.fill(values, value);
        return values;
    }

    /** @throws IllegalStateException the device's bits are not those of the scalar reference, for fewer agents and steps */
    void check() {
        Problem few = new DeviceCase(d, components, full, CHECKED, CHECKED_STEPS, true).problem();
        try (Ensemble expected = Backends.select("cpu-scalar").open(few.ensemble(CHECKED), 0);
                Ensemble actual = new CudaBackend().open(few.ensemble(CHECKED), 0)) {
            float[][] rows = {few.schedules().get(0).rows(0, CHECKED_STEPS)};
            expected.start(few.startReference());
            actual.start(few.startReference());
            boolean sums = Arrays.deepEquals(expected.advance(0, CHECKED_STEPS, rows), actual.advance(0, CHECKED_STEPS, rows));
            if (!sums || !Arrays.deepEquals(expected.states(0, 1), actual.states(0, 1))) {
                throw new IllegalStateException(step() + ", d = " + d + ": the backends disagree");
            }
        }
    }
}
