package io.github.murmuration.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.Protocol;
import java.util.Arrays;
import java.util.stream.Stream;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("analytic")
class BackwardCoefficientsTest {

    private static final double[] TIMES = {0, 0.01, 0.15, 0.3, 0.41, 0.55, 0.7, 0.9, 0.99, 0.999};

    static Stream<double[]> stiffnesses() {
        return Stream.of(
                new double[] {0, 0, 0},
                new double[] {1e-12, 1e-12, 1e-12},
                new double[] {1e-6, 1e-6, 1e-6},
                new double[] {0.3, 0.3, 0.3},
                new double[] {12, 12, 12},
                new double[] {1e3, 1e3, 1e3},
                new double[] {12, 0, 5},
                new double[] {0, 12, 0},
                new double[] {0.3, 1e-6, 0},
                new double[] {1e3, 0, 1e-12});
    }

    /**
     * Piecewise-linear and constant guidance, d = 1 and 3. The solver's own error limits the comparison: 1e-14 per step, some
     * hundred steps, and at beta = 1e3 a b that falls through 13 orders of magnitude.
     */
    @ParameterizedTest
    @MethodSource("stiffnesses")
    void solveTheBackwardEquations(double[] beta) {
        Protocol protocol = Protocols.awkward(beta);
        for (GuidancePath guidance :
                new GuidancePath[] {Protocols.jumps(1), Protocols.constants(3), Protocols.jumps(3)}) {
            BackwardOde ode = new BackwardOde(protocol, guidance, TIMES);
            BackwardCoefficients backward = new BackwardCoefficients(protocol, guidance);
            for (int n = 0; n < TIMES.length; n++) {
                BackwardCoefficients.Values values = backward.at(TIMES[n]);
                assertClose(ode.a[n], values.a(), 1e-12);
                assertClose(ode.b[n], values.b(), 1e-12);
                assertClose(ode.precision[n], values.precision(), 1e-12);
                assertEquals(ode.a[n] - ode.b[n], values.excess(), 1e-12 * ode.a[n]);
                assertVectors(ode.thetaX[n], values.thetaX(), 1e-12);
                assertVectors(ode.thetaY[n], values.thetaY(), 1e-12);
            }
        }
    }

