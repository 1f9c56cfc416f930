package io.github.murmuration.study.linearity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Protocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("analytic")
class IntervalSweepTest {

    private static final double[] FROM = {3.16};
    private static final double[] TO = {0.66};

    /** 0.00379680: finite differences of m'' = beta (m - nu), m(0) and m(1) given, on 16000 cells. */
    @Test
    void theDemandResponseLeavesTheLineByAMultipleOfOneOverMSquared() {
        IntervalSweep sweep = IntervalSweep.of(TestScenarios.geometric(8), FROM, TO);
        assertArrayEquals(new int[] {8, 16, 32, 64, 128, 256}, sweep.intervals());
        assertEquals(0.00379680, sweep.distances()[0], 1e-6);
        assertEquals(-2, sweep.exponent(), 0.01);
    }

    @Test
    void linearGuidanceDoesNot() {
        Protocol protocol = TestScenarios.geometric(8).with(GuidanceShape.PIECEWISE_LINEAR);
        for (double distance : IntervalSweep.of(protocol, FROM, TO).distances()) {
            assertEquals(0, distance, 1e-12);
        }
    }
}
