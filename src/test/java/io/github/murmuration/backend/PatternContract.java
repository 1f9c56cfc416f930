package io.github.murmuration.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.BackwardClock;
import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.BackwardPaths.Endpoint;
import io.github.murmuration.ensemble.PathPatterns;
import io.github.murmuration.ensemble.PatternSampler;
import io.github.murmuration.ensemble.PatternTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What means over patterns and paths that go to patterns owe to everyone, on every backend that has them. */
@Tag("contract")
public abstract class PatternContract {

    /** Values of 20; a squared distance of 32 terms, in an exponent of 150, is wrong by 4 ulp at most: 20 * 150 * 4 * 6e-8. */
    private static final double ROUNDING = 7e-4;

    private static final float PRECISION = 0.7f;

    protected abstract Backend backend();

    /** Numbers of threads that must all give the reference's bits. */
    protected abstract int[] threads();

    @ParameterizedTest(name = "p {0}, d {1}, n {2}")
    @CsvSource({"1,1,1", "31,1,7", "32,2,65", "33,3,5", "1023,1,3", "1025,64,2", "4097,8,67", "70001,1,3", "1000,1,5000"
    })
    void theSameBitsAsTheReference(int p, int d, int n) {
        PatternTable patterns = patterns(p, d);
        float[] centres = centres(n, d);
        float[] expected = means(Backends.select("cpu-scalar"), 1, patterns, 0.7f, centres, n);
        for (int threads : threads()) {
            assertArrayEquals(expected, means(backend(), threads, patterns, 0.7f, centres, n), "threads " + threads);
        }
    }

    /** log of the sum over patterns, to the bits of the reference; float32 sums of positive terms are within 1e-5 of double precision. */
    @ParameterizedTest(name = "p {0}, d {1}, n {2}")
    @CsvSource({"1,1,1", "33,3,5", "1025,2,67", "70001,1,3"})
    void sumsOfWeightsAreThoseOfTheReferenceAndOfDoublePrecision(int p, int d, int n) {
        PatternTable patterns = patterns(p, d);
        float[] centres = centres(n, d);
        PatternEvaluator.SoftMax expected = softMax(Backends.select("cpu-scalar"), 1, patterns, centres, n);
        for (int threads : threads()) {
            PatternEvaluator.SoftMax found = softMax(backend(), threads, patterns, centres, n);
            assertArrayEquals(expected.least(), found.least());
            assertArrayEquals(expected.totals(), found.totals());
        }
        for (int i = 0; i < n; i++) {
            assertEquals(
                    logSum(patterns, centres, i * d), expected.logSum(i, PRECISION), 1e-5 * (1 + expected.least()[i]));
        }
    }

    private static PatternEvaluator.SoftMax softMax(
            Backend backend, int threads, PatternTable patterns, float[] centres, int n) {
        PatternEvaluator.SoftMax found = PatternEvaluator.SoftMax.allocate(n, patterns.dimension());
        try (PatternEvaluator evaluator = backend.patterns(threads)) {
            evaluator.softMax(patterns, PRECISION, centres, n, found);
        }
        return found;
    }

    private static double logSum(PatternTable patterns, float[] centres, int from) {
        double[] exponents = new double[patterns.count()];
        for (int i = 0; i < exponents.length; i++) {
            for (int j = 0; j < patterns.dimension(); j++) {
                exponents[i] -= 0.5 * PRECISION * Math.pow((double) patterns.get(i, j) - centres[from + j], 2);
            }
        }
        double greatest = Arrays.stream(exponents).max().orElseThrow();
        return greatest
                + Math.log(Arrays.stream(exponents)
                        .map(e -> Math.exp(e - greatest))
                        .sum());
    }