    /**
     * t, a, b, a - b, K, thetaX, thetaY - thetaY_0 in d = 1 from the closed forms of mathematics.md section 2 for constant
     * stiffness, with K and thetaY by subtraction, in mpmath 1.3.0 with 1500 digits; 0 stands for values below 1e-300.
     */
    @ParameterizedTest
    @CsvSource({
        "1e6, 1e4, 1e6, 0, 1000.0, 0, 1000.0, 0, 1998.33333333333333, 0",
        "1e6, 1e4, 1e6, 0.1, 1000.0, 4.69385135228195943e-291, 1000.0, 0, 1831.66666666666665, -8.60539414585025889e-291",
        "1e6, 1e4, 1e6, 0.3, 100.0, 1.86547057086887471e-204, 100.0, 0, -94.9999999993673281, -2.38554115426369454e-204",
        "1e6, 1e4, 1e6, 0.5499, 910.002727171913616, 6.71583559025622279e-193, 910.002727171913616, 0, 459.812759968465726, -3.19009813700264359e-193",
        "1e6, 1e4, 1e6, 0.6, 1000.0, 3.83033919342792634e-171, 1000.0, 0, 783.333333333332991, -2.97915270599949695e-171",
        "1e6, 1e4, 1e6, 0.99, 1000.00000412230725, 0.0907998597121213564, 999.909204262595132, 4.12230725337375096e-6, 2949.72761255876827, -0.267342775563930534",
        "1e6, 1e4, 1e6, 0.9999999, 10000000.0385968918, 9999999.98859689184, 0.0499999999320155411, 9999000.03859689177, 0.149999981277528136, -2994.29444445390766",
        "12, 0, 1e6, 0, 3.52515209472392696, 9.7698714287342233e-196, 3.52515209472392696, 0, 4.6217656145665134, 0",
        "12, 0, 1e6, 0.1, 3.58724710495140554, 1.39371590880937568e-195, 3.58724710495140554, 0, 3.82310863203934324, -4.9285180271462914e-196",
        "12, 0, 1e6, 0.3, 3.98406374501991944, 2.94333312230073262e-195, 3.98406374501991944, 0, 2.01416555998229261, -1.66049098342818414e-195",
        "12, 0, 1e6, 0.5499, 909.090909090918193, 6.71615103361355863e-193, 909.090909090918193, 0, 459.595959595964198, -3.397112192709505e-193",
        "1e-6, 0.3, 12, 0, 1.24571221470111528, 0.487655535552791299, 0.758056679148323979, 0, 0.902973474476749894, 0",
        "1e-6, 0.3, 12, 0.1, 1.42297368405248653, 0.557047637504136857, 0.865926046548349675, 0.0271647364448242633, 1.03146402286242062, -0.0502999187367098398",
        "1e-6, 0.3, 12, 0.3, 1.98904530022717419, 0.778646247198464408, 1.21039905302870979, 0.113913347513821675, 1.44178937778789222, -0.210929011091944103",
        "1e-6, 0.3, 12, 0.5499, 3.78353646827861998, 1.5244671108867481, 2.25906935739187187, 0.411476909674285936, 2.87181299458207344, -0.77026541762401549",
        "1e-6, 0.3, 12, 0.99, 100.039996800365582, 99.980002799645669, 0.0599940007199126353, 96.6667676844326749, 0.177759957694978435, -5.6285702624632429",
        "1e-6, 0.3, 12, 0.9999999, 10000000.0052639585, 10000000.0052633585, 5.99999999684180491e-7, 9999996.63203484255, 1.79999977683031949e-6, -5.80743950904785719"
    })
    void agreeWithHighPrecision(
            double beta0,
            double beta1,
            double beta2,
            double t,
            double a,
            double b,
            double excess,
            double precision,
            double thetaX,
            double thetaY) {
        BackwardCoefficients backward =
                new BackwardCoefficients(Protocols.awkward(beta0, beta1, beta2), Protocols.jumps(1));
        BackwardCoefficients.Values values = backward.at(t);
        // exp(-omega rho) turns a rounding of t into a relative error omega ulp(rho)
        double stiff = 1e-15 * (1 + Math.sqrt(Math.max(beta0, Math.max(beta1, beta2))));
        assertClose(a, values.a(), 1e-13);
        assertClose(b, values.b(), stiff);
        assertClose(excess, values.excess(), stiff);
        assertClose(precision, values.precision(), stiff);
        assertClose(thetaX, values.thetaX()[0], 1e-12);
        assertClose(thetaY, values.thetaY()[0], 1e-12);
    }

    @Test
    void withoutStiffnessTheyAreThoseOfABrownianBridge() {
        BackwardCoefficients backward = new BackwardCoefficients(Protocols.awkward(0, 0, 0), Protocols.jumps(1));
        for (double t : TIMES) {
            BackwardCoefficients.Values values = backward.at(t);
            assertClose(1 / (1 - t), values.a(), 1e-14);
            assertClose(1 / (1 - t), values.b(), 1e-14);
            assertEquals(t / (1 - t), values.precision(), 1e-14 * values.a());
            assertEquals(0, values.excess());
            assertEquals(0, values.thetaX()[0]);
            assertEquals(0, values.thetaY()[0]);
        }
    }

    /** thetaX(t) = b_t int_t^1 beta nu / b ds, by Gauss-Legendre between the breaks. */
    @ParameterizedTest
    @MethodSource("stiffnesses")
    void thetaXIsAnIntegralOverTheGuidance(double[] beta) {
        Protocol protocol = Protocols.awkward(beta);
        BackwardCoefficients backward = new BackwardCoefficients(protocol, Protocols.jumps(1));
        double integral = 0;
        for (int i = 2; i >= 0; i--) {
            int interval = i;
            double left = protocol.breaks()[i];
            var rule = new GaussIntegratorFactory().legendre(40, left, protocol.breaks()[i + 1]);
            double b = backward.at(left).b();
            integral += rule.integrate(s -> beta[interval]
                    * backward.nu(interval, s, 0)
                    * b
                    / backward.at(s).b());
            assertEquals(integral, backward.at(left).thetaX()[0], 1e-11 * Math.abs(integral));
            integral *= i == 0 ? 1 : backward.at(protocol.breaks()[i - 1]).b() / b;
        }
    }

