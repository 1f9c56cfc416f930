package io.github.murmuration.report;

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

/** Small scenarios of the demand-response family. */
final class Scenarios {

    static final List<Guidance> THREE =
            List.of(new Guidance.MeanField(), new Guidance.Zero(), new Guidance.TargetMean());
    static final List<Guidance> ONE = List.of(new Guidance.MeanField());

    private Scenarios() {}

    /** Two components steered to two components, as in the demand-response study. */
    static Scenario demandResponse(int d, int agents, int steps, List<Guidance> guidance) {
        return scenario(mixture(d, 1.6, 5.5, 0.5, 0.7), target(d), agents, steps, guidance);
    }

    static Scenario fromPoint(int agents, int steps) {
        return scenario(new Law.Point(new double[] {4}), target(1), agents, steps, THREE);
    }

    /** Towards five patterns on the line, which have no density. */
    static Scenario toPatterns(int agents, int steps) {
        double[][] patterns = {{-1}, {0}, {0.5}, {1}, {2.5}};
        return scenario(mixture(1, 1.6, 5.5, 0.5, 0.7), new Law.Samples(patterns), agents, steps, THREE);
    }

    static Law target(int d) {
        return mixture(d, 0.1, 1.5, 0.2, 0.3);
    }

    private static Scenario scenario(Law initial, Law target, int agents, int steps, List<Guidance> guidance) {
        double[] breaks = new double[9];
        double[] beta = new double[8];
        for (int i = 0; i < 8; i++) {
            breaks[i] = i / 8.0;
            beta[i] = 12 * Math.pow(0.65, i);
        }
        breaks[8] = 1;
        return new Scenario(
                "demand-response",
                new Dynamics.GuidedBridge(),
                initial,
                target,
                new Protocol(breaks, beta, GuidanceShape.PIECEWISE_CONSTANT),
                guidance,
                new Population(agents, 1),
                new Time(steps, Scheme.EULER_MARUYAMA),
                new Output(1, 12, 40, 0));
    }

    /** Means spread over coordinates by a sine, as in the published study. */
    private static Law mixture(int d, double low, double high, double lowDeviation, double highDeviation) {
        double[][] means = new double[2][d];
        double[][] deviations = new double[2][d];
        for (int j = 0; j < d; j++) {
            double z = 0.15 * Math.sin(2 * Math.PI * j / d);
            means[0][j] = low + z;
            means[1][j] = high - z;
        }
        Arrays.fill(deviations[0], lowDeviation);
        Arrays.fill(deviations[1], highDeviation);
        return new Law.Mixture(new double[] {0.6, 0.4}, means, new Covariance[] {
            new Covariance.Diagonal(deviations[0]), new Covariance.Diagonal(deviations[1])
        });
    }
}
