package io.github.murmuration;

import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Population;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.scenario.Time;
import java.util.Arrays;
import java.util.List;

/** Scenarios that tests share. */
public final class TestScenarios {

    private static final double SEED_ANGLE = 0.7;

    private TestScenarios() {}

    /** Scenario B of the demand-response study in d dimensions: two components, 8 intervals, beta = 12 * 0.65^i. */
    public static Scenario demandResponse(int d, long agents, int steps, Scheme scheme) {
        double[][] targetMeans = new double[2][d];
        double[][] initialMeans = new double[2][d];
        for (int j = 0; j < d; j++) {
            double z = Math.sin(2 * Math.PI * j / d);
            targetMeans[0][j] = 0.1 + 0.15 * z;
            targetMeans[1][j] = 1.5 - 0.15 * z;
            initialMeans[0][j] = targetMeans[0][j] + 1.5;
            initialMeans[1][j] = targetMeans[1][j] + 4.0;
        }
        double[] weights = {0.6, 0.4};
        Law initial = new Law.Mixture(weights, initialMeans, isotropic(d, 0.5, 0.7));
        Law target = new Law.Mixture(weights, targetMeans, isotropic(d, 0.2, 0.3));
        List<Guidance> guidance = List.of(new Guidance.MeanField(), new Guidance.Zero(), new Guidance.TargetMean());
        return scenario(initial, target, geometric(8), guidance, agents, steps, scheme);
    }

    /** Mixtures of C components at spread-out means in d dimensions, with diagonal or full (AR(1)-like) covariances. */
    public static Scenario mixtures(int d, int components, boolean full, long agents, int steps, Scheme scheme) {
        Law initial = mixture(d, components, full, 2.0, 0.5);
        Law target = mixture(d, components, full, 0.0, 0.3);
        List<Guidance> guidance = List.of(new Guidance.MeanField(), new Guidance.Zero());
        return scenario(initial, target, geometric(3), guidance, agents, steps, scheme);
    }

    /** Empirical guidance beside two others, from mixtures with full covariances where d > 1. */
    public static Scenario empirical(int d, long agents, int steps, Scheme scheme) {
        List<Guidance> guidance = List.of(new Guidance.Empirical(), new Guidance.MeanField(), new Guidance.Zero());
        return scenario(
                mixture(d, 2, d > 1, 2.0, 0.5),
                mixture(d, 2, d > 1, 0.0, 0.3),
                geometric(3),
                guidance,
                agents,
                steps,
                scheme);
    }

    /** The linear-quadratic problem of linear, under empirical guidance beside mean-field. */
    public static Scenario empiricalLinear(int d, long agents, int steps) {
        Scenario linear = linear(d, agents, steps);
        return new Scenario(
                linear.name(),
                linear.dynamics(),
                linear.initial(),
                linear.target(),
                linear.protocol(),
                List.of(new Guidance.Empirical(), new Guidance.MeanField()),
                linear.population(),
                linear.time(),
                linear.output());
    }

    /** Agents that act on each other through means, under each of the models. */
    public static List<Scenario> interacting(long agents, int steps) {
        return List.of(
                interacting(new Dynamics.MeanFieldOu(0.5, 1.5, 0.8, 4), agents, steps),
                interacting(new Dynamics.DesaiZwanzig(1, 0.8, 0.3), agents, steps),
                interacting(new Dynamics.Kuramoto(2, 1, 0.5, 3, 5), agents, steps));
    }

    private static Scenario interacting(Dynamics dynamics, long agents, int steps) {
        return Scenario.builder()
                .name("test")
                .dynamics(dynamics)
                .initial(Law.mixture(new double[] {0.6, 0.4}, new double[] {0.5, -1}, new double[] {0.5, 0.7}))
                .population(new Population(agents, 20240607))
                .steps(steps)
                .output(new Output(1, 0, 0, 0))
                .build();
    }

    /** A linear-quadratic problem with full matrices that do not commute; from a Gaussian to another. */
    public static Scenario linear(int d, long agents, int steps) {
        double[][] drift = new double[d][d];
        double[] from = new double[d];
        double[] to = new double[d];
        double[] deviations = new double[d];
        for (int i = 0; i < d; i++) {
            from[i] = 1.5 * Math.cos(SEED_ANGLE * i);
            to[i] = Math.sin(SEED_ANGLE * (i + 2));
            deviations[i] = 0.5 + 0.2 * Math.cos(SEED_ANGLE * 3 * i);
            for (int j = 0; j < d; j++) {
                drift[i][j] = Math.sin(SEED_ANGLE * (5 * i + 2 * j + 1)) / Math.sqrt(d);
            }
        }
        Law initial = Law.gaussian(from, Covariance.full(autoregressive(deviations, 0.3)));
        Law target = Law.gaussian(to, Covariance.full(autoregressive(deviations, -0.5)));
        return Scenario.builder()
                .name("test")
                .dynamics(new Dynamics.LinearQuadratic(drift, autoregressive(deviations, 0.7)))
                .initial(initial)
                .target(target)
                .guidance(new Guidance.MeanField(), new Guidance.TargetMean())
                .population(new Population(agents, 20240607))
                .steps(steps)
                .output(new Output(1, 0, 0, 0))
                .build();
    }

    public static Scenario scenario(
            Law initial,
            Law target,
            Protocol protocol,
            List<Guidance> guidance,
            long agents,
            int steps,
            Scheme scheme) {
        return new Scenario(
                "test",
                new Dynamics.GuidedBridge(),
                initial,
                target,
                protocol,
                guidance,
                new Population(agents, 20240607),
                new Time(steps, scheme),
                new Output(1, 0, 0, 0));
    }

    /** Equal intervals with beta = 12 * 0.65^i, guidance constant inside each. */
    public static Protocol geometric(int intervals) {
        double[] breaks = new double[intervals + 1];
        double[] beta = new double[intervals];
        for (int i = 0; i < intervals; i++) {
            breaks[i + 1] = (i + 1) / (double) intervals;
            beta[i] = 12 * Math.pow(0.65, i);
        }
        return new Protocol(breaks, beta, GuidanceShape.PIECEWISE_CONSTANT);
    }

    private static Covariance[] isotropic(int d, double... standardDeviations) {
        return Arrays.stream(standardDeviations)
                .mapToObj(s -> {
                    double[] all = new double[d];
                    Arrays.fill(all, s);
                    return new Covariance.Diagonal(all);
                })
                .toArray(Covariance[]::new);
    }

    private static Law mixture(int d, int components, boolean full, double shift, double scale) {
        double[] weights = new double[components];
        double[][] means = new double[components][d];
        Covariance[] covariances = new Covariance[components];
        for (int k = 0; k < components; k++) {
            weights[k] = (k + 1) / (components * (components + 1) / 2.0);
            double[] standardDeviations = new double[d];
            for (int j = 0; j < d; j++) {
                means[k][j] = shift + 1.5 * Math.sin(SEED_ANGLE * (3 * k + j + 1));
                standardDeviations[j] = scale * (1 + 0.3 * Math.cos(SEED_ANGLE * (k + 2 * j)));
            }
            covariances[k] = full
                    ? new Covariance.Full(autoregressive(standardDeviations, 0.6))
                    : new Covariance.Diagonal(standardDeviations);
        }
        return new Law.Mixture(weights, means, covariances);
    }

    private static double[][] autoregressive(double[] standardDeviations, double correlation) {
        int d = standardDeviations.length;
        double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                matrix[i][j] = standardDeviations[i] * standardDeviations[j] * Math.pow(correlation, Math.abs(i - j));
            }
        }
        return matrix;
    }
}
