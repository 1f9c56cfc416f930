package io.github.murmuration.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.exact.DesaiZwanzigLaw;
import io.github.murmuration.scenario.Dynamics;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that are known otherwise. What is called exact follows from the equation of the first moments where no source is named. */
@Tag("analytic")
class LimitLawTest {

    private static final double[] TIMES = {0, 0.1, 0.5, 1, 2, 5};
    private static final Boundary HALF_LINE = Boundary.reflecting(0, Written.OPEN);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.7})
    void ornsteinUhlenbeckAtAllTimes(double deviation) {
        double k = 0.5;
        double coupling = 1;
        double s = 0.8;
        LimitLaw law = of(Written.ornsteinUhlenbeck(k, coupling, s), Written.gaussian(1.3, deviation), Boundary.NONE);
        double rate = 2 * (k + coupling);
        double still = s * s / rate;
        double excess = deviation * deviation - still;
        assertSeries(t -> 1.3 * Math.exp(-k * t), law.means().get(0), 1e-6);
        assertSeries(t -> 1.3 * Math.exp(-k * t), law.mean(), 1e-6);
        assertSeries(t -> still + excess * Math.exp(-rate * t), law.variance(), 1e-6);
        assertSeries(
                t -> 0.5 * (1.69 * Math.exp(-2 * k * t) + still + excess * Math.exp(-rate * t)), law.costRate(), 1e-6);
        assertSeries(
                t -> 0.5
                        * (1.69 * (1 - Math.exp(-2 * k * t)) / (2 * k)
                                + still * t
                                + excess * (1 - Math.exp(-rate * t)) / rate),
                law.cost(),
                1e-6);
    }

    @Test
    void densityIsTheGaussianOfTheOrnsteinUhlenbeckProcess() {
        LimitLaw law = of(Written.ornsteinUhlenbeck(0.5, 1, 0.8), Written.gaussian(1.3, 0.7), Boundary.NONE);
        Density density = law.density().orElseThrow();
        for (int r = 1; r < TIMES.length; r++) {
            double mean = 1.3 * Math.exp(-0.5 * TIMES[r]);
            double variance = 0.64 / 3 + (0.49 - 0.64 / 3) * Math.exp(-3 * TIMES[r]);
            double worst = 0;
            for (int i = 0; i < density.points().length; i++) {
                double z = density.points()[i] - mean;
                double exact = Math.exp(-z * z / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
                worst = Math.max(worst, Math.abs(density.values()[r][i] - exact));
            }
            assertTrue(worst < 1e-4 && worst <= density.errors()[r], worst + " at " + TIMES[r]);
        }
    }

    /** Noise 1.5 is above the transition at coupling 1, 0.5 below. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1.5})
    void desaiZwanzigEndsInItsStationaryLaw(double s) {
        double horizon = 60;
        DesaiZwanzigLaw exact = DesaiZwanzigLaw.of(new Dynamics.DesaiZwanzig(1, s, horizon));
        LimitLaw law = LimitLaw.of(
                Written.desaiZwanzig(1, s),
                Written.gaussian(0.6, 0.4),
                Written.UNMARKED,
                Boundary.NONE,
                horizon,
                new double[] {horizon});
        assertEquals(exact.mean(), law.mean().values()[0], 1e-6);
        assertEquals(exact.variance(), law.variance().values()[0], 1e-6);
    }

    /** dX = (kappa (1 - X) + coupling (m - X)) dt + s sqrt(X) dW: m' = kappa (1 - m), v' = -2 (kappa + coupling) v + s^2 m. */
    @Test
    void coxIngersollRossAtAllTimesAndItsGammaLaw() {
        double s = 1;
        Written equation =
                new Written((t, x, theta, m) -> 1 - x + (m[0] - x), (t, x, theta, m) -> s * Math.sqrt(x), x -> x);
        double[] times = {0, 1, 3, 10};
        LimitLaw law = LimitLaw.of(equation, Written.gaussian(2, 0.1), Written.UNMARKED, HALF_LINE, 10, times);
        for (int r = 0; r < times.length; r++) {
            double a = Math.exp(-times[r]);
            double variance = 0.01 * a * a * a * a + s * s * ((1 - a * a * a * a) / 4 + (a - a * a * a * a) / 3);
            assertEquals(1 + a, law.mean().values()[r], 1e-5);
            assertEquals(variance, law.variance().values()[r], 1e-5);
        }
        Density density = law.density().orElseThrow();
        double shape = 4 / (s * s);
        for (int i = 0; i < density.points().length; i++) {
            double x = density.points()[i];
            double gamma = Math.pow(x * shape, shape - 1) * shape * Math.exp(-x * shape - Gamma.logGamma(shape));
            assertEquals(gamma, density.values()[3][i], 1e-4);
        }
    }

    /** dX = (drive - X) dt, drive 1 until t = 1 and -1 from then on, from a Gaussian. */
    @Test
    void withoutNoiseCoefficientsMayJumpAtRecordedTimes() {
        Written equation = new Written((t, x, theta, m) -> (t < 1 ? 1 : -1) - x, (t, x, theta, m) -> 0, x -> x);
        assertJump(of(equation, Written.gaussian(0, 0.5), Boundary.NONE), t -> 0.25 * Math.exp(-2 * t), 1e-9);
    }

    @Test
    void withNoiseCoefficientsMayJumpAtRecordedTimes() {
        Written equation = new Written((t, x, theta, m) -> (t < 1 ? 1 : -1) - x, (t, x, theta, m) -> 0.5, x -> x);
        assertJump(of(equation, Written.gaussian(0, 0.5), Boundary.NONE), t -> 0.125 + 0.125 * Math.exp(-2 * t), 1e-6);
    }

    private static void assertJump(LimitLaw law, DoubleUnaryOperator variance, double tolerance) {
        double middle = 1 - Math.exp(-1);
        assertSeries(t -> t < 1 ? 1 - Math.exp(-t) : -1 + (middle + 1) * Math.exp(-(t - 1)), law.mean(), tolerance);
        assertSeries(variance, law.variance(), tolerance);
    }

    /** Noise that ends at the horizon, as that of a bridge, is noise. */
    @Test
    void noiseThatStopsIsNoise() {
        Written equation = new Written((t, x, theta, m) -> 0, (t, x, theta, m) -> 5 - t, x -> x);
        LimitLaw law = of(equation, Written.gaussian(0, 0), Boundary.NONE);
        assertSeries(t -> (125 - Math.pow(5 - t, 3)) / 3, law.variance(), 1e-4);
    }

    /** Between mirrors at 0 and 1, dX = 2 dt + dW ends in the density 4 e^{4 x} / (e^4 - 1). */
    @Test
    void mirrorsKeepAllMass() {
        Written equation = new Written((t, x, theta, m) -> 2, (t, x, theta, m) -> 1, x -> x);
        LimitLaw law = LimitLaw.of(
                equation, Written.gaussian(0.3, 0.05), Written.UNMARKED, Boundary.reflecting(0, 1), 5, new double[] {5
                });
        assertEquals(1 / (1 - Math.exp(-4)) - 0.25, law.mean().values()[0], 1e-8);
    }

    /** dX = (theta - X) dt + s dW, theta uniform on [0, 3]: X ends in mean theta and variance s^2/2 for each theta. */
    @Test
    void marksAreAveragedOver() {
        Written equation = new Written((t, x, theta, m) -> theta - x, (t, x, theta, m) -> 0.5, x -> x);
        LimitLaw law = LimitLaw.of(equation, Written.gaussian(0, 0.2), Atoms.uniform(0, 3, 2), Boundary.NONE, 5, TIMES);
        assertSeries(t -> 1.5 * (1 - Math.exp(-t)), law.mean(), 1e-6);
        assertSeries(
                t -> 0.125 + (0.04 - 0.125) * Math.exp(-2 * t) + 0.75 * Math.pow(1 - Math.exp(-t), 2),
                law.variance(),
                1e-6);
    }

    /** A drift that jumps between points of the grid, and starts at two points: dX = -sign(X - c) dt + dW ends in e^{-2|x - c|}. */
    @Test
    void errorsAreAboutTheTrueOnesWhereTheDriftJumps() {
        double c = 0.23;
        Written equation =
                new Written((t, x, theta, m) -> -Math.signum(x - c), (t, x, theta, m) -> 1, x -> Math.abs(x - c));
        GaussianMixture start =
                new GaussianMixture(new double[] {0.25, 0.75}, new double[][] {{-0.9}, {0.3}}, new double[2][1], null);
        Series means = LimitLaw.of(equation, start, Written.UNMARKED, Boundary.NONE, 30, new double[] {30})
                .means()
                .get(0);
        double error = Math.abs(means.values()[0] - 0.5);
        assertTrue(error < 5e-4 && error <= 2 * means.errors()[0], "error " + error + " of " + means.errors()[0]);
    }

    @Test
    void lawsThatLeaveAllBoundsAreRefused() {
        Written runaway = new Written((t, x, theta, m) -> x * x * x, (t, x, theta, m) -> 1, x -> x);
        assertThrows(ArithmeticException.class, () -> of(runaway, Written.gaussian(0, 1), Boundary.NONE));
        Written flown = new Written((t, x, theta, m) -> x * x * x, (t, x, theta, m) -> 0, x -> x);
        assertThrows(ArithmeticException.class, () -> of(flown, Written.gaussian(0, 1), Boundary.NONE));
    }

    private static LimitLaw of(Equation equation, GaussianMixture start, Boundary boundary) {
        return LimitLaw.of(equation, start, Written.UNMARKED, boundary, 5, TIMES);
    }

    private static void assertSeries(DoubleUnaryOperator exact, Series series, double tolerance) {
        for (int r = 0; r < TIMES.length; r++) {
            double error = Math.abs(series.values()[r] - exact.applyAsDouble(TIMES[r]));
            assertTrue(error <= tolerance, "off by " + error + " at " + TIMES[r]);
            assertTrue(error <= series.errors()[r] + 1e-12, "off by " + error + " of " + series.errors()[r]);
        }
    }
}
