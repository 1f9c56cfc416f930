package io.github.murmuration.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.Protocol;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("analytic")
class TimeGridTest {

    private static final double[][] BREAKS = {
        {0, 1},
        {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1},
        {0, 1e-6, 0.5, 1},
        {0, 1.0 / 3, 1 - 1e-9, 1},
        Protocols.AWKWARD_BREAKS
    };

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 97, 800, 100_000})
    void containsEveryBreakInThatManySteps(int steps) {
        for (double[] breaks : BREAKS) {
            Protocol protocol = Protocols.of(breaks, new double[breaks.length - 1]);
            TimeGrid grid = TimeGrid.of(protocol, steps);
            assertEquals(steps, grid.steps());
            double[] times = GridTimes.of(grid);
            for (double end : breaks) {
                assertTrue(Arrays.binarySearch(times, end) >= 0, "break " + end);
            }
            for (int k = 0; k < steps; k++) {
                assertTrue(grid.step(k) > 0);
                int interval = grid.interval(k);
                assertTrue(breaks[interval] <= grid.time(k) && grid.time(k + 1) <= breaks[interval + 1]);
            }
        }
    }

    @Test
    void stepsAreEqualWhereTheyCanBe() {
        int[] steps = {10, 100, 800};
        for (int n : steps) {
            Protocol protocol = Protocols.of(BREAKS[1], new double[10]);
            TimeGrid grid = TimeGrid.of(protocol, n);
            for (int k = 0; k < n; k++) {
                assertEquals(1.0 / n, grid.step(k), 1e-15);
            }
        }
        TimeGrid uneven = TimeGrid.of(Protocols.awkward(1, 1, 1), 20);
        for (int k = 0; k < 20; k++) {
            assertEquals(0.05, uneven.step(k), 1e-15);
        }
    }

    /** No other share of the steps has a shorter longest step: moving one step anywhere does not help. */
    @Test
    void longestStepIsAsShortAsCanBe() {
        double[] lengths = {0.3, 0.25, 0.45};
        for (int n = 3; n < 40; n++) {
            TimeGrid grid = TimeGrid.of(Protocols.awkward(1, 1, 1), n);
            double longest = 0;
            for (int k = 0; k < n; k++) {
                longest = Math.max(longest, grid.step(k));
            }
            double best = 1;
            for (int i = 1; i < n - 1; i++) {
                for (int j = 1; i + j < n; j++) {
                    best = Math.min(best, Math.max(lengths[0] / i, Math.max(lengths[1] / j, lengths[2] / (n - i - j))));
                }
            }
            assertEquals(best, longest, 1e-14);
        }
    }

    @Test
    void refusesFewerStepsThanIntervals() {
        Protocol protocol = Protocols.awkward(1, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> TimeGrid.of(protocol, 2));
    }
}
