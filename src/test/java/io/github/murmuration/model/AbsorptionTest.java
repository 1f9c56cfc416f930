package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.MomentSeries;
import io.github.murmuration.sim.Note;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import io.github.murmuration.study.chaos.Chaos;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent that reaches an end that absorbs stays there, pays no more, and leaves the averages; by arithmetic that float32 does exactly. */
class AbsorptionTest {

    private static final double NONE = Double.NaN;

    /** From 0 at speed 1, with a clock beside it. */
    private static final String MARCH = """
            model: custom
            dynamics:
              state: [x, clock]
              drift: {x: 1, clock: 1}
              boundary: {x: {absorbing: [none, 0.5]}}
              cost: 1
              horizon: 1
            observe: {there: mean(x), fewest: {running-min: there}, most: {running-max: there}}
            initial: {point: [0, 0]}
            population: {agents: 3}
            time: {steps: 8}
            output: {paths: 1}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"euler-maruyama", "milstein", "heun"})
    void everybodyMarchesIntoTheEnd(String scheme) {
        RunResult run = run(Runs.written(MARCH, "time.scheme=" + scheme));
        GuidanceResult result = run.guidances().get(0);
        double[] means = {0, 0.125, 0.25, 0.375, NONE, NONE, NONE, NONE, NONE};
        assertArrayEquals(means, result.observed().get("there"));
        for (int k = 0; k < means.length; k++) {
            assertEquals(means[k], result.moments().mean()[k][0]);
            assertEquals(k < 4 ? 0 : NONE, result.moments().variance()[k][0]);
            assertEquals(Math.min(k, 4) / 8f, result.paths()[0][k][0], "x after " + k);
            assertEquals(Math.min(k, 4) / 8f, result.paths()[0][k][1], "the clock stops with it");
        }
        assertArrayEquals(
                new double[] {1, 1, 1, 1, 0, 0, 0, 0, 0}, result.observed().get("living"));
        assertEquals(0, Runs.last(result, "fewest"));
        assertEquals(0.375, Runs.last(result, "most"));
        assertEquals(0.5, result.energy().value(), "four steps of 1/8 are paid for");
        assertEquals(Map.of("absorbed at x = 0.5", 1.0), result.absorbed());
        assertTrue(result.histograms().isEmpty());
        assertTrue(
                run.notes().contains(Note.of("no agent lives from t = 0.5000 on; means over no agents have no value")));
    }

    /** 1/(1 + h) of a step: beyond the end after five, not four. */
    @Test
    void tamedStepsAreShorter() {
        GuidanceResult result = Runs.run(Runs.written(MARCH, "time.scheme=tamed-euler"), "cpu-scalar");
        assertArrayEquals(
                new double[] {1, 1, 1, 1, 1, 0, 0, 0, 0}, result.observed().get("living"));
    }

    /** Half a drift, friction of rate 0, half a drift. */
    @Test
    void positionsWithVelocitiesStopWithThem() {
        String yaml = MARCH.replace("[x, clock]", "[x, v]")
                .replace("{x: 1, clock: 1}", "{x: v, v: 0}")
                .replace("[0, 0]", "[0, 1]");
        GuidanceResult result = Runs.run(Runs.written(yaml, "time.scheme=baoab"), "cpu-scalar");
        assertArrayEquals(
                new double[] {1, 1, 1, 1, 0, 0, 0, 0, 0}, result.observed().get("living"));
    }

    /** Of four in a row the first starts on the end and the second beyond it: neither lives at any time. */
    @Test
    void startsThatAreNotInsideAreAbsorbedAtOnce() {
        GuidanceResult result = Runs.run(Runs.written(ROW), "cpu-scalar");
        assertArrayEquals(new double[] {0.5, 0.5, 0.5}, result.observed().get("living"));
        assertArrayEquals(new double[] {2, 2, 2}, result.observed().get("middle"));
        assertArrayEquals(new double[] {1, 1, 1}, result.observed().get("spread"), 1e-6);
        assertArrayEquals(
                new double[] {10, 10, 10}, result.observed().get("both"), 1e-4, "covariance of 1, 3 with 10, 30");
        assertArrayEquals(new double[] {0.5, 0.5, 0.5}, result.observed().get("share"));
        assertEquals(1, result.moments().variance()[2][0]);
        assertEquals(100, result.terminalCovariance()[1][1]);
        assertEquals(10, result.terminalCovariance()[0][1]);
        assertEquals(2, sum(result.histograms().get(0).counts()));
        assertEquals(Map.of("absorbed at x = 0", 0.5), result.absorbed());
    }

    private static final String ROW = """
            model: custom
            dynamics:
              state: [x, y]
              drift: {x: 0, y: 0}
              boundary: {x: {absorbing: [0, none]}}
              horizon: 1
            observe:
              middle: mean(x)
              spread: variance(x)
              both: covariance(x, y)
              share: living
            initial: {samples: ROWS}
            population: {agents: 4}
            time: {steps: 2}
            """.replace("ROWS", "[[0, 1000], [-1, 7], [1, 10], [3, 30]]");

    /** One component lives, one starts beyond the end: the mean over its label has no value, and nobody reads it. */
    @Test
    void labelsHaveTheirOwnLiving() {
        String yaml = """
                model: custom
                dynamics:
                  state: [x]
                  drift: {x: 0}
                  boundary: {x: {absorbing: [-1, 5]}}
                  horizon: 1
                observe: {first: "mean(x, 1)", second: "mean(x, 2)"}
                initial: {mixture: {weights: [1, 3], means: [0, 10], standard-deviations: [0, 0]}, sizes: fixed}
                population: {agents: 8}
                time: {steps: 2}
                """;
        GuidanceResult result = Runs.run(Runs.written(yaml), "cpu-scalar");
        MomentSeries first = result.componentMoments().get(0);
        MomentSeries second = result.componentMoments().get(1);
        assertArrayEquals(new double[] {1, 1, 1}, first.living());
        assertArrayEquals(new double[] {0, 0, 0}, second.living());
        assertArrayEquals(new double[] {0.25, 0.25, 0.25}, result.observed().get("living"));
        assertArrayEquals(new double[] {0, 0, 0}, result.observed().get("first"));
        assertArrayEquals(new double[] {NONE, NONE, NONE}, result.observed().get("second"));
        assertEquals(Map.of("absorbed at x = -1", 0.0, "absorbed at x = 5", 0.75), result.absorbed());
    }

    @Test
    void studiesOfChaosRefuseThem() {
        ScenarioException e =
                assertThrows(ScenarioException.class, () -> new Chaos(Runs.bundled("defaults"), new int[] {10}, 2));
        assertEquals(
                "dynamics.boundary: an end that absorbs agents is not accepted; give a model without it for this study",
                e.getMessage());
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private static RunResult run(Scenario scenario) {
        return new Simulation(Problem.of(scenario), Backends.select("cpu-scalar"), 1, Progress.NONE, null).run();
    }
}
