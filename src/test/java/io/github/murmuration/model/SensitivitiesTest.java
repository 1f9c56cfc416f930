package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.sim.Estimate;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.SensitivitySeries;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sensitivities beside derivatives of the moments of Euler chains in closed form. */
@Tag("analytic")
class SensitivitiesTest {

    private static final int STEPS = 20;
    private static final double H = 1.0 / STEPS;

    /** A false alarm once in 1e9 for Gaussian estimates. */
    private static final double ERRORS = 6;

    private static final double A = -0.5;
    private static final double B = 0.3;
    private static final double SIGMA = 0.4;

    /** dx = (a x + b mean(x)) dt + sigma dW from 2. */
    private static final String OU = """
            model: custom
            dynamics:
              state: [x]
              parameters: {a: -0.5, b: 0.3, sigma: 0.4, q: 0.7}
              drift: {x: a*x + b*mean(x)}
              noise: {x: sigma}
              horizon: 1
            observe: {spread: variance(x)}
            initial: {point: 2}
            population: {agents: 40000, seed: 1}
            time: {steps: 20}
            output: {paths: 0, histogram-bins: 0, sensitivities: [a, b, sigma, q]}
            """;

    /** The mean of the chain is (1 + (a + b) h)^n 2; its derivative by the mean of the run itself, and by its expectation. */
    @Test
    void meansOfOrnsteinUhlenbeckChains() {
        GuidanceResult result = Runs.run(Runs.written(OU), "cpu");
        double rate = 1 + (A + B) * H;
        double onRun = 0;
        for (int k = 0; k < STEPS; k++) {
            onRun = rate * onRun + H * result.moments().mean()[k][0];
        }
        double expected = STEPS * H * Math.pow(rate, STEPS - 1) * 2;
        for (String parameter : new String[] {"a", "b"}) {
            Estimate mean = series(result, "mean_x", parameter).last();
            assertEquals(onRun, mean.value(), 2e-6);
            assertEquals(expected, mean.value(), 2e-3, "deviation of sum h rate^k W / sqrt(N) is 4e-4");
        }
        assertEquals(0, series(result, "mean_x", "q").last().value());
        assertEquals(0, series(result, "mean_x", "q").last().standardError());
    }

    /** By sigma an agent's derivative is its noise, sum (1 + a h)^k dW without the part that agents share: the standard error is known. */
    @Test
    void standardErrorsAreThoseOfAgents() {
        GuidanceResult result = Runs.run(Runs.written(OU), "cpu");
        Estimate mean = series(result, "mean_x", "sigma").last();
        double variance = 0;
        for (int k = 0; k < STEPS; k++) {
            variance = Math.pow(1 + A * H, 2) * variance + H;
        }
        double known = Math.sqrt(variance / 40000);
        assertEquals(known, mean.standardError(), 0.03 * known, "a standard deviation of 40000 is known to 0.4 %");
        assertTrue(Math.abs(mean.value()) < ERRORS * known * 1.3, mean.toString());
    }

    /** v' = (1 + a h)^2 v + sigma^2 h. */
    @Test
    void variancesOfOrnsteinUhlenbeckChains() {
        GuidanceResult result = Runs.run(Runs.written(OU), "cpu-scalar");
        double rate = 1 + A * H;
        double v = 0;
        double byA = 0;
        double bySigma = 0;
        for (int k = 0; k < STEPS; k++) {
            byA = rate * rate * byA + 2 * rate * H * v;
            bySigma = rate * rate * bySigma + 2 * SIGMA * H;
            v = rate * rate * v + SIGMA * SIGMA * H;
        }
        double sampling = ERRORS * Math.sqrt(2.0 / 40000);
        assertEquals(byA, series(result, "spread", "a").last().value(), sampling * byA);
        assertEquals(bySigma, series(result, "spread", "sigma").last().value(), sampling * bySigma);
        assertEquals(0, series(result, "spread", "b").last().value(), 1e-6);
    }

    /** Of sum q x^2 h: by q the cost over q, by sigma and a from the moments of the chain without coupling. */
    @Test
    void costsOfOrnsteinUhlenbeckChains() {
        GuidanceResult result = Runs.run(Runs.written(OU, "dynamics.cost=q*x^2", "dynamics.parameters.b=0"), "cpu");
        double rate = 1 + A * H;
        double m = 2;
        double v = 0;
        double byA = 0;
        double vByA = 0;
        double mByA = 0;
        double bySigma = 0;
        double vBySigma = 0;
        for (int k = 0; k < STEPS; k++) {
            byA += 0.7 * H * (2 * m * mByA + vByA);
            bySigma += 0.7 * H * vBySigma;
            vByA = rate * rate * vByA + 2 * rate * H * v;
            vBySigma = rate * rate * vBySigma + 2 * SIGMA * H;
            v = rate * rate * v + SIGMA * SIGMA * H;
            mByA = rate * mByA + H * m;
            m *= rate;
        }
        Estimate ofQ = series(result, "cost", "q").last();
        assertEquals(result.energy().value() / 0.7, ofQ.value(), 1e-6 * ofQ.value());
        assertEquals(result.energy().standardError() / 0.7, ofQ.standardError(), 1e-3 * ofQ.standardError());
        assertNear(byA, series(result, "cost", "a").last());
        assertNear(bySigma, series(result, "cost", "sigma").last());
    }

    /** E x = (1 + mu h)^n and E x^2 = ((1 + mu h)^2 + s^2 h)^n of x' = x (1 + mu h + s dW). */
    @Test
    void geometricBrownianMotion() {
        GuidanceResult result = Runs.run(
                Runs.written(
                        OU,
                        "dynamics.drift.x=a*x",
                        "dynamics.noise.x=sigma*x",
                        "dynamics.cost=x^2",
                        "initial.point=1",
                        "output.sensitivities=[a, sigma]"),
                "cpu");
        double rate = 1 + A * H;
        assertNear(
                STEPS * H * Math.pow(rate, STEPS - 1),
                series(result, "mean_x", "a").last());
        assertNear(0, series(result, "mean_x", "sigma").last());
        double square = rate * rate + SIGMA * SIGMA * H;
        double bySigma = 0;
        for (int k = 1; k < STEPS; k++) {
            bySigma += H * k * Math.pow(square, k - 1) * 2 * SIGMA * H;
        }
        assertNear(bySigma, series(result, "cost", "sigma").last());
    }

    /** A running extreme has the derivative of what it is the extreme of, at its time: m_k = rate^k 2 is least at the end. */
    @Test
    void extremesOfTheMean() {
        GuidanceResult result = Runs.run(
                Runs.written(OU, "observe={m: mean(x), lowest: {running-min: m}, highest: {running-max: m}}"), "cpu");
        assertArrayEquals(
                series(result, "m", "a").values(), series(result, "lowest", "a").values());
        assertArrayEquals(new double[STEPS + 1], series(result, "highest", "a").values());
    }

    private static void assertNear(double expected, Estimate found) {
        assertTrue(found.standardError() > 0, found.toString());
        assertEquals(expected, found.value(), ERRORS * found.standardError());
    }

    static SensitivitySeries series(GuidanceResult result, String quantity, String parameter) {
        return result.sensitivities().stream()
                .filter(one ->
                        one.quantity().equals(quantity) && one.parameter().equals(parameter))
                .findFirst()
                .orElseThrow();
    }
}
