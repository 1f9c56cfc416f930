package io.github.murmuration.study.path;

import static io.github.murmuration.study.path.Targets.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.ensemble.BackwardClock;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearResponseTest {

    private static final LinearResponse RESPONSE = new LinearResponse(CLOCK, 1, 5);

    /**
     * At tau = 5 and 0.3 the exponents are 2.4 and 2.0124 in continuous time. A fit between probabilities 1e-3 and 1e-7 leaves terms of
     * relative size 1/(theta z^2), 0.1, beside the leading correction that it takes out: 0.1. Scatter of ten seeds: 0.012.
     */
    @ParameterizedTest
    @CsvSource({"5, 2.4", "0.3, 2.0124"})
    @Tag("analytic")
    void theTailHasTheExponentOfTheTheory(double tau, double exponent) {
        assertEquals(exponent, RESPONSE.exponent(tau), 1e-4);
        TailLaw law = TailLaw.sample(RESPONSE, CLOCK.stepAt(tau), 4000, 1);
        assertEquals(exponent, law.exponent(), 0.1);
    }

    /** sqrt(100) times the median distance for 100 patterns, measured with patterns: 2.102 at tau = 5, 5.139 at 0.3; 5 %. */
    @ParameterizedTest
    @CsvSource({"5, 2.102", "0.3, 5.139"})
    @Tag("analytic")
    void theMedianIsThatOfManyPatterns(double tau, double median) {
        TailLaw law = TailLaw.sample(RESPONSE, CLOCK.stepAt(tau), 4000, 2);
        assertEquals(median, law.quantile(0.5), 0.05 * median);
    }

    /** The closed form against the mean of V over 20000 paths at tau = 7, where V has a variance; 5 standard errors. */
    @Test
    @Tag("analytic")
    void theMeanSquareIsTheMeanOfTheVariance() {
        int step = CLOCK.stepAt(7);
        double[][] states = RESPONSE.paths(step, new PathNoise(5, 0, 20_000, 1));
        double[] c = RESPONSE.sensitivities(step);
        double[] variances = new double[20_000];
        double[] path = new double[step];
        for (int i = 0; i < variances.length; i++) {
            for (int k = 0; k < step; k++) {
                path[k] = states[k][i];
            }
            variances[i] = RESPONSE.variance(path, c);
        }
        double error = Math.sqrt(Targets.variance(variances) / variances.length);
        assertEquals(RESPONSE.meanSquare(step), Targets.mean(variances), 5 * error);
    }

    /** Equal growth for every halving of the step at tau = 0, within the terms of order dtau; none at tau = 1. */
    @Test
    @Tag("order")
    void theMeanSquareGrowsWithTheLogarithmOfTheStepAtTheEndOnly() {
        int[] steps = {200, 400, 800, 1600};
        double[] end = meanSquares(steps, 0);
        double[] before = meanSquares(steps, 1);
        double[] growth = {end[1] - end[0], end[2] - end[1], end[3] - end[2]};
        assertEquals(growth[1], growth[2], 0.03 * growth[2]);
        assertEquals(growth[0], growth[1], 0.03 * growth[1]);
        assertTrue(growth[0] > 25);
        assertTrue(before[3] - before[2] < 0.6 * (before[2] - before[1]));
        assertTrue(before[2] - before[1] < 0.6 * (before[1] - before[0]));
    }

    private static double[] meanSquares(int[] steps, double tau) {
        return Arrays.stream(steps)
                .mapToObj(n -> new BackwardClock(10, n))
                .mapToDouble(clock -> RESPONSE.on(clock).meanSquare(clock.stepAt(tau)))
                .toArray();
    }
}