    @ParameterizedTest(name = "p {0}, d {1}, precision {2}")
    @CsvSource({"1,1,1", "50,1,10", "1000,2,0.01", "1000,32,0.1", "100000,1,0.1", "100000,1,1e-30"})
    void meansAreThoseOfDoublePrecision(int p, int d, float precision) {
        PatternTable patterns = patterns(p, d);
        float[] centres = centres(4, d);
        float[] means = means(backend(), 2, patterns, precision, centres, 4);
        for (int i = 0; i < 4; i++) {
            double[] mean = mean(patterns, precision, centres, i * d);
            for (int j = 0; j < d; j++) {
                assertEquals(mean[j], means[i * d + j], ROUNDING);
            }
        }
    }

    /** exp(-a |y - c|^2 / 2) is below the smallest double for every pattern here; the nearest must still decide. */
    @ParameterizedTest
    @ValueSource(floats = {1e-2f, 1e2f, 1e6f, 1e12f, 1e20f})
    void nothingUnderflows(float precision) {
        PatternTable far = PatternTable.of(new double[][] {{4096}, {4097}, {-5000}, {4096.5}});
        float[] means = means(backend(), 1, far, precision, new float[] {0f, 4e6f, -4e6f}, 3);
        assertEquals(mean(far, precision, new float[] {0f}, 0)[0], means[0], 1e-3 * 4096);
        assertEquals(4097, means[1], 1e-3);
        assertEquals(-5000, means[2], 1e-3);
    }

    @Test
    void equallyNearPatternsShareTheirWeight() {
        PatternTable pair = PatternTable.of(new double[][] {{-1, 2}, {1, 2}, {0, 50}});
        assertArrayEquals(new float[] {0, 2}, means(backend(), 1, pair, 1e9f, new float[] {0, 0}, 1));
    }

    @Test
    void whatLiesBeyondTheFirstPatternsIsNotSeen() {
        PatternTable many = patterns(3000, 2);
        float[] centres = centres(5, 2);
        for (int p : new int[] {1, 17, 1024, 1500}) {
            float[] expected = means(backend(), 1, patterns(p, 2), 0.3f, centres, 5);
            assertArrayEquals(expected, means(backend(), 1, many.first(p), 0.3f, centres, 5));
        }
    }

    private static final BackwardClock CLOCK = new BackwardClock(4, 3);

    /** After a step, before the start and at the end, and one of them twice. */
    private static final int[] OBSERVED = {1, 0, 3, 1};

    /** Numbers of paths about noise columns and tiles, numbers of patterns about tiles and spans of 64 tiles. */
    @ParameterizedTest(name = "p {0}, d {1}, first {2}, n {3}")
    @CsvSource({"1,1,0,1", "40,1,1000,50", "1030,2,255,3", "3000,1,2040,9", "70001,1,7,2"})
    void pathsAreTheReferences(int p, int d, long first, int n) {
        PathPatterns listed = new PathPatterns.Listed(patterns(p, d), new int[] {p, (p + 1) / 2});
        PathPatterns drawn = new PathPatterns.Drawn(mixture(d), new int[] {(p + 2) / 3, p});
        PathPatterns chosen = new PathPatterns.Chosen(mixture(d), chosen(p, n));
        for (PathPatterns patterns : List.of(listed, drawn, chosen)) {
            for (Endpoint endpoint : Endpoint.values()) {
                checkPaths(new BackwardPaths(CLOCK, start(d), 11, first, n, OBSERVED), endpoint, patterns);
            }
        }
    }

    private void checkPaths(BackwardPaths paths, Endpoint endpoint, PathPatterns patterns) {
        double[][] expected = paths(Backends.select("cpu-scalar"), 1, paths, endpoint, patterns);
        assertArrayEquals(expected[0], expected[3]);
        assertEquals(paths.start()[0], expected[1][0]);
        for (int threads : threads()) {
            double[][] found = paths(backend(), threads, paths, endpoint, patterns);
            for (int o = 0; o < found.length; o++) {
                assertArrayEquals(expected[o], found[o], patterns.getClass() + ", " + endpoint + ", observed " + o);
            }
        }
    }

    /** A path of several does not depend on the others, nor a selection of patterns. */
    @Test
    void aPathIsItsOwn() {
        double[] many = ends(0, 600, new int[] {7, 1030, 20});
        double[] alone = ends(300, 1, new int[] {1030});
        assertArrayEquals(alone, Arrays.copyOfRange(many, (300 * 3 + 1) * 2, (300 * 3 + 2) * 2));
    }

