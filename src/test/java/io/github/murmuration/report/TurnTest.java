package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.sim.Histogram;
import org.junit.jupiter.api.Test;

/** Places on a circle of length 4 from -2. */
class TurnTest {

    private static final Turn TURN = new Turn(-2, 4);

    @Test
    void wholeTurnsAreTakenOff() {
        assertEquals(1.5, TURN.wrapped(9.5), 1e-12);
        assertEquals(-2, TURN.wrapped(2), 1e-12);
        assertEquals(-1, TURN.wrapped(-5), 1e-12);
    }

    @Test
    void aCurveIsBrokenWhereItPassesTheEnd() {
        Curve curve = TURN.wrapped(new Curve(new double[] {0, 1, 2, 3}, new double[] {0, 1.5, 2.5, 3}));
        assertArrayEquals(new double[] {0, 1, 1.5, 2, 3}, curve.x());
        assertArrayEquals(new double[] {0, 1.5, Double.NaN, -1.5, -1}, curve.y());
        assertArrayEquals(new double[] {0, 1.5, 2, 3}, curve.thin(2).x(), "a break stays");
    }

    /** One turn from 7.5: bins of 1 that begin at 7.5, 8.5, 9.5 and 10.5 are those of -0.5, 0.5, 1.5 and -1.5 (10.5 - 12). */
    @Test
    void aHistogramOfOneTurnStartsAtTheEndOfTheCircle() {
        Histogram turned = TURN.histogram(new Histogram(7.5, 1, new long[] {1, 2, 3, 4}));
        assertEquals(-2.5, turned.low(), 1e-12);
        assertArrayEquals(new long[] {3, 4, 1, 2}, turned.counts());
    }

    @Test
    void aDensityIsSorted() {
        Curve density = TURN.density(new Curve(new double[] {1, 2, 3}, new double[] {10, 20, 30}));
        assertArrayEquals(new double[] {-2, -1, 1}, density.x(), 1e-12);
        assertArrayEquals(new double[] {20, 30, 10}, density.y());
    }
}
