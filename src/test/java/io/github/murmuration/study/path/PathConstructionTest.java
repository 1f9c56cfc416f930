package io.github.murmuration.study.path;

import static io.github.murmuration.study.path.Targets.CLOCK;
import static io.github.murmuration.study.path.Targets.CPU;
import static io.github.murmuration.study.path.Targets.START;
import static io.github.murmuration.study.path.Targets.ends;
import static io.github.murmuration.study.path.Targets.gaussian;
import static io.github.murmuration.study.path.Targets.mean;
import static io.github.murmuration.study.path.Targets.variance;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.ensemble.PatternSampler;
import io.github.murmuration.ensemble.PatternTable;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathConstructionTest {

    private static final int PATHS = 100_000;

    /** Standard error of a variance v from n normal values: v sqrt(2/n). */
    private static double error(double variance) {
        return variance * Math.sqrt(2.0 / PATHS);
    }

    /** 23.9887: the recursion of the small-step path for p = infinity, s = 5, B = 10, dtau = 0.1, solved exactly. */
    @Test
    @Tag("analytic")
    void theVarianceThatSmallStepsEndAt() {
        assertEquals(23.9887, new LinearResponse(CLOCK, 1, 5).variance(100), 5e-5);
    }

    /** Within 3 standard errors, of one seed; false alarm for a seed not looked at: 1 in 370. */
    @Test
    @Tag("statistical")
    void theMeanOfThePosteriorAloneEndsBelowTheTarget() {
        double[] x = ends(new InfinitePatterns(CLOCK, START, gaussian(1)), new PathNoise(3, 0, PATHS, 1));
        assertEquals(23.9887, variance(x), 3 * error(24));
    }

    /** Within 3 standard errors, of one seed; false alarm for a seed not looked at: 1 in 370. */
    @Test
    @Tag("statistical")
    void theMissingVarianceCompletesTheTarget() {
        double[] x = ends(new InfiniteGaussian(CLOCK, START, 5), new PathNoise(3, 0, PATHS, 1));
        assertEquals(25, variance(x), 3 * error(25));
        assertEquals(0, mean(x), 3 * Math.sqrt(25.0 / PATHS));
    }

    /** Exact for any step: three of them do. Kolmogorov-Smirnov; false alarm 1 in 1000. */
    @ParameterizedTest
    @ValueSource(ints = {3, 100})
    @Tag("statistical")
    void bothForwardConstructionsEndAtTheReference(int steps) {
        BackwardClock clock = new BackwardClock(10, steps);
        double[] pattern = {-7};
        double[] one = ends(new ForwardOneStep(clock, pattern, 5), new PathNoise(4, 0, 20_000, 1));
        double[] two = ends(new ForwardTwoStep(clock, pattern, 5), new PathNoise(5, 0, 20_000, 1));
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
        NormalDistribution reference = new NormalDistribution(0, 5);
        assertTrue(test.kolmogorovSmirnovTest(reference, one) > 1e-3);
        assertTrue(test.kolmogorovSmirnovTest(reference, two) > 1e-3);
        assertTrue(test.kolmogorovSmirnovTest(one, two) > 1e-3);
    }

    /** In the middle too: mean (1 - tau/B) x_0, variance tau (B - tau)/B + (tau s/B)^2. 5 standard errors: 1 in 4e5. */
    @Test
    @Tag("statistical")
    void bothForwardConstructionsAgreeOnTheWay() {
        double[] pattern = {-7};
        for (PathConstruction forward :
                new PathConstruction[] {new ForwardOneStep(CLOCK, pattern, 5), new ForwardTwoStep(CLOCK, pattern, 5)}) {
            double[] x = DistanceSweep.states(forward, new PathNoise(6, 0, 50_000, 1), CLOCK, new double[] {6})[0];
            double expected = 4 * 6.0 / 10 + Math.pow(4 * 5.0 / 10, 2);
            assertEquals(0.6 * -7, mean(x), 5 * Math.sqrt(expected / 50_000), forward.name());
            assertEquals(expected, variance(x), 5 * expected * Math.sqrt(2.0 / 50_000), forward.name());
        }
    }

    /** Each of 8 patterns with probability 1/8, within 5 standard errors: false alarm 1 in 2e5. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 100})
    @Tag("statistical")
    void exactBackwardPathsEndOnEveryPatternEquallyOften(int steps) {
        PatternTable patterns = PatternTable.of(new double[][] {{-9}, {-4}, {-3.9}, {0}, {1}, {2}, {6}, {12}});
        int paths = 8000;
        try (PatternEvaluator evaluator = CPU.patterns(2)) {
            BackwardExact exact = new BackwardExact(new BackwardClock(10, steps), START, patterns, evaluator);
            double[] x = ends(exact, new PathNoise(7, 0, paths, 1));
            for (int mu = 0; mu < 8; mu++) {
                double y = patterns.get(mu, 0);
                long count = Arrays.stream(x).filter(end -> end == y).count();
                assertEquals(paths / 8.0, count, 5 * Math.sqrt(paths * 7 / 64.0));
            }
        }
    }

    /** One pattern leaves a Brownian bridge: variance tau (B - tau)/B at tau = 5. 5 standard errors. */
    @Test
    @Tag("analytic")
    void onePatternLeavesABridge() {
        PatternTable one = PatternTable.of(new double[][] {{3, -2}});
        try (PatternEvaluator evaluator = CPU.patterns(1)) {
            BackwardSmallStep path = new BackwardSmallStep(CLOCK, new double[] {1, 1}, one, evaluator);
            double[][] x = DistanceSweep.states(path, new PathNoise(8, 0, 20_000, 2), CLOCK, new double[] {5, 0});
            double[] first = new double[20_000];
            Arrays.setAll(first, i -> x[0][2 * i]);
            assertEquals(2, mean(first), 5 * Math.sqrt(2.5 / 20_000));
            assertEquals(2.5, variance(first), 5 * 2.5 * Math.sqrt(2.0 / 20_000));
            assertEquals(3, x[1][0], 1e-6);
            assertEquals(-2, x[1][1], 1e-6);
        }
    }

    /** Cov(x(tau), x(tau')) of the bridge, 3 (10 - 7)/10 at 3 and 7. 5 standard errors. */
    @Test
    @Tag("statistical")
    void bisectionGivesTheBridge() {
        BackwardClock clock = new BackwardClock(10, 64);
        int paths = 50_000;
        PathConstruction bisection = new SymmetricBisection(clock, START, new double[] {5});
        double[][] x =
                DistanceSweep.states(bisection, new PathNoise(9, 0, paths, 1), clock, new double[] {6.875, 3.125, 0});
        double[] product = new double[paths];
        double[] line = {1 + 4 * 0.3125, 1 + 4 * 0.6875};
        Arrays.setAll(product, i -> (x[0][i] - line[0]) * (x[1][i] - line[1]));
        double covariance = 3.125 * 3.125 / 10;
        double error = Math.sqrt((Math.pow(6.875 * 3.125 / 10, 2) + covariance * covariance) / paths);
        assertEquals(covariance, mean(product), 5 * error);
        assertEquals(5, x[2][0]);
    }

    /** Steps as short as 1e-5 at the end: a = 1e5, and patterns far from all paths; each path ends at the nearest pattern. */
    @Test
    @Tag("analytic")
    void shortStepsAndFarPatternsDoNotUnderflow() {
        BackwardClock clock = new BackwardClock(0.01, 1000);
        PatternTable far = PatternTable.of(new double[][] {{500}, {503}, {-600}});
        try (PatternEvaluator evaluator = CPU.patterns(1)) {
            double[] x = ends(new BackwardSmallStep(clock, START, far, evaluator), new PathNoise(1, 0, 200, 1));
            for (double end : x) {
                assertTrue(Arrays.asList(500.0, 503.0, -600.0).contains((double) Math.round(end)), "end " + end);
                assertEquals(Math.round(end), end, 1e-3);
            }
        }
    }

    @Test
    @Tag("parity")
    void theSamePathsOnEveryBackendAndAnyNumberOfThreads() {
        PatternTable patterns = new PatternSampler(gaussian(3), 2).draw(0, 1500);
        double[] expected = end(patterns, "cpu-scalar", 1);
        assertArrayEquals(expected, end(patterns, "cpu", 1));
        assertArrayEquals(expected, end(patterns, "cpu", 3));
    }

    /** Paths keep their noise when there are more of them, and when they are built one by one. */
    @Test
    @Tag("parity")
    void aPathDoesNotDependOnItsCompany() {
        InfinitePatterns infinite = new InfinitePatterns(CLOCK, START, gaussian(1));
        double[] many = ends(infinite, new PathNoise(2, 0, 600, 1));
        assertEquals(many[300], ends(infinite, new PathNoise(2, 300, 1, 1))[0]);
    }

    private static double[] end(PatternTable patterns, String backend, int threads) {
        double[] start = {1, 1, 1};
        try (PatternEvaluator evaluator = Backends.select(backend).patterns(threads)) {
            return ends(
                    new BackwardSmallStep(new BackwardClock(10, 20), start, patterns, evaluator),
                    new PathNoise(1, 0, 70, 3));
        }
    }
}
