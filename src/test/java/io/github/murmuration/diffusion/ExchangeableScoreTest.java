package io.github.murmuration.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.cloud.NoisedLaw;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** mean-field-chaos.md, section 6: m = 1.5, tau2 = 0.8, s2 = 0.05, beta = 1, T = 6, steps of 0.004. */
class ExchangeableScoreTest {

    private static final double HORIZON = 6;
    private static final int STEPS = 1500;
    private static final Clock CLOCK = new Clock(HORIZON, 0, STEPS, false);
    private static final Diffusion DIFFUSION = VariancePreserving.ofUnitRate(HORIZON);
    private static final ExchangeableGaussian LAW = new ExchangeableGaussian(1.5, 0.8, 0.05, 1);
    private static final ExchangeableGaussian NOISE = new ExchangeableGaussian(0, 0, 1, 1);

    /**
     * Figures of the design: tau2 + s2/N for the mean of a cloud, from which the steps differ by their bias of first order, here -0.0036;
     * within a cloud what an independent program estimated, to about 2e-4.
     */
    @ParameterizedTest
    @CsvSource({"2, 0.8250, 0.0518", "100, 0.8005, 0.0519"})
    void theRecursionHasTheKnownMoments(int points, double ofMean, double within) {
        ExchangeableMoments end = recursion(ExchangeableMoments.noised(LAW, DIFFUSION, HORIZON), points);
        assertEquals(ofMean, end.varianceOfMean(points), 4e-3);
        assertEquals(within, end.own(), 3e-4);
    }

    @Test
    void fromIndependentNoiseTheMeanIsForgottenTooLittle() {
        ExchangeableMoments end = recursion(new ExchangeableMoments(0, 0, 1), 100);
        assertEquals(0.775, end.varianceOfMean(100), 5e-4);
        assertEquals(1.249, end.mean(), 5e-4);
        assertTrue(DIFFUSION.memory(100, HORIZON) > Math.exp(-8));
    }

    /** Steps that shrink by half bring the recursion to the law itself at first order: 2 of the finer less 1 of the coarser is the law. */
    @ParameterizedTest
    @CsvSource({"2", "100"})
    void theRecursionConvergesToTheLaw(int points) {
        ExchangeableMoments start = ExchangeableMoments.noised(LAW, DIFFUSION, HORIZON);
        ExchangeableMoments coarse = start.reversed(LAW, DIFFUSION, new Clock(HORIZON, 0, 6000, false), points);
        ExchangeableMoments fine = start.reversed(LAW, DIFFUSION, new Clock(HORIZON, 0, 12000, false), points);
        assertEquals(1.5, 2 * fine.mean() - coarse.mean(), 1e-5);
        assertEquals(0.8 + 0.05 / points, 2 * fine.varianceOfMean(points) - coarse.varianceOfMean(points), 1e-5);
        assertEquals(0.05, 2 * fine.own() - coarse.own(), 1e-5);
    }

    /** Within 3 standard errors, of which one in 370 fails; the seed is fixed. */
    @ParameterizedTest
    @CsvSource({"2, 1000, 1", "100, 200, 2"})
    void cloudsHaveTheMomentsOfTheRecursion(int points, int clouds, long seed) {
        CloudLaw start = new NoisedLaw(LAW, DIFFUSION.scale(HORIZON), Math.sqrt(DIFFUSION.variance(HORIZON)));
        assertMoments(
                start, recursion(ExchangeableMoments.noised(LAW, DIFFUSION, HORIZON), points), points, clouds, seed);
    }

    @Test
    void cloudsFromIndependentNoiseHaveTheMomentsOfTheRecursion() {
        assertMoments(NOISE, recursion(new ExchangeableMoments(0, 0, 1), 100), 100, 200, 3);
    }

    @ParameterizedTest
    @CsvSource({"2, 0.54248", "10, 1.16254", "100, 1.37971", "1000, 1.41177"})
    void entropyIsThatOfTheDesign(int points, double expected) {
        assertEquals(expected, new ExchangeableMoments(1.5, 0.8, 0.05).entropy(points, 1.5, 0.85), 5e-6);
    }

    /** Three step sizes remove what is of first and second order; the bias at 0.004 is -0.009 to -0.022. */
    @ParameterizedTest
    @CsvSource({"2, 0.54248", "10, 1.16254", "100, 1.37971", "1000, 1.41177"})
    void entropyOfTheRecursionConvergesToThatOfTheLaw(int points, double expected) {
        double coarse = entropy(points, 1500);
        double middle = entropy(points, 3000);
        double fine = entropy(points, 6000);
        assertEquals(expected, (8 * fine - 6 * middle + coarse) / 3, 2e-5);
        assertEquals(-0.0155, coarse - expected, 0.0065);
    }

