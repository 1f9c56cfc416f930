package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Captions are true for the run that they stand under. */
class CaptionsTest {

    private static final Scenario CONSTANT = Scenarios.demandResponse(1, 40, 16, Scenarios.ONE);

    @Test
    void guidanceThatIsConstantInIntervalsLeavesTheLineByWhatTheCaptionSays() {
        ExactResult exact = exact(CONSTANT);
        // from 0.6 1.6 + 0.4 5.5 to 0.6 0.1 + 0.4 1.5
        double largest = IntStream.range(0, exact.times().length)
                .mapToDouble(i -> Math.abs(exact.mean()[i][0] - (3.16 + exact.times()[i] * (0.66 - 3.16))))
                .max()
                .orElseThrow();
        assertTrue(largest > 1e-3, "off the line by " + largest);
        for (String figure : List.of("mean", "deviation")) {
            String caption = caption(CONSTANT, exact, figure);
            assertTrue(
                    caption.contains("up to " + Numbers.significant(largest, 2) + " off the straight line"), caption);
            assertFalse(caption.contains("keeps"), caption);
        }
    }

    @Test
    void guidanceThatIsLinearInTimeKeepsTheMeanOnTheLine() {
        Scenario linear = CONSTANT.toBuilder()
                .protocol(new Protocol(
                        CONSTANT.protocol().breaks(), CONSTANT.protocol().beta(), GuidanceShape.PIECEWISE_LINEAR))
                .build();
        String caption = caption(linear, exact(linear), "mean");
        assertTrue(caption.contains("keeps the mean of infinitely many agents on the straight line"), caption);
    }

    @Test
    void exactCurvesAreDrawnWhereThereAreSome() {
        Figure mean = figure(CONSTANT, ExactValues.of(Map.of("mean-field", exact(CONSTANT))), "mean");
        assertEquals(
                List.of("mean-field", "straight line", "exact"),
                mean.panels().get(0).traces().stream().map(Trace::key).toList());
        Figure without = figure(CONSTANT, ExactValues.NONE, "mean");
        assertFalse(without.caption().contains("exact"), without.caption());
        assertFalse(without.caption().contains("Mean-field"), without.caption());
    }

    private static ExactResult exact(Scenario scenario) {
        Problem problem = Problem.of(scenario);
        return ExactValues.of(problem.schedules().get(0), problem.initial(), problem.target(), Crew.of(1))
                .orElseThrow();
    }

    private static String caption(Scenario scenario, ExactResult exact, String name) {
        return figure(scenario, ExactValues.of(Map.of("mean-field", exact)), name)
                .caption();
    }

    private static Figure figure(Scenario scenario, ExactValues exact, String name) {
        return Figures.of(Findings.of(SmallRun.of(scenario).result(), exact)).stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
