package io.github.murmuration.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.cloud.NoisedLaw;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BranchingTest {

    private static final ExchangeableGaussian LAW = new ExchangeableGaussian(1.5, 0.8, 0.05, 1);
    private static final Diffusion DIFFUSION = VariancePreserving.ofUnitRate(6);
    private static final Clock CLOCK = new Clock(6, 0, 200, true);

    @Test
    void partsMeetWhereCopiesAreNoisedTo() {
        Branching branching = Branching.between(2, 0.5, 1, 0.04, 3);
        assertArrayEquals(new double[] {1, 0.36, 0.04}, branching.levels(), 1e-12);
        List<Clock> parts = branching.parts(new Clock(4, 0, 100, true));
        double[] ends = parts.stream()
                .flatMapToDouble(part -> DoubleStream.of(part.from(), part.to()))
                .toArray();
        assertArrayEquals(new double[] {4, 1, 1.5, 0.36, 0.54, 0.04, 0.06, 0}, ends, 1e-12);
        // roots 2 to 1, 1.2247 to 0.6, 0.7348 to 0.2 and 0.2449 to 0, of 2 in 100 steps
        assertArrayEquals(
                new int[] {50, 31, 27, 12},
                parts.stream().mapToInt(Clock::steps).toArray());
        assertEquals(3 * (50 + 2 * 31 + 4 * 27 + 8 * 12), branching.pointSteps(new Clock(4, 0, 100, true), 3));
        assertEquals(24, branching.points(3));
    }

    /** Mean, variance of the mean and variance within, as the recursion has them for correlated copies: within 3.5 standard errors, one in 2000. */
    @Test
    void correlatedCopiesHaveTheMomentsOfTheRecursion() {
        Branching branching = Branching.between(2, 0.3, 2, 0.1, 2);
        int start = 4;
        int clouds = 200;
        CloudLaw noised = new NoisedLaw(LAW, DIFFUSION.scale(6), Math.sqrt(DIFFUSION.variance(6)));
        List<Cloud> starts = IntStream.range(0, clouds)
                .mapToObj(item -> noised.draw(start, 1, item))
                .toList();
        Reversal reversal =
                new ScoreReversal(new Generator(Backends.select("cpu"), 1), DIFFUSION, ExchangeableScore.of(LAW));
        List<Cloud> ends = branching.run(reversal, DIFFUSION, CLOCK, starts, 1);
        assertEquals(16, ends.get(0).size());
        ExchangeableMoments expected = expected(branching, CLOCK, start);
        double[] means = ends.stream().mapToDouble(cloud -> cloud.mean()[0]).toArray();
        double mean =
                IntStream.range(0, clouds).mapToDouble(i -> means[i]).average().orElseThrow();
        double ofMean = IntStream.range(0, clouds)
                .mapToDouble(i -> Math.pow(means[i] - mean, 2) / (clouds - 1))
                .sum();
        double within =
                ends.stream().mapToDouble(BranchingTest::within).average().orElseThrow();
        assertEquals(expected.mean(), mean, 3.5 * Math.sqrt(expected.varianceOfMean(16) / clouds));
        assertEquals(expected.varianceOfMean(16), ofMean, 3.5 * expected.varianceOfMean(16) * Math.sqrt(2.0 / clouds));
        // 15 differences of one cloud, of which about 4 are independent
        assertEquals(expected.own(), within, 3.5 * expected.own() * Math.sqrt(2.0 / (4 * clouds)));
    }

    /**
     * Copies do not bring back what few points do not know: where the mean of N points decides, at noise u, b copies of them leave it the
     * excess variance S_u/a_u^2 (1/N - 1/(b N)), S_u = a^2 v + s^2, which only shrinks with u. Levels here are 0.2 to 0.05.
     */
    @Test
    void branchedCloudsKeepTheErrorOfTheirFewAncestors() {
        Branching branching = Branching.between(2, 0.3, 0.2, 0.05, 4);
        Clock fine = new Clock(6, 0, 2000, true);
        double excess = 0;
        int points = 4;
        for (double u : branching.levels()) {
            double forgotten = 0.05 + Math.expm1(u);
            excess += forgotten * (1.0 / points - 0.5 / points);
            points *= 2;
        }
        double unbranched = ExchangeableMoments.noised(LAW, DIFFUSION, 6)
                .reversed(LAW, DIFFUSION, fine, points)
                .varianceOfMean(points);
        assertEquals(excess, expected(branching, fine, 4).varianceOfMean(points) - unbranched, 0.05 * excess);
    }

    private static ExchangeableMoments expected(Branching branching, Clock clock, int start) {
        return branching.moments(ExchangeableMoments.noised(LAW, DIFFUSION, 6), LAW, DIFFUSION, clock, start);
    }

    private static double within(Cloud cloud) {
        double mean = cloud.mean()[0];
        double sum = 0;
        for (double[] point : cloud.points()) {
            sum += Math.pow(point[0] - mean, 2);
        }
        return sum / (cloud.size() - 1);
    }
}
