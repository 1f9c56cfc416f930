package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), labels(Ticks.inside(Range.UNIT, 5)));
        assertEquals(List.of("\u221250", "0", "50"), labels(Ticks.inside(new Range(-60, 70), 3)));
    }

    @Test
    void rangesGrowToTheNextTick() {
        Ticks ticks = Ticks.around(new Range(0.66, 3.19), 5);
        assertEquals(new Range(0.5, 3.5), ticks.range());
        assertEquals(List.of("0.5", "1.0", "1.5", "2.0", "2.5", "3.0", "3.5"), labels(ticks));
    }

    @Test
    void aSingleValueStillHasAnAxis() {
        Ticks ticks = Ticks.around(new Range(4, 4), 5);
        assertEquals(true, ticks.range().high() > ticks.range().low());
        assertEquals(true, ticks.values().length >= 2);
    }

    @Test
    void aSmallRangeFarFromZeroHasTicksToo() {
        assertEquals(3, Ticks.inside(new Range(1e12, 1e12 + 1), 2).values().length);
    }

    @Test
    void indicesHaveNoTicksBetweenThem() {
        assertArrayEquals(
                new double[] {0, 1}, Ticks.whole(Range.ofIndices(2), 10).values());
        assertEquals(List.of("0", "5", "10", "15", "20", "25", "30"), labels(Ticks.whole(Range.ofIndices(32), 6)));
    }

    @Test
    void decadesArePowersOfTen() {
        Ticks ticks = Ticks.decades(new Range(-2.5, 1.2), 6);
        assertEquals(new Range(-3, 2), ticks.range());
        assertEquals(
                List.of("10\u207b\u00b3", "10\u207b\u00b2", "10\u207b\u00b9", "1", "10", "10\u00b2"), labels(ticks));
    }

    private static List<String> labels(Ticks ticks) {
        return Arrays.stream(ticks.values()).mapToObj(ticks.label()).toList();
    }

    @Test
    void aSinglePointHasAnAxisToo() {
        Ticks ticks = Ticks.inside(new Range(0.5, 0.5), 8);
        assertTrue(ticks.values().length >= 2);
        assertTrue(ticks.range().low() <= 0.5 && ticks.range().high() >= 0.5);
    }
}
