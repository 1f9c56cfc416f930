package io.github.murmuration.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Protocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("analytic")
class GuidancePathTest {

    private static final double[] FROM = {2, -1};
    private static final double[] TO = {6, 1};
    private static final double[] BREAKS = {0, 0.25, 1};

    private static final Protocol CONSTANT =
            new Protocol(BREAKS, new double[] {1, 1}, GuidanceShape.PIECEWISE_CONSTANT);
    private static final Protocol LINEAR = new Protocol(BREAKS, new double[] {1, 1}, GuidanceShape.PIECEWISE_LINEAR);

    @Test
    void meanFieldIsTheLineOrItsMidpoints() {
        GuidancePath constant = GuidancePath.of(new Guidance.MeanField(), CONSTANT, FROM, TO);
        assertArrayEquals(new double[] {2.5, -0.75}, constant.left()[0], 1e-15);
        assertArrayEquals(new double[] {4.5, 0.25}, constant.right()[1], 1e-15);
        GuidancePath linear = GuidancePath.of(new Guidance.MeanField(), LINEAR, FROM, TO);
        assertEquals(3, linear.at(0, 1, 0), 1e-15);
        assertEquals(3, linear.at(1, 0, 0), 1e-15);
        assertEquals(4.5, linear.at(1, 0.5, 0), 1e-15);
    }

    @Test
    void independentAgentsAreGuidedByAPoint() {
        for (Protocol protocol : new Protocol[] {CONSTANT, LINEAR}) {
            GuidancePath zero = GuidancePath.of(new Guidance.Zero(), protocol, FROM, TO);
            GuidancePath target = GuidancePath.of(new Guidance.TargetMean(), protocol, FROM, TO);
            assertEquals(0, zero.at(1, 0.3, 1));
            assertEquals(6, target.at(1, 0.3, 0), 1e-14);
        }
    }

    @Test
    void customPointsAreOnePerIntervalOrPerBreak() {
        Guidance perInterval = new Guidance.Custom(new double[][] {{1, 2}, {3, 4}});
        assertEquals(3, GuidancePath.of(perInterval, CONSTANT, FROM, TO).at(1, 0.9, 0));
        Guidance perBreak = new Guidance.Custom(new double[][] {{1, 2}, {3, 4}, {7, 0}});
        assertEquals(2, GuidancePath.of(perBreak, LINEAR, FROM, TO).at(0, 0.5, 0));
        assertEquals(5, GuidancePath.of(perBreak, LINEAR, FROM, TO).at(1, 0.5, 0));
    }
}
