package io.github.murmuration.sim;

import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Scenarios as functions of a seed: every model, scheme and guidance; 1 to 5 coordinates, 1 to 4 components, diagonal and full
 * covariances, even and uneven breaks, lengths from 1e-3 to 1e4.
 */
final class RandomScenarios {

    static final int CHECKPOINT_EVERY = 7;

    private final Random random;
    private final double scale;

    private RandomScenarios(long seed) {
        this.random = new Random(seed);
        this.scale = Math.pow(10, uniform(-3, 4));
    }

    static Scenario of(long seed) {
        return new RandomScenarios(seed).scenario();
    }

    private Scenario scenario() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> linear();
            case 2 ->
                interacting(
                        new Dynamics.MeanFieldOu(
                                uniform(0, 2), uniform(-0.5, 2), scale * uniform(0, 2), uniform(0.5, 4)),
                        scale);
            case 3 -> interacting(new Dynamics.DesaiZwanzig(uniform(0, 2), uniform(0, 1), uniform(0.1, 1)), 1);
            case 4 ->
                interacting(
                        new Dynamics.Kuramoto(
                                uniform(0, 4), uniform(0, 2), uniform(-3, 3), uniform(0, 2), uniform(0.5, 4)),
                        1);
            default -> bridge();
        };
    }

    private Scenario bridge() {
        int d = 1 + random.nextInt(5);
        Protocol protocol = protocol();
        List<Guidance> guidance = new ArrayList<>(List.of(
                new Guidance.MeanField(),
                new Guidance.Zero(),
                new Guidance.TargetMean(),
                new Guidance.Empirical(),
                custom(protocol, d)));
        Collections.shuffle(guidance, random);
        List<Scheme> schemes = Scheme.OF_BRIDGES;
        return Scenario.builder()
                .name("random")
                .initial(random.nextInt(8) == 0 ? Law.point(point(d, scale)) : mixture(d))
                .target(mixture(d))
                .protocol(protocol)
                .guidance(guidance.subList(0, 1 + random.nextInt(3)))
                .agents(agents())
                .seed(random.nextLong())
                .steps(steps())
                .scheme(schemes.get(random.nextInt(schemes.size())))
                .output(output())
                .build();
    }

    private Scenario linear() {
        int d = 1 + random.nextInt(5);
        double[][] drift = new double[d][];
        for (int i = 0; i < d; i++) {
            drift[i] = point(d, 1 / Math.sqrt(d));
        }
        List<Guidance> guidance = new ArrayList<>(List.of(
                new Guidance.MeanField(), new Guidance.Zero(), new Guidance.TargetMean(), new Guidance.Empirical()));
        Collections.shuffle(guidance, random);
        return Scenario.builder()
                .name("random")
                .dynamics(new Dynamics.LinearQuadratic(drift, definite(d, 2)))
                .initial(random.nextInt(3) == 0 ? Law.point(point(d, scale)) : gaussian(d))
                .target(gaussian(d))
                .guidance(guidance.subList(0, 1 + random.nextInt(2)))
                .agents(agents())
                .seed(random.nextLong())
                .steps(steps())
                .output(output())
                .build();
    }

    private Scenario interacting(Dynamics dynamics, double spread) {
        return Scenario.builder()
                .name("random")
                .dynamics(dynamics)
                .initial(Law.gaussian(point(1, spread), Covariance.standardDeviations(spread * uniform(0, 1))))
                .agents(agents())
                .seed(random.nextLong())
                .steps(64)
                .output(output())
                .build();
    }

    private Protocol protocol() {
        int intervals = 1 + random.nextInt(6);
        double[] breaks = new double[intervals + 1];
        double[] beta = new double[intervals];
        boolean even = random.nextBoolean();
        for (int i = 0; i < intervals; i++) {
            breaks[i + 1] = breaks[i] + (even ? 1 : uniform(0.3, 1));
            beta[i] = random.nextInt(4) == 0 ? 0 : uniform(0, 20);
        }
        for (int i = 1; i <= intervals; i++) {
            breaks[i] = i == intervals ? 1 : breaks[i] / breaks[intervals];
        }
        return new Protocol(breaks, beta, GuidanceShape.values()[random.nextInt(GuidanceShape.values().length)]);
    }

    private Guidance custom(Protocol protocol, int d) {
        boolean atBreaks = protocol.guidanceShape() == GuidanceShape.PIECEWISE_LINEAR;
        double[][] points = new double[protocol.intervals() + (atBreaks ? 1 : 0)][];
        for (int i = 0; i < points.length; i++) {
            points[i] = point(d, scale);
        }
        return new Guidance.Custom(points);
    }

    private Law mixture(int d) {
        int components = 1 + random.nextInt(4);
        double[] weights = new double[components];
        double[][] means = new double[components][];
        Covariance[] covariances = new Covariance[components];
        boolean full = random.nextBoolean();
        for (int k = 0; k < components; k++) {
            weights[k] = uniform(0.2, 1);
            means[k] = point(d, scale);
            covariances[k] = full ? Covariance.full(definite(d, scale)) : Covariance.standardDeviations(deviations(d));
        }
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int k = 0; k < components; k++) {
            weights[k] /= sum;
        }
        return Law.mixture(weights, means, covariances);
    }

    private Law gaussian(int d) {
        return Law.gaussian(
                point(d, scale),
                random.nextBoolean()
                        ? Covariance.full(definite(d, scale))
                        : Covariance.standardDeviations(deviations(d)));
    }

    /** R R^T / d + I / 10, times the square of a length. */
    private double[][] definite(int d, double length) {
        double[][] root = new double[d][];
        for (int i = 0; i < d; i++) {
            root[i] = point(d, length / Math.sqrt(d));
        }
        double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                matrix[i][j] = i == j ? 0.1 * length * length : 0;
                for (int k = 0; k < d; k++) {
                    matrix[i][j] += root[i][k] * root[j][k];
                }
            }
        }
        return matrix;
    }

    private double[] deviations(int d) {
        return random.doubles(d, 0.2 * scale, scale).toArray();
    }

    private double[] point(int d, double length) {
        double[] at = new double[d];
        for (int j = 0; j < d; j++) {
            at[j] = length * random.nextGaussian();
        }
        return at;
    }

    private int agents() {
        return random.nextInt(1, 3000);
    }

    private int steps() {
        return random.nextInt(8, 48);
    }

    private Output output() {
        return new Output(1, random.nextInt(3), 2 + random.nextInt(20), CHECKPOINT_EVERY)
                .agentEnergies(random.nextBoolean());
    }

    private double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }
}
