package io.github.murmuration.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.cloud.ThreeShapes;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.diffusion.Clock;
import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.Generator;
import io.github.murmuration.diffusion.Score;
import io.github.murmuration.diffusion.ScoreReversal;
import io.github.murmuration.diffusion.VariancePreserving;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadialBasisTest {

    private static final Diffusion DIFFUSION = VariancePreserving.ofUnitRate(6);

    /** Of three points two are near each other: f = 1 - 0.25/4 and f^2 times half a displacement of (0.3, -0.4), over N = 3. */
    @Test
    void functionsAreSumsOverPointsWithinTheReach() {
        double[][] points = {{1, 2}, {0.7, 2.4}, {9, 2}};
        RadialBasis basis = new RadialBasis(2, 2, 2, 0.2);
        double[][] rows = new double[3][basis.size()];
        basis.values(points, 0.8, 0.36, rows);
        double f = 1 - 0.25 / 4;
        double[] near = {1, 1, 2, f * 0.3 / 3, -f * 0.4 / 3, f * f * 0.3 / 3, -f * f * 0.4 / 3};
        assertArrayEquals(near, rows[0], 1e-15);
        assertArrayEquals(new double[] {1, 9, 2, 0, 0, 0, 0}, rows[2]);
    }

    /**
     * Of an exchangeable Gaussian S_i = a m/P - x_i/P - (1/S - 1/P) (x_i - mean), P = S + N Q. With a reach of 100 the function of power 1 is
     * x_i - mean but for |x_i - x_j|^2/10^4 of it, 3e-4 on average. Bounds as those of the affine basis, see ScoreMatchingTest.
     */
    @Test
    void theCoefficientsOfGaussianCloudsAreKnown() {
        int points = 30;
        double[] levels = {0.1, 0.4, 1, 2};
        ExchangeableGaussian law = new ExchangeableGaussian(1.5, 0.8, 0.05, 1);
        LearnedScore learned = fit(clouds(law, points, 1500), new RadialBasis(1, 1, 100, 0.2), levels);
        for (int l = 0; l < levels.length; l++) {
            double a = DIFFUSION.scale(levels[l]);
            double own = a * a * 0.05 + DIFFUSION.variance(levels[l]);
            double ofMean = own + points * a * a * 0.8;
            double[] exact = {a * 1.5 / ofMean, -1 / ofMean, 1 / ofMean - 1 / own};
            double unit = learned.basis().unit(a, DIFFUSION.variance(levels[l]));
            for (int f = 0; f < exact.length; f++) {
                double found = learned.coefficients(l)[f][0] / unit;
                assertEquals(exact[f], found, 5 * learned.errors(l)[f][0] / unit + 1e-3 / own, "function " + f);
                assertEquals(exact[f], found, 0.02 / own, "function " + f + " at level " + l);
            }
        }
    }

    /**
     * Two points c + h and c - h, c normal of variance 1, h a mixture of N(1, 0.1) and N(-1, 0.1). Noised, with m = a, C = a^2 + s^2/2 and
     * V = 0.1 a^2 + s^2/2, the first has the score (-c/C + (m tanh(m h/V) - h)/V)/2, which is no affine function. Within reach functions find it
     * to 2 % of what affine ones leave.
     */
    @Test
    void theScoreOfPairsOfPointsIsFound() {
        double u = 0.2;
        RadialBasis basis = new RadialBasis(1, 8, 6, 0.2);
        LearnedScore learned = fit(pairs(6000, 1), basis, u);
        LearnedScore affine = fit(pairs(6000, 1), FourierBasis.affine(1, 0.2), u);
        Score exact = new Score(
                List.of("x"),
                Map.of("C", "a^2 + s2/2", "V", "0.1*a^2 + s2/2"),
                Map.of(),
                Map.of("c", "x"),
                List.of("0.5*(-c/C + (a*tanh(a*(x - c)/V) - (x - c))/V)"));
        HeldOut heldOut = new HeldOut(DIFFUSION, pairs(6000, 2), 6);
        Loss known = heldOut.loss(new WrittenScore(DIFFUSION, exact), u, Crew.of(1));
        double ofAffine =
                heldOut.loss(affine.interacting(0), u, Crew.of(1)).minus(known).mean();
        double found =
                heldOut.loss(learned.interacting(0), u, Crew.of(1)).minus(known).mean();
        assertTrue(ofAffine > 0.05, "affine functions leave " + ofAffine);
        assertTrue(Math.abs(found) < 0.02 * ofAffine, found + " of " + ofAffine);
    }

    @Test
    void theTextIsWhatWasFitted() {
        LearnedScore learned = shapes();
        double[][] points = ThreeShapes.law().draw(9, 8, 0).points();
        double[][] written = new WrittenScore(DIFFUSION, learned.interacting()).at(1, points);
        double[][] independent = new WrittenScore(DIFFUSION, learned.independent()).at(1, points);
        for (int i = 0; i < points.length; i++) {
            assertArrayEquals(learned.interacting(1).at(1, points)[i], written[i], 1e-12);
            assertArrayEquals(learned.independent(1).at(1, points)[i], independent[i], 1e-12);
        }
    }

    /** Steps whose drift is a pair mean over cells, on the vectors of a machine and one by one. */
    @ParameterizedTest
    @ValueSource(strings = "cpu")
    void everyBackendMakesTheSameClouds(String backend) {
        Score score = shapes().interacting();
        Clock clock = new Clock(1, 0.3, 20, true);
        List<Cloud> starts = clouds(ThreeShapes.law(), 37, 5);
        List<Cloud> scalar = reversed("cpu-scalar", score, clock, starts);
        List<Cloud> found = reversed(backend, score, clock, starts);
        for (int c = 0; c < starts.size(); c++) {
            for (int i = 0; i < 37; i++) {
                assertArrayEquals(scalar.get(c).points()[i], found.get(c).points()[i], 0);
            }
        }
    }

    private static List<Cloud> reversed(String backend, Score score, Clock clock, List<Cloud> starts) {
        Generator generator = new Generator(Backends.select(backend), 2);
        return new ScoreReversal(generator, DIFFUSION, score).run(clock, starts, 1);
    }

    private static LearnedScore shapes() {
        return fit(clouds(ThreeShapes.law(), 100, 40), new RadialBasis(2, 3, 0.7, 0.2), 0.3, 1);
    }

    private static LearnedScore fit(List<Cloud> clouds, Basis basis, double... levels) {
        return new ScoreMatching(DIFFUSION, basis, clouds, 4, 0, 7).fit(levels, Crew.of(1));
    }

    private static List<Cloud> clouds(CloudLaw law, int points, int count) {
        return IntStream.range(0, count).mapToObj(c -> law.draw(points, 1, c)).toList();
    }

    private static List<Cloud> pairs(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(c -> {
                    double centre = random.nextGaussian();
                    double half = (random.nextBoolean() ? 1 : -1) + Math.sqrt(0.1) * random.nextGaussian();
                    return new Cloud(new double[][] {{centre + half}, {centre - half}});
                })
                .toList();
    }
}
