package io.github.murmuration.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("analytic")
class TransitionTest {

    /** mathematics.md section 5, constant guidance: precision a_d + a', mean (b_d x + th_d + thetaX' + b' y)/precision. */
    @ParameterizedTest
    @CsvSource({"0, 0.1", "0.1, 0.30", "0.3, 0.31", "0.31, 0.5499", "0.55, 0.9", "0.6, 0.999"})
    void isThePublishedBridgeStep(double t, double next) {
        double[] beta = {12, 0.3, 1e3};
        BackwardCoefficients backward = new BackwardCoefficients(Protocols.awkward(beta), Protocols.constants(1));
        int i = backward.interval(t);
        double omega = Math.sqrt(beta[i]);
        double aDelta = omega / Math.tanh(omega * (next - t));
        double bDelta = omega / Math.sinh(omega * (next - t));
        double pull = backward.nu(i, t, 0) * omega * Math.tanh(omega * (next - t) / 2);
        BackwardCoefficients.Values ahead = backward.at(next);
        double precision = aDelta + ahead.a();
        Transition step = Transition.of(backward, t, next);
        assertEquals(bDelta / precision, step.alpha(), 1e-13);
        assertEquals(ahead.b() / precision, step.eta(), 1e-13);
        assertEquals(Math.sqrt(1 / precision), step.noise(), 1e-13);
        assertEquals((pull + ahead.thetaX()[0]) / precision, step.gamma()[0], 1e-12);
    }

    /** Two steps are one: alpha multiplies, noise and pull are carried along; linear guidance, every stiffness. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1e-12, 1e-6, 0.3", "12, 0, 1e3", "1e6, 1e4, 1e6"})
    void compose(double beta0, double beta1, double beta2) {
        BackwardCoefficients backward =
                new BackwardCoefficients(Protocols.awkward(beta0, beta1, beta2), Protocols.jumps(3));
        double[][] triples = {{0, 0.1, 0.3}, {0, 1e-4, 2e-4}, {0.3, 0.5, 0.55}, {0.55, 0.8, 0.9999}, {0.9, 0.99, 1}};
        for (double[] t : triples) {
            Transition first = Transition.of(backward, t[0], t[1]);
            Transition second = Transition.of(backward, t[1], t[2]);
            Transition both = Transition.of(backward, t[0], t[2]);
            assertEquals(both.alpha(), first.alpha() * second.alpha(), 1e-13);
            assertEquals(both.eta(), second.alpha() * first.eta() + second.eta(), 1e-13);
            assertEquals(
                    both.noise(), Math.hypot(second.alpha() * first.noise(), second.noise()), 1e-13 * both.noise());
            for (int j = 0; j < 3; j++) {
                double gamma = second.alpha() * first.gamma()[j] + second.gamma()[j];
                assertEquals(both.gamma()[j], gamma, 1e-12);
            }
        }
    }

    /** Integrating the middle point out of two Green functions gives the third: a, b and thetaX of section 2 at once. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1e-12, 1e-6, 0.3", "12, 0, 1e3", "1e6, 1e4, 1e6"})
    void greenFunctionsCompose(double beta0, double beta1, double beta2) {
        BackwardCoefficients backward =
                new BackwardCoefficients(Protocols.awkward(beta0, beta1, beta2), Protocols.jumps(1));
        double[][] pairs = {{0, 0.1}, {0.1, 0.3}, {0.3, 0.5}, {0.55, 0.8}, {0.9, 0.9999}};
        for (double[] pair : pairs) {
            int i = backward.interval(pair[0]);
            HarmonicKernel kernel = HarmonicKernel.of(backward.protocol().beta()[i], pair[1] - pair[0]);
            BackwardCoefficients.Values here = backward.at(pair[0]);
            BackwardCoefficients.Values ahead = backward.at(i, pair[1]);
            double nuLeft = backward.nu(i, pair[0], 0);
            double nuRight = backward.nu(i, pair[1], 0);
            double precision = kernel.a() + ahead.a();
            // theta at the left end is theta at the right end of the reversed guidance
            double thetaLeft = kernel.thetaRight(nuRight, nuLeft);
            double pull = kernel.thetaRight(nuLeft, nuRight) + ahead.thetaX()[0];
            assertEquals(here.a(), kernel.a() - kernel.b() * kernel.b() / precision, 1e-12 * kernel.a());
            assertEquals(here.b(), kernel.b() * ahead.b() / precision, 1e-12 * here.b() + 1e-300);
            double scale = Math.abs(thetaLeft) + Math.abs(kernel.b() * pull / precision);
            assertEquals(here.thetaX()[0], thetaLeft + kernel.b() * pull / precision, 1e-12 * scale);
        }
    }

    @Test
    void lastStepEndsAtTheEndpoint() {
        BackwardCoefficients backward = new BackwardCoefficients(Protocols.awkward(12, 0, 5), Protocols.jumps(1));
        Transition step = Transition.of(backward, 0.9, 1);
        assertEquals(0, step.alpha());
        assertEquals(1, step.eta());
        assertEquals(0, step.noise());
        assertEquals(0, step.gamma()[0]);
    }
}
