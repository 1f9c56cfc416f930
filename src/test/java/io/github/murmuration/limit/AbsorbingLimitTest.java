package io.github.murmuration.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Laws of agents that ends absorb, which are known in closed form. */
@Tag("analytic")
class AbsorbingLimitTest {

    private static final double[] TIMES = {0, 0.25, 0.5, 1};
    private static final Written BROWNIAN = drifting(0);

    private static Written drifting(double m) {
        return new Written((t, x, theta, means) -> m, (t, x, theta, means) -> 1, x -> x * x);
    }

    private static LimitLaw of(Written equation, double start, double deviation, Boundary boundary) {
        return LimitLaw.of(equation, Written.gaussian(start, deviation), Written.UNMARKED, boundary, 1, TIMES);
    }

    /** Eigenfunctions sin(n pi (x + 1)/2) of decay n^2 pi^2/8, from the point 0.3. */
    @Test
    void brownianMotionBetweenTwoEnds() {
        LimitLaw law = of(BROWNIAN, 0.3, 0, Boundary.absorbing(-1, 1));
        for (int r = 0; r < TIMES.length; r++) {
            double[] moments = new double[2];
            for (int n = 1; n < 60; n++) {
                double k = n * Math.PI / 2;
                double weight = Math.sin(k * 1.3) * Math.exp(-k * k * TIMES[r] / 2);
                moments[0] += n % 2 == 0 ? 0 : 2 * weight / k;
                moments[1] += n % 2 == 0 ? -2 * weight / k : 0;
            }
            if (TIMES[r] == 0) {
                moments = new double[] {1, 0.3};
            }
            assertEquals(moments[0], law.living().values()[r], 2e-5);
            assertEquals(moments[1] / moments[0], law.mean().values()[r], 2e-5);
        }
        assertEquals(1, last(law.living()) + last(law.atLow()) + last(law.atHigh()), 1e-9);
    }

    /** Those that survive for long have the density pi/4 cos(pi x/2): a mean square of 1 - 8/pi^2. */
    @Test
    void survivorsSettle() {
        LimitLaw law = LimitLaw.of(
                BROWNIAN, Written.gaussian(0.3, 0.1), Written.UNMARKED, Boundary.absorbing(-1, 1), 6, new double[] {6});
        double square = 1 - 8 / (Math.PI * Math.PI);
        assertEquals(square, last(law.means().get(0)), 1e-5);
        assertEquals(square, last(law.variance()), 1e-5);
        Density density = law.density().orElseThrow();
        for (int i = 0; i < density.points().length; i++) {
            double x = density.points()[i];
            assertEquals(Math.PI / 4 * Math.cos(Math.PI * x / 2), density.values()[0][i], 1e-4, "at " + x);
        }
    }

    /** The time at which a motion of drift m passes 0 from a has the inverse Gaussian law, on a line that is open above. */
    @Test
    void passageTimesAreInverseGaussian() {
        NormalDistribution normal = new NormalDistribution();
        double a = 1;
        double m = -0.6;
        LimitLaw law = of(drifting(m), a, 0, Boundary.absorbing(0, Written.OPEN));
        for (int r = 1; r < TIMES.length; r++) {
            double t = TIMES[r];
            double passed = normal.cumulativeProbability((-a - m * t) / Math.sqrt(t))
                    + Math.exp(-2 * m * a) * normal.cumulativeProbability((-a + m * t) / Math.sqrt(t));
            assertEquals(passed, law.atLow().values()[r], 2e-5, "by " + t);
            assertEquals(0, law.atHigh().values()[r]);
        }
    }

    /** The mean over a motion without drift, counting the absorbed at 0, stays: living times their mean is a. */
    @Test
    void theStoppedMotionIsAMartingale() {
        LimitLaw law = of(BROWNIAN, 0.8, 0.1, Boundary.absorbing(0, Written.OPEN));
        for (int r = 0; r < TIMES.length; r++) {
            assertEquals(0.8, law.living().values()[r] * law.mean().values()[r], 1e-5);
        }
    }

    /** A cost that is paid for life: x^2 / 2 over a motion from 0 until it leaves (-1, 1), of mean (b^4 - 0)/12 for all time. */
    @Test
    void costsArePaidForLife() {
        LimitLaw law = LimitLaw.of(
                BROWNIAN, Written.gaussian(0, 0), Written.UNMARKED, Boundary.absorbing(-1, 1), 12, new double[] {12});
        assertEquals(1 / 12.0, last(law.cost()), 1e-5);
    }

    @Test
    void nobodyHasNoMeans() {
        assertThrows(ArithmeticException.class, () -> of(BROWNIAN, 3, 0, Boundary.absorbing(-1, 1)));
    }

    private static double last(Series series) {
        return series.values()[series.values().length - 1];
    }
}
