package io.github.murmuration.study.throughput;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
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
 * A kind of step.
 *
 * @param name in tables; it does not change from version to version
 * @param kind what moves the agents
 * @param d coordinates
 * @param components of the target of a bridge; 0 for other kinds
 * @param guidances copies of the population
 * @param energies whether int |u|^2 dt is kept agent by agent
 */
record Workload(String name, Kind kind, int d, int components, int guidances, NoiseSource noise, boolean energies) {

    enum Kind {
        /** Linear dynamics of quadratic cost: x' = x + (g + D x) + noise. */
        AFFINE,
        /** A bridge to a mixture of diagonal covariances. */
        BRIDGE,
        /** The same with correlations. */
        CORRELATED,
        /** Ornstein-Uhlenbeck agents who are drawn to their own mean. */
        FEEDBACK
    }

    /** Steps of a schedule, the most that are taken at once. */
    static final int STEPS = 64;

    private static final List<Guidance> GUIDANCES =
            List.of(new Guidance.MeanField(), new Guidance.Zero(), new Guidance.TargetMean());

    static Workload affine(int d) {
        return new Workload("affine" + of(d), Kind.AFFINE, d, 0, 1, NoiseSource.PHILOX, true);
    }

    static Workload bridge(int d, int components) {
        return new Workload("bridge-c" + components + of(d), Kind.BRIDGE, d, components, 1, NoiseSource.PHILOX, true);
    }

    static Workload correlated(int d, int components) {
        String name = "correlated-c" + components + of(d);
        return new Workload(name, Kind.CORRELATED, d, components, 1, NoiseSource.PHILOX, true);
    }

    static Workload feedback() {
        return new Workload("feedback", Kind.FEEDBACK, 1, 0, 1, NoiseSource.PHILOX, false);
    }

    private static String of(int d) {
        return d == 1 ? "" : "-d" + d;
    }

    Workload under(int copies) {
        return new Workload(name + "-g" + copies, kind, d, components, copies, noise, energies);
    }

    Workload on(NoiseSource source) {
        return new Workload(name + "-" + source.text(), kind, d, components, guidances, source, energies);
    }

    /** Whether its normals lie in memory. */
    boolean stored() {
        return noise != NoiseSource.PHILOX;
    }

    Problem problem(long agents) {
        return Problem.of(scenario()
                .agents(agents)
                .steps(STEPS)
                .output(Output.DEFAULT.agentEnergies(energies))
                .build());
    }

    EnsembleSpec ensemble(Problem problem, long agents) {
        return problem.ensemble(agents).with(noise);
    }

    private ScenarioBuilder scenario() {
        return switch (kind) {
            case AFFINE ->
                Scenario.builder()
                        .dynamics(new Dynamics.LinearQuadratic(diagonal(-0.5), diagonal(1)))
                        .initial(start())
                        .target(Law.gaussian(filled(-1), Covariance.isotropic(d, 0.3)));
            case BRIDGE, CORRELATED ->
                Scenario.builder()
                        .initial(start())
                        .target(mixture())
                        .protocol(Protocol.geometric(8, 12, 0.65))
                        .guidance(GUIDANCES.subList(0, guidances));
            case FEEDBACK ->
                Scenario.builder()
                        .dynamics(new Dynamics.MeanFieldOu(0.5, 1.5, 0.8, 4))
                        .initial(start());
        };
    }

    private Law start() {
        return Law.gaussian(filled(3), Covariance.isotropic(d, 0.7));
    }

    private Law mixture() {
        double[] weights = new double[components];
        Arrays.fill(weights, 1.0 / components);
        double[][] means = new double[components][];
        Covariance[] covariances = new Covariance[components];
        for (int k = 0; k < components; k++) {
            means[k] = filled(k - 0.5 * components);
            covariances[k] = kind == Kind.CORRELATED ? Covariance.full(correlations()) : Covariance.isotropic(d, 0.3);
        }
        return Law.mixture(weights, means, covariances);
    }

    /** 0.3^2 0.6^|i - j|. */
    private double[][] correlations() {
        double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                matrix[i][j] = 0.09 * Math.pow(0.6, Math.abs(i - j));
            }
        }
        return matrix;
    }

    private double[][] diagonal(double value) {
        double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            matrix[i][i] = value;
        }
        return matrix;
    }

    private double[] filled(double value) {
        double[] values = new double[d];
        Arrays.fill(values, value);
        return values;
    }
}