    /** a' = a^2 - beta by central differences of fourth order: error below 1e-9 with this step. */
    @Test
    void satisfyTheRiccatiEquation() {
        double[] beta = {12, 0, 5};
        BackwardCoefficients backward = new BackwardCoefficients(Protocols.awkward(beta), Protocols.jumps(1));
        double step = 1e-3;
        for (double t : new double[] {0.1, 0.2, 0.42, 0.6, 0.8}) {
            double a = backward.at(t).a();
            double slope =
                    (8 * (backward.at(t + step).a() - backward.at(t - step).a())
                                    - (backward.at(t + 2 * step).a()
                                            - backward.at(t - 2 * step).a()))
                            / (12 * step);
            assertEquals(a * a - beta[backward.interval(t)], slope, 1e-7);
        }
    }

    @Test
    void areContinuousAtBreaks() {
        BackwardCoefficients backward = new BackwardCoefficients(Protocols.awkward(1e3, 0, 1e-6), Protocols.jumps(3));
        for (int i = 0; i < 2; i++) {
            double end = Protocols.AWKWARD_BREAKS[i + 1];
            BackwardCoefficients.Values before = backward.at(i, end);
            BackwardCoefficients.Values after = backward.at(end);
            assertClose(after.a(), before.a(), 1e-13);
            assertClose(after.b(), before.b(), 1e-13);
            assertClose(after.precision(), before.precision(), 1e-13);
            assertVectors(after.thetaX(), before.thetaX(), 1e-12);
            assertVectors(after.thetaY(), before.thetaY(), 1e-12);
        }
    }

    @Test
    void splittingAnIntervalChangesNothing() {
        double[][] nu = {{1}, {1}, {1}};
        BackwardCoefficients split = new BackwardCoefficients(Protocols.awkward(50, 50, 50), new GuidancePath(nu, nu));
        BackwardCoefficients whole = new BackwardCoefficients(
                Protocols.of(new double[] {0, 1}, 50), new GuidancePath(new double[][] {{1}}, new double[][] {{1}}));
        for (double t : TIMES) {
            assertClose(whole.at(t).a(), split.at(t).a(), 1e-13);
            assertClose(whole.at(t).b(), split.at(t).b(), 1e-13);
            assertClose(whole.at(t).precision(), split.at(t).precision(), 1e-13);
            assertVectors(whole.at(t).thetaX(), split.at(t).thetaX(), 1e-13);
            assertVectors(whole.at(t).thetaY(), split.at(t).thetaY(), 1e-13);
        }
    }

    @Test
    void nothingOverflowsAtAnyStiffness() {
        for (double beta : new double[] {1e-300, 1e-30, 1e6, 1e12}) {
            BackwardCoefficients backward =
                    new BackwardCoefficients(Protocols.awkward(beta, beta, beta), Protocols.jumps(1));
            for (double t : TIMES) {
                BackwardCoefficients.Values values = backward.at(t);
                double[] all = {
                    values.a(), values.b(), values.excess(), values.precision(), values.thetaX()[0], values.thetaY()[0]
                };
                assertTrue(Arrays.stream(all).allMatch(Double::isFinite), beta + " " + values);
            }
        }
    }

    private static void assertClose(double expected, double actual, double relative) {
        assertEquals(expected, actual, relative * Math.abs(expected) + 1e-300);
    }

    /** Relative to the largest coordinate: the others may pass through 0. */
    private static void assertVectors(double[] expected, double[] actual, double relative) {
        double scale = Arrays.stream(expected).map(Math::abs).max().getAsDouble();
        for (int j = 0; j < expected.length; j++) {
            assertEquals(expected[j], actual[j], relative * scale + 1e-300);
        }
    }
}
