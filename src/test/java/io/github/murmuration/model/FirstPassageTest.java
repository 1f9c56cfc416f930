package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.exact.PopulationValues;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.GuidanceResult;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Laws of the first passage that are known. A walk that is looked at at times h apart passes an end as often as its path passes one that
 * lies 0.5826 s h^(1/2) further out, up to terms of order h (Broadie, Glasserman, Kou 1997): those are given 0.003.
 */
@Tag("analytic")
@Tag("statistical")
class FirstPassageTest {

    private static final int AGENTS = 20_000;
    private static final int STEPS = 400;
    private static final double SHIFT = 0.5826 / Math.sqrt(STEPS);
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private static Scenario motion(String boundary, double start, double drift) {
        return Runs.written("""
                model: custom
                dynamics:
                  state: [x]
                  drift: {x: DRIFT}
                  noise: {x: 1}
                  boundary: {x: {absorbing: BOUNDARY}}
                  cost: 1
                  horizon: 1
                initial: {point: START}
                population: {agents: 20000, seed: 5}
                time: {steps: 400}
                """.replace("DRIFT", Double.toString(drift))
                .replace("BOUNDARY", boundary)
                .replace("START", Double.toString(start)));
    }

    /**
     * Between -b and b from 0: survival is the series 4/pi sum (-1)^n/(2n + 1) e^(-(2n + 1)^2 pi^2 t/(8 b^2)), and those that survive for
     * long have the density cos(pi x/(2 b)), of variance b^2 (1 - 8/pi^2).
     */
    @Test
    void brownianMotionBetweenTwoEnds() {
        GuidanceResult result = Runs.run(motion("[-1, 1]", 0, 0), "cpu");
        double b = 1 + SHIFT;
        double[] living = result.observed().get("living");
        for (int k = STEPS / 4; k <= STEPS; k += STEPS / 4) {
            double t = k / (double) STEPS;
            double survival = 0;
            for (int n = 0; n < 20; n++) {
                double m = 2 * n + 1;
                survival += (n % 2 == 0 ? 4 : -4) / (Math.PI * m) * Math.exp(-Math.pow(m * Math.PI / b, 2) * t / 8);
            }
            assertShare(survival, living[k], "t = " + t);
        }
        double variance = b * b * (1 - 8 / (Math.PI * Math.PI));
        double agents = AGENTS * living[STEPS];
        assertEquals(variance, result.terminalVariance()[0], 3 * variance * Math.sqrt(2 / agents) + 0.003);
        assertEquals(0, result.terminalMean()[0], 3 * Math.sqrt(variance / agents));
        double low = result.absorbed().get("absorbed at x = -1");
        double high = result.absorbed().get("absorbed at x = 1");
        assertEquals(1 - living[STEPS], low + high, 1e-12);
        assertShare((1 - living[STEPS]) / 2, low, "either end by symmetry");
    }

    /** The time at which a Brownian motion with drift m passes 0 from a has the inverse Gaussian law. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 0.5})
    void driftingMotionHasInverseGaussianPassageTimes(double m) {
        GuidanceResult result = Runs.run(motion("[0, none]", 0.75, m), "cpu");
        double[] living = result.observed().get("living");
        double a = 0.75 + SHIFT;
        for (int k = STEPS / 2; k <= STEPS; k += STEPS / 2) {
            double t = k / (double) STEPS;
            double passed = NORMAL.cumulativeProbability((-a - m * t) / Math.sqrt(t))
                    + Math.exp(-2 * m * a) * NORMAL.cumulativeProbability((-a + m * t) / Math.sqrt(t));
            assertShare(1 - passed, living[k], "t = " + t);
        }
    }

    /** A cost of 1 per unit of time is the time that an agent lives: its mean is the integral of the survival. */
    @Test
    void costsArePaidForLife() {
        GuidanceResult result = Runs.run(motion("[0, none]", 0.5, 0), "cpu");
        double[] living = result.observed().get("living");
        double lived = 0;
        for (int k = 0; k < STEPS; k++) {
            lived += living[k] / STEPS;
        }
        assertEquals(lived, result.energy().value(), 1e-6);
    }

    /** Banks that lend to each other, and earn less the fewer they are; against their limit at an end as far out as steps make it. */
    @Test
    void banksFollowTheirLimit() {
        String[] sizes = {"population.agents=" + AGENTS, "time.steps=" + STEPS};
        GuidanceResult run = Runs.run(Runs.bundled("defaults", sizes), "cpu");
        double out = -0.5826 * 0.5 * Math.sqrt(2.0 / STEPS);
        Scenario shifted = Runs.bundled("defaults", "dynamics.boundary.x.absorbing=[" + out + ", none]");
        LimitLaw limit = PopulationValues.of(shifted, GaussianMixture.of(shifted.initial()))
                .limit()
                .orElseThrow();
        int last = limit.times().length - 1;
        double living = limit.living().values()[last];
        assertShare(living, Runs.last(run, "living"), "banks that are left");
        double deviation = Math.sqrt(limit.variance().values()[last]);
        double error = deviation / Math.sqrt(living * AGENTS);
        assertEquals(limit.mean().values()[last], run.terminalMean()[0], 4 * error + 0.005);
    }

    /** Without lending and contagion each is a Brownian motion: 2 Phi(-x/(sigma T^(1/2))) default by the reflection principle. */
    @Test
    void banksOnTheirOwnDefaultByTheReflectionPrinciple() {
        GuidanceResult run = Runs.run(
                Runs.bundled(
                        "defaults",
                        "population.agents=" + AGENTS,
                        "dynamics.parameters.lending=0",
                        "dynamics.parameters.contagion=0"),
                "cpu");
        double a = 1 + 0.5826 * 0.5 * Math.sqrt(2.0 / 200);
        double defaulted = 2 * NORMAL.cumulativeProbability(-a / (0.5 * Math.sqrt(2)));
        assertShare(1 - defaulted, Runs.last(run, "living"), "at T = 2");
    }

    private static void assertShare(double expected, double found, String what) {
        assertEquals(expected, found, 3.5 * Math.sqrt(expected * (1 - expected) / AGENTS) + 0.003, what);
    }
}
