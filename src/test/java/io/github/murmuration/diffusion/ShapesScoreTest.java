package io.github.murmuration.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudMixture;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.cloud.GaussianPoints;
import io.github.murmuration.cloud.NoisedLaw;
import io.github.murmuration.cloud.ThreeShapes;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.expression.Parser;
import io.github.murmuration.scenario.CustomModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesScoreTest {

    private static final CloudMixture<GaussianPoints> THREE_SHAPES = ThreeShapes.law();

    /** On the line: two bumps, and one in their middle. */
    private static final CloudMixture<GaussianPoints> BUMPS = new CloudMixture<>(
            new double[] {0.3, 0.7},
            List.of(
                    bumps(new double[] {0.25, 0.75}, new double[][] {{-1.5}, {1.5}}, new double[][] {{0.04}, {0.09}}),
                    bumps(new double[] {1}, new double[][] {{0}}, new double[][] {{0.04}})));

    /** Central differences of the logarithm of the density of all points, in float64: errors of 1e-10 times third derivatives. */
    @ParameterizedTest
    @CsvSource({"3", "0.5", "0.02"})
    void theScoreIsTheGradientOfTheLogDensity(double u) {
        assertGradient(BUMPS, u, 6);
    }

    @ParameterizedTest
    @CsvSource({"3", "0.5", "0.02"})
    @Tag("slow")
    void theScoreOfThreeShapesIsTheGradientOfTheLogDensity(double u) {
        assertGradient(THREE_SHAPES, u, 6);
    }

    @Test
    void theScoreOfOnePointKnowsNothingOfTheOthers() {
        assertOnePoint(BUMPS);
    }

    @Test
    @Tag("slow")
    void theScoreOfOnePointOfThreeShapesKnowsNothingOfTheOthers() {
        assertOnePoint(THREE_SHAPES);
    }

    /** As many components as a shape may have, in space, all of one width, so that coordinates have all but their means in common. */
    @Test
    @Tag("slow")
    void theLargestMixtureIsAModel() {
        double[] weights = new double[32];
        double[][] means = new double[32][];
        double[][] variances = new double[32][];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = 1.0 / weights.length;
            means[c] = new double[] {c, c % 5, c % 7};
            variances[c] = new double[] {0.01, 0.01, 0.01};
        }
        CloudMixture<GaussianPoints> law =
                new CloudMixture<>(new double[] {1}, List.of(bumps(weights, means, variances)));
        assertModel(ShapesScore.of(law));
    }

    @Test
    void aPointOfAnyOfTheThreeShapesIsAModel() {
        assertModel(ShapesScore.ofOnePoint(THREE_SHAPES));
    }

    private static void assertModel(Score score) {
        Clock clock = new Clock(10, 0, 10, true);
        CustomModel model = ReverseModel.of(VariancePreserving.ofUnitRate(10), score, clock, 10);
        assertEquals(score.dimension(), model.drift().size());
    }

    private static void assertOnePoint(CloudMixture<GaussianPoints> law) {
        double u = 0.5;
        Diffusion diffusion = VariancePreserving.ofUnitRate(10);
        Cloud cloud = new NoisedLaw(law, diffusion.scale(u), Math.sqrt(diffusion.variance(u))).draw(6, 5, 1);
        double[][] score = score(ShapesScore.ofOnePoint(law), diffusion, u, cloud);
        double h = 1e-5;
        for (int i = 0; i < cloud.size(); i++) {
            double[] above = cloud.points()[i].clone();
            double[] below = above.clone();
            above[0] += h;
            below[0] -= h;
            double slope = logDensity(law, new Cloud(new double[][] {above}), diffusion, u)
                    - logDensity(law, new Cloud(new double[][] {below}), diffusion, u);
            assertEquals(slope / (2 * h), score[i][0], 1e-5 * (1 + Math.abs(score[i][0])));
        }
    }

    private static void assertGradient(CloudMixture<GaussianPoints> law, double u, int points) {
        Diffusion diffusion = VariancePreserving.ofUnitRate(10);
        Cloud cloud = new NoisedLaw(law, diffusion.scale(u), Math.sqrt(diffusion.variance(u))).draw(points, 5, 1);
        double[][] score = score(ShapesScore.of(law), diffusion, u, cloud);
        double h = 1e-5;
        for (int i = 0; i < cloud.size(); i++) {
            for (int j = 0; j < law.dimension(); j++) {
                double x = cloud.points()[i][j];
                cloud.points()[i][j] = x + h;
                double above = logDensity(law, cloud, diffusion, u);
                cloud.points()[i][j] = x - h;
                double below = logDensity(law, cloud, diffusion, u);
                cloud.points()[i][j] = x;
                assertEquals((above - below) / (2 * h), score[i][j], 1e-5 * (1 + Math.abs(score[i][j])));
            }
        }
    }

    /** Weights of a cloud far inside one shape, by hand: the other shapes' densities there are below e^-100. */
    @Test
    void aCloudOfAShapeIsKnownForOne() {
        Diffusion diffusion = VariancePreserving.ofUnitRate(10);
        ShapePosterior posterior = new ShapePosterior(THREE_SHAPES, diffusion, 0);
        for (int k = 0; k < 3; k++) {
            Cloud cloud = THREE_SHAPES.shapes().get(k).draw(8, 3, k);
            assertEquals(k, posterior.shape(cloud));
            assertEquals(1, posterior.weights(cloud)[k], 1e-9);
        }
        double[] forgotten = new ShapePosterior(THREE_SHAPES, diffusion, 40).weights(THREE_SHAPES.draw(8, 3, 0));
        assertEquals(0.5, forgotten[0], 1e-6);
    }

    @Test
    void covariancesBetweenCoordinatesAreRefused() {
        GaussianMixture turned = new GaussianMixture(
                new double[] {1}, new double[1][2], new double[][] {{1, 2}}, new double[][][] {{{0.6, -0.8}, {0.8, 0.6}}
                });
        CloudMixture<GaussianPoints> law = new CloudMixture<>(new double[] {1}, List.of(new GaussianPoints(turned)));
        assertThrows(IllegalArgumentException.class, () -> ShapesScore.of(law));
    }

    /** Chi-square with one degree of freedom: above 10.8 by chance once in 1000. */
    @Test
    @Tag("statistical")
    void eightPointsChooseShapesByTheirProbabilities() {
        assertTrue(chiSquare("cpu-scalar", BUMPS, 8, 400, 400) < 10.8);
    }

    /** With two degrees of freedom: above 13.8 once in 1000. */
    @ParameterizedTest
    @CsvSource({"8, 400, 4000", "64, 1600, 1000"})
    @Tag("slow")
    void pointsChooseOneOfThreeShapesByTheirProbabilities(int points, int steps, int clouds) {
        assertTrue(chiSquare("cpu", THREE_SHAPES, points, steps, clouds) < 13.8);
    }

    private static double chiSquare(
            String backend, CloudMixture<GaussianPoints> law, int points, int steps, int clouds) {
        double horizon = 8 + Math.log(points);
        Diffusion diffusion = VariancePreserving.ofUnitRate(horizon);
        ExchangeableGaussian noise = new ExchangeableGaussian(0, 0, 1, law.dimension());
        List<Cloud> starts = IntStream.range(0, clouds)
                .mapToObj(item -> noise.draw(points, 1, item))
                .toList();
        Generator generator = new Generator(Backends.select(backend), 2);
        List<Cloud> ends = new ScoreReversal(generator, diffusion, ShapesScore.of(law))
                .run(new Clock(horizon, 0, steps, true), starts, 1);
        ShapePosterior posterior = new ShapePosterior(law, diffusion, 0);
        int[] counts = new int[law.shapes().size()];
        ends.forEach(cloud -> counts[posterior.shape(cloud)]++);
        double sum = 0;
        for (int k = 0; k < counts.length; k++) {
            double expected = clouds * law.probabilities()[k];
            sum += (counts[k] - expected) * (counts[k] - expected) / expected;
        }
        return sum;
    }

    private static double[][] score(Score score, Diffusion diffusion, double u, Cloud cloud) {
        Map<String, Double> values = new HashMap<>(Map.of("u", u, "points", (double) cloud.size(), "x", 0.0, "y", 0.0));
        diffusion.parameters().forEach((name, text) -> values.put(name, value(text, values)));
        score.parameters().forEach((name, text) -> values.put(name, value(text, values)));
        Map<String, Double> means = new HashMap<>();
        score.means()
                .forEach((name, text) -> means.put(
                        name,
                        Arrays.stream(cloud.points())
                                .mapToDouble(point -> value(text, at(point, values)))
                                .average()
                                .orElseThrow()));
        values.putAll(means);
        return Arrays.stream(cloud.points())
                .map(point -> score.components().stream()
                        .mapToDouble(text -> value(text, at(point, values)))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static Map<String, Double> at(double[] point, Map<String, Double> values) {
        Map<String, Double> all = new HashMap<>(values);
        all.put("x", point[0]);
        all.put("y", point[point.length - 1]);
        return all;
    }

    private static double value(String text, Map<String, Double> values) {
        return Parser.parse(text, values.keySet()).value(values::get);
    }

    /** log sum_k p_k prod_i eta_k(x_i), term by term. */
    private static double logDensity(CloudMixture<GaussianPoints> law, Cloud cloud, Diffusion diffusion, double u) {
        double a = diffusion.scale(u);
        double[] logs = new double[law.shapes().size()];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = Math.log(law.probabilities()[k]);
            GaussianMixture mixture = law.shapes().get(k).mixture();
            for (double[] point : cloud.points()) {
                double density = 0;
                for (int c = 0; c < mixture.components(); c++) {
                    double term = mixture.weights()[c];
                    for (int j = 0; j < point.length; j++) {
                        double variance = a * a * mixture.variances()[c][j] + diffusion.variance(u);
                        double departure = point[j] - a * mixture.means()[c][j];
                        term *= Math.exp(-departure * departure / (2 * variance)) / Math.sqrt(variance);
                    }
                    density += term;
                }
                logs[k] += Math.log(density);
            }
        }
        double greatest = Arrays.stream(logs).max().orElseThrow();
        return greatest
                + Math.log(
                        Arrays.stream(logs).map(log -> Math.exp(log - greatest)).sum());
    }

    private static GaussianPoints bumps(double[] weights, double[][] means, double[][] variances) {
        return new GaussianPoints(new GaussianMixture(weights, means, variances, null));
    }
}
