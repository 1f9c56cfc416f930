package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.exact.ExactValues;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void oneAlignedAsciiLinePerGuidance() {
        SmallRun small = SmallRun.of(Scenarios.demandResponse(1, 40, 16, Scenarios.THREE));
        String table = TextTable.of(small.result(), small.exact());
        List<String> lines = table.lines().toList();
        assertEquals(5, lines.size());
        assertEquals(1, lines.stream().limit(4).map(String::length).distinct().count());
        assertTrue(lines.get(0).contains("exact  vs mean-field  vs zero  vs target-mean"));
        assertTrue(lines.get(1).startsWith("mean-field"));
        assertTrue(lines.get(1).endsWith("4.60e8"));
        assertTrue(table.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127));
    }

    @Test
    void columnsOfWhatIsUnknownAreLeftOut() {
        SmallRun small = SmallRun.of(Scenarios.demandResponse(1, 40, 16, Scenarios.ONE));
        String table = TextTable.of(small.result(), ExactValues.NONE);
        assertFalse(table.contains("exact"));
        assertFalse(table.contains("vs "));
        assertEquals(2, table.lines().count());
    }

    @Test
    void infiniteIsAWord() {
        SmallRun small = SmallRun.of(Scenarios.toPatterns(40, 16));
        assertTrue(TextTable.of(small.result(), small.exact()).contains("infinite"));
    }

    @Test
    void numbersShowTwoDigitsOfTheirError() {
        assertEquals("12.8145", Numbers.estimate(12.81446, 0.0042));
        assertEquals("12.82", Numbers.estimate(12.8167, 0.14));
        assertEquals("129", Numbers.estimate(128.6, 33));
        assertEquals("12.8167", Numbers.estimate(12.81671, 0));
        assertEquals("1.5e-7", Numbers.significant(1.5e-7, 3));
        assertEquals("24.2 %", Numbers.percent(0.2416));
        assertEquals("0.0 %", Numbers.percent(-0.0004));
        assertEquals("-0.1 %", Numbers.percent(-0.0006));
        assertEquals("0.00", Numbers.estimate(-0.001, 0.14));
        assertEquals("0.0", Numbers.signed(-0.04));
        assertEquals("+0.5", Numbers.signed(0.5));
        assertEquals("1\u00a0000\u00a0000", Numbers.count(1_000_000));
        assertEquals("\u22120.5", Numbers.signed(-0.51));
    }
}
