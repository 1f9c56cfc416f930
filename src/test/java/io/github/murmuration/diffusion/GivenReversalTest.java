package io.github.murmuration.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.cloud.NoisedLaw;
import io.github.murmuration.cloud.SurfaceFamily;
import io.github.murmuration.cloud.SurfaceKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenReversalTest {

    private static final Diffusion DIFFUSION = VariancePreserving.ofUnitRate(10);

    /** Central differences in float64; the score's sums are float32, about 1e-6 of the centres x/a times a/V. */
    @ParameterizedTest
    @CsvSource({"4", "0.5", "0.05"})
    void theScoreIsTheGradientOfTheLogDensity(double u) {
        GivenClouds given = new GivenClouds(surfaces(3, 50), 0.2);
        Cloud cloud = new NoisedLaw(given.law(), DIFFUSION.scale(u), Math.sqrt(DIFFUSION.variance(u))).draw(5, 2, 0);
        double[][] score;
        try (PatternEvaluator evaluator = Backends.select("cpu").patterns(1)) {
            score = new GivenScore(DIFFUSION, given, evaluator).at(u, cloud);
        }
        double h = 1e-5;
        for (int i = 0; i < cloud.size(); i++) {
            for (int j = 0; j < 3; j++) {
                double x = cloud.points()[i][j];
                cloud.points()[i][j] = x + h;
                double above = logDensity(given, cloud, u);
                cloud.points()[i][j] = x - h;
                double below = logDensity(given, cloud, u);
                cloud.points()[i][j] = x;
                assertEquals((above - below) / (2 * h), score[i][j], 2e-5 * (1 + Math.abs(score[i][j])));
            }
        }
    }

    /** One given point: Gaussians about it, of which every Euler step is known. Within 4 standard errors: one in 5000 fails. */
    @Test
    void aCloudOfOnePointIsTheGaussianOfTheRecursion() {
        ExchangeableGaussian law = new ExchangeableGaussian(1.5, 0, 0.09, 1);
        GivenClouds given = new GivenClouds(List.of(new Cloud(new double[][] {{1.5}})), 0.3);
        Clock clock = new Clock(10, 0, 50, true);
        int n = 5000;
        List<Cloud> starts = List.of(new ExchangeableGaussian(0, 0, 1, 1).draw(n, 1, 0));
        Cloud end;
        try (PatternEvaluator evaluator = Backends.select("cpu").patterns(1)) {
            end = new GivenReversal(DIFFUSION, given, evaluator)
                    .run(clock, starts, 1)
                    .get(0);
        }
        ExchangeableMoments expected = new ExchangeableMoments(0, 0, 1).reversed(law, DIFFUSION, clock, n);
        double mean = end.mean()[0];
        double variance = Arrays.stream(end.points())
                        .mapToDouble(point -> Math.pow(point[0] - mean, 2))
                        .sum()
                / (n - 1);
        assertEquals(expected.mean(), mean, 4 * Math.sqrt(expected.own() / n));
        assertEquals(expected.own(), variance, 4 * expected.own() * Math.sqrt(2.0 / n));
    }

    @Test
    void everyBackendMakesTheSameClouds() {
        GivenClouds given = new GivenClouds(surfaces(3, 70), 0.1);
        List<Cloud> reference = run("cpu-scalar", given);
        assertSame(reference, run("cpu", given));
        if (available("cuda")) {
            assertSame(reference, run("cuda", given));
        }
    }

    /** Before the choice every step takes 30 points times 3 clouds of 70, afterwards one cloud: far fewer than if it were never made. */
    @Test
    void onceACloudIsChosenItIsTheOnlyOne() {
        GivenClouds given = new GivenClouds(surfaces(3, 70), 0.1);
        try (PatternEvaluator evaluator = Backends.select("cpu").patterns(1)) {
            GivenScore score = new GivenScore(DIFFUSION, given, evaluator);
            Cloud chosen = given.clouds().get(1);
            score.at(5, chosen);
            assertEquals(3 * 70 * 70, score.pairs());
            score.at(0.01, chosen);
            assertEquals(6 * 70 * 70, score.pairs());
            score.at(0.01, given.clouds().get(0));
            assertEquals(7 * 70 * 70, score.pairs());
        }
    }

    private static List<Cloud> surfaces(int clouds, int points) {
        SurfaceFamily family = new SurfaceFamily(List.of(SurfaceKind.values()));
        return IntStream.range(0, clouds)
                .mapToObj(item -> family.draw(points, 1, item))
                .toList();
    }

    private static List<Cloud> run(String backend, GivenClouds given) {
        List<Cloud> starts = IntStream.range(0, 2)
                .mapToObj(item -> new ExchangeableGaussian(0, 0, 1, 3).draw(30, 1, item))
                .toList();
        try (PatternEvaluator evaluator = Backends.select(backend).patterns(2)) {
            return new GivenReversal(DIFFUSION, given, evaluator).run(new Clock(10, 0, 20, true), starts, 1);
        }
    }

    private static boolean available(String backend) {
        try {
            return Backends.select(backend) != null;
        } catch (UnavailableException e) {
            return false;
        }
    }

    static void assertSame(List<Cloud> expected, List<Cloud> found) {
        for (int c = 0; c < expected.size(); c++) {
            for (int i = 0; i < expected.get(c).size(); i++) {
                assertArrayEquals(expected.get(c).points()[i], found.get(c).points()[i], 0);
            }
        }
    }

    private static double logDensity(GivenClouds given, Cloud cloud, double u) {
        double a = DIFFUSION.scale(u);
        double variance = a * a * given.bandwidth() * given.bandwidth() + DIFFUSION.variance(u);
        double[] logs = new double[given.clouds().size()];
        for (int c = 0; c < logs.length; c++) {
            for (double[] x : cloud.points()) {
                double density = 0;
                for (double[] y : given.clouds().get(c).points()) {
                    double square = 0;
                    for (int j = 0; j < x.length; j++) {
                        square += Math.pow(x[j] - a * y[j], 2);
                    }
                    density += Math.exp(-square / (2 * variance));
                }
                logs[c] += Math.log(density / given.clouds().get(c).size());
            }
        }
        double greatest = Arrays.stream(logs).max().orElseThrow();
        return greatest
                + Math.log(
                        Arrays.stream(logs).map(log -> Math.exp(log - greatest)).sum());
    }
}
