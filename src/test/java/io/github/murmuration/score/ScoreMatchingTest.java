package io.github.murmuration.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.cloud.ThreeShapes;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.ExchangeableScore;
import io.github.murmuration.diffusion.VariancePreserving;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreMatchingTest {

    private static final int POINTS = 100;
    private static final Diffusion DIFFUSION = VariancePreserving.ofUnitRate(6);
    private static final ExchangeableGaussian GAUSSIAN = new ExchangeableGaussian(1.5, 0.8, 0.05, 1);
    private static final double[] LEVELS = {0.01, 0.1, 0.4, 1, 2, 4, 6};

    /**
     * Of an exchangeable Gaussian S_i = a m/P - x_i/P - (1/S - 1/P) (x_i - mean), P = S + N Q: the basis {1, x_i, x_i - mean} has it. All
     * coefficients are within five of their standard errors, which one set of 21 in 10^5 is not; the sum of the last two, 1/S, is within
     * 2 %, and each of them is within 2 % of 1/S.
     */
    @Test
    void theCoefficientsOfGaussianCloudsAreKnown() {
        LearnedScore learned = fit(GAUSSIAN, FourierBasis.affine(1, 0.2), 2000, 4, LEVELS);
        for (int l = 0; l < LEVELS.length; l++) {
            double u = LEVELS[l];
            double a = DIFFUSION.scale(u);
            double own = a * a * 0.05 + DIFFUSION.variance(u);
            double ofMean = own + POINTS * a * a * 0.8;
            double[] exact = {a * 1.5 / ofMean, -1 / ofMean, 1 / ofMean - 1 / own};
            double unit = learned.basis().unit(a, DIFFUSION.variance(u));
            for (int f = 0; f < exact.length; f++) {
                double found = learned.coefficients(l)[f][0] / unit;
                assertEquals(exact[f], found, 5 * learned.errors(l)[f][0] / unit, "function " + f + " at " + u);
                assertEquals(exact[f], found, 0.02 / own, "function " + f + " at " + u);
            }
        }
    }

    /**
     * With the score the loss is 1 - s^2 E|S_i|^2, and E|S_i|^2 is (1 - Q/(S + N Q))/S. Independent points have S_i = -(x_i - a m)/(S + Q),
     * of which the loss is 1 - s^2/(S + Q). All within five standard errors.
     */
    @Test
    void lossesOfGaussianCloudsAreKnown() {
        double u = 0.4;
        double a = DIFFUSION.scale(u);
        double s2 = DIFFUSION.variance(u);
        double own = a * a * 0.05 + s2;
        double common = a * a * 0.8;
        LearnedScore learned = fit(GAUSSIAN, FourierBasis.affine(1, 0.2), 1000, 1, new double[] {u});
        HeldOut heldOut = new HeldOut(DIFFUSION, clouds(GAUSSIAN, 1000, 5), 6);
        Crew<Object> crew = Crew.of(1);
        Loss exact = heldOut.loss(new WrittenScore(DIFFUSION, ExchangeableScore.of(GAUSSIAN)), u, crew);
        Loss independent = heldOut.loss(learned.independent(0), u, crew);
        Loss excess = heldOut.loss(learned.interacting(0), u, crew).minus(exact);
        double floor = 1 - s2 * (1 - common / (own + POINTS * common)) / own;
        assertEquals(floor, exact.mean(), 5 * exact.error());
        assertEquals(1 - s2 / (own + common), independent.mean(), 5 * independent.error() + 1e-3);
        assertEquals(0, excess.mean(), 1e-3 * floor);
    }

    @Test
    void theTextIsWhatWasFitted() {
        FourierBasis basis = FourierBasis.random(2, 5, 3, 0.7, 0.2, 3);
        LearnedScore learned = fit(ThreeShapes.law(), basis, 40, 1, new double[] {0.3, 1});
        double[][] points = ThreeShapes.law().draw(9, 8, 0).points();
        double[][] written = new WrittenScore(DIFFUSION, learned.interacting()).at(1, points);
        double[][] independent = new WrittenScore(DIFFUSION, learned.independent()).at(1, points);
        for (int i = 0; i < points.length; i++) {
            assertArrayEquals(learned.interacting(1).at(1, points)[i], written[i], 1e-5);
            assertArrayEquals(learned.independent(1).at(1, points)[i], independent[i], 1e-5);
        }
    }

    @Test
    void threadsDoNotChangeTheFit() {
        FourierBasis basis = FourierBasis.random(2, 4, 4, 0.7, 0.2, 3);
        ScoreMatching matching = new ScoreMatching(DIFFUSION, basis, clouds(ThreeShapes.law(), 130, 1), 2, 1e-6, 7);
        try (Crew<Object> one = Crew.of(1);
                Crew<Object> three = Crew.of(3)) {
            LearnedScore alone = matching.fit(new double[] {0.5}, one);
            LearnedScore shared = matching.fit(new double[] {0.5}, three);
            for (int f = 0; f < basis.size(); f++) {
                assertArrayEquals(alone.coefficients(0)[f], shared.coefficients(0)[f]);
                assertArrayEquals(alone.errors(0)[f], shared.errors(0)[f]);
            }
        }
    }

    /** A ridge of 1000 times every square leaves a thousandth of the coefficients to the clouds; none leaves all. */
    @Test
    void theShareThatCloudsDecideIsTold() {
        List<Cloud> clouds = clouds(GAUSSIAN, 50, 1);
        FourierBasis affine = FourierBasis.affine(1, 0.2);
        LearnedScore free = new ScoreMatching(DIFFUSION, affine, clouds, 1, 0, 7).fit(LEVELS, Crew.of(1));
        LearnedScore held = new ScoreMatching(DIFFUSION, affine, clouds, 1, 1000, 7).fit(LEVELS, Crew.of(1));
        assertEquals(1, free.decided(3), 1e-12);
        assertTrue(held.decided(3) < 2e-3, "decided " + held.decided(3));
    }

    private static LearnedScore fit(CloudLaw law, Basis basis, int clouds, int draws, double[] levels) {
        try (Crew<Object> crew = Crew.of(1)) {
            return new ScoreMatching(DIFFUSION, basis, clouds(law, clouds, 1), draws, 0, 7).fit(levels, crew);
        }
    }

    private static List<Cloud> clouds(CloudLaw law, int count, long seed) {
        return IntStream.range(0, count)
                .mapToObj(c -> law.draw(POINTS, seed, c))
                .toList();
    }
}