    /** From estimated moments, in the delta method's standard errors: 3 of them, one in 370 for each; the seed is fixed. */
    @ParameterizedTest
    @CsvSource({"2, 100000", "10, 20000", "100, 20000", "1000, 2000"})
    @Tag("slow")
    void entropyOfCloudsIsThatOfTheRecursion(int points, int clouds) {
        ExchangeableMoments found = estimated(noised(), points, clouds, 4);
        ExchangeableMoments expected = recursion(ExchangeableMoments.noised(LAW, DIFFUSION, HORIZON), points);
        assertEquals(
                expected.entropy(points, 1.5, 0.85),
                found.entropy(points, 1.5, 0.85),
                3 * entropyError(expected, points, clouds));
    }

    /** Of the variance of the mean and that within, which are independent; the departure of the mean is of second order. */
    private static double entropyError(ExchangeableMoments moments, int points, int clouds) {
        double ofMean = moments.varianceOfMean(points);
        double own = moments.own();
        double byOfMean = 0.5 * (1 / 0.85 - 1 / (points * ofMean));
        double byOwn = 0.5 * (1 - 1.0 / points) * (1 / 0.85 - 1 / own);
        return Math.hypot(
                byOfMean * ofMean * Math.sqrt(2.0 / clouds), byOwn * own * Math.sqrt(2.0 / (clouds * (points - 1.0))));
    }

    private static double entropy(int points, int steps) {
        return ExchangeableMoments.noised(LAW, DIFFUSION, HORIZON)
                .reversed(LAW, DIFFUSION, new Clock(HORIZON, 0, steps, false), points)
                .entropy(points, 1.5, 0.85);
    }

    @Test
    void everyBackendMakesTheSameCloudsInThreeDimensions() {
        ExchangeableGaussian law = new ExchangeableGaussian(1.5, 0.8, 0.05, 3);
        Clock clock = new Clock(HORIZON, 0, 40, true);
        List<Cloud> starts =
                IntStream.range(0, 5).mapToObj(i -> law.draw(37, 1, i)).toList();
        var model = ReverseModel.of(DIFFUSION, ExchangeableScore.of(law), clock, 37);
        List<Cloud> scalar = new Generator(Backends.select("cpu-scalar"), 1).run(model, 40, starts, 1);
        List<Cloud> vector = new Generator(Backends.select("cpu"), 2).run(model, 40, starts, 1);
        for (int c = 0; c < starts.size(); c++) {
            for (int i = 0; i < 37; i++) {
                assertArrayEquals(scalar.get(c).points()[i], vector.get(c).points()[i], 0);
            }
        }
    }

    private static ExchangeableMoments recursion(ExchangeableMoments start, int points) {
        return start.reversed(LAW, DIFFUSION, CLOCK, points);
    }

    private static CloudLaw noised() {
        return new NoisedLaw(LAW, DIFFUSION.scale(HORIZON), Math.sqrt(DIFFUSION.variance(HORIZON)));
    }

    private static void assertMoments(CloudLaw start, ExchangeableMoments expected, int points, int clouds, long seed) {
        ExchangeableMoments found = estimated(start, points, clouds, seed);
        double ofMean = expected.varianceOfMean(points);
        assertEquals(expected.mean(), found.mean(), 3 * Math.sqrt(ofMean / clouds));
        assertEquals(ofMean, found.varianceOfMean(points), 3 * ofMean * Math.sqrt(2.0 / clouds));
        assertEquals(expected.own(), found.own(), 3 * expected.own() * Math.sqrt(2.0 / (clouds * (points - 1.0))));
    }

    private static ExchangeableMoments estimated(CloudLaw start, int points, int clouds, long seed) {
        List<Cloud> starts = IntStream.range(0, clouds)
                .mapToObj(item -> start.draw(points, seed, item))
                .toList();
        var model = ReverseModel.of(DIFFUSION, ExchangeableScore.of(LAW), CLOCK, points);
        List<Cloud> ends = new Generator(Backends.select("cpu"), 2).run(model, STEPS, starts, seed);
        double mean =
                ends.stream().mapToDouble(cloud -> cloud.mean()[0]).average().orElseThrow();
        double ofMean = 0;
        double within = 0;
        for (Cloud cloud : ends) {
            double own = cloud.mean()[0];
            ofMean += (own - mean) * (own - mean) / (clouds - 1);
            for (double[] point : cloud.points()) {
                within += (point[0] - own) * (point[0] - own) / ((points - 1.0) * clouds);
            }
        }
        return new ExchangeableMoments(mean, ofMean - within / points, within);
    }
}