    private double[] ends(long first, int n, int[] counts) {
        BackwardPaths paths = new BackwardPaths(CLOCK, start(2), 5, first, n, new int[] {3});
        return paths(backend(), 2, paths, Endpoint.MEAN, new PathPatterns.Drawn(mixture(2), counts))[0];
    }

    private static double[][] paths(
            Backend backend, int threads, BackwardPaths paths, Endpoint endpoint, PathPatterns patterns) {
        try (PatternEvaluator evaluator = backend.patterns(threads)) {
            return evaluator.paths(paths, endpoint, patterns);
        }
    }

    private static double[] start(int d) {
        double[] start = new double[d];
        Arrays.setAll(start, j -> 0.5 + j);
        return start;
    }

    /** Two components; correlated where there is more than one coordinate. */
    private static GaussianMixture mixture(int d) {
        double[][] means = new double[2][d];
        double[][] variances = new double[2][d];
        double[][][] rotations = new double[2][d][d];
        for (int k = 0; k < 2; k++) {
            for (int j = 0; j < d; j++) {
                means[k][j] = 3 * k - j;
                variances[k][j] = 1 + k + j;
                rotations[k][j][j] = 1;
            }
        }
        for (int j = 0; j + 1 < d; j += 2) {
            rotations[1][j][j] = 0.6;
            rotations[1][j][j + 1] = -0.8;
            rotations[1][j + 1][j] = 0.8;
            rotations[1][j + 1][j + 1] = 0.6;
        }
        return new GaussianMixture(new double[] {0.3, 0.7}, means, variances, d == 1 ? null : rotations);
    }

    /** Patterns of a path in two selections, from the last ones down and every other one. */
    private static int[][][] chosen(int p, int n) {
        int[][][] chosen = new int[n][2][];
        for (int i = 0; i < n; i++) {
            int shift = i;
            chosen[i][0] = IntStream.range(0, (p + 1) / 2).map(m -> p - 1 - m).toArray();
            chosen[i][1] = IntStream.range(0, (p + 2) / 3)
                    .map(m -> (2 * m + shift) % p)
                    .toArray();
        }
        return chosen;
    }

    static PatternTable patterns(int p, int d) {
        double[] variances = new double[d];
        Arrays.fill(variances, 25);
        GaussianMixture law =
                new GaussianMixture(new double[] {1}, new double[][] {new double[d]}, new double[][] {variances}, null);
        return new PatternSampler(law, 5).draw(2, p);
    }

    private static float[] centres(int n, int d) {
        PatternTable drawn = patterns(n, d);
        float[] centres = new float[n * d];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = 1.5f * drawn.get(i / d, d - 1 - i % d) + 0.1f;
        }
        return centres;
    }

    private static float[] means(
            Backend backend, int threads, PatternTable patterns, float precision, float[] centres, int n) {
        PatternEvaluator.SoftMax found = PatternEvaluator.SoftMax.allocate(n, patterns.dimension());
        try (PatternEvaluator evaluator = backend.patterns(threads)) {
            evaluator.softMax(patterns, precision, centres, n, found);
        }
        return found.means();
    }

    private static double[] mean(PatternTable patterns, double precision, float[] centres, int at) {
        double[] logs = new double[patterns.count()];
        for (int i = 0; i < logs.length; i++) {
            for (int j = 0; j < patterns.dimension(); j++) {
                logs[i] -= 0.5 * precision * Math.pow((double) patterns.get(i, j) - centres[at + j], 2);
            }
        }
        double largest = Arrays.stream(logs).max().orElseThrow();
        double total = Arrays.stream(logs).map(l -> Math.exp(l - largest)).sum();
        double[] mean = new double[patterns.dimension()];
        for (int i = 0; i < logs.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += Math.exp(logs[i] - largest) / total * patterns.get(i, j);
            }
        }
        return mean;
    }
}
