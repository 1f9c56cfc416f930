package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.sim.Histogram;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Densities as figures show them. */
class BinnedDensityTest {

    /** 2,500,001 bins that hold 0, 1, 2, 0, 1, 2, ... agents: 2501 together, each with 2501 within one. */
    @Test
    void manyBinsAreMergedAndNobodyIsLost() {
        long[] counts = IntStream.range(0, 2_500_001).mapToLong(i -> i % 3).toArray();
        Histogram merged = BinnedDensity.merged(new Histogram(-5, 4e-6, counts));
        assertEquals(1000, merged.counts().length);
        assertEquals(2501 * 4e-6, merged.width(), 1e-18);
        assertEquals(-5, merged.low());
        assertEquals(Arrays.stream(counts).sum(), Arrays.stream(merged.counts()).sum());
        for (int i = 0; i < 999; i++) {
            assertEquals(2501, merged.counts()[i], 1);
        }
    }

    @Test
    void aFewBinsStayAsTheyAre() {
        long[] counts = {1, 2, 4};
        Histogram merged = BinnedDensity.merged(new Histogram(0, 0.5, counts));
        assertArrayEquals(counts, merged.counts());
        assertEquals(0.5, merged.width());
    }

    /** Heights times widths make 1: of 7 agents, 1, 2 and 4 in bins of 0.5. */
    @Test
    void stepsHaveUnitAreaAndEndAtZero() {
        Curve steps = BinnedDensity.steps(new Histogram(0, 0.5, new long[] {1, 2, 4}));
        assertArrayEquals(new double[] {0, 0.5, 1, 1.5}, steps.x());
        assertArrayEquals(new double[] {2 / 7.0, 4 / 7.0, 8 / 7.0, 0}, steps.y());
    }
}
