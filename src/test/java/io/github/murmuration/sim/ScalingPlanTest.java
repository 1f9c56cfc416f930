package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.ensemble.Tiling;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingPlanTest {

    /** 64 blocks, 3 sums of each, 10 steps, 16384e2 agent-steps per second, 1 ms, 1 MB/s. */
    private static ScalingPlan plan(int every) {
        return new ScalingPlan(
                64L * Tiling.BLOCK, 1, 3, 10, every, MeasuredRate.given(100.0 * Tiling.BLOCK), 1e-3, 1e6);
    }

    /** 0.64 s for all blocks; four parts of 16 blocks are a subtree each: 8 (4 + 1 + 3) bytes, of which 3 come and 12 go. */
    @Test
    void isTheModelByHand() {
        ScalingPlan.Row one = plan(1).row(1);
        assertEquals(0.64, one.compute(), 1e-12);
        assertEquals(0, one.exchange());
        ScalingPlan.Row four = plan(1).row(4);
        assertEquals(16L * Tiling.BLOCK, four.agents());
        assertEquals(64, four.message());
        assertEquals(0.16, four.compute(), 1e-12);
        assertEquals(1e-3 + 64 * 15 / 1e6, four.exchange(), 1e-12);
        assertEquals(1 / (0.16 + 1e-3 + 9.6e-4), four.stepsPerSecond(), 1e-9);
        assertEquals(10 * (0.16 + 1e-3 + 9.6e-4), four.run(), 1e-9);
        assertEquals((1e-3 + 9.6e-4) / 8, plan(8).row(4).exchange(), 1e-12);
    }

    /** Of 64 blocks in 3 parts the middle one, from 21 to 42, is 21 | 22-23 | 24-31 | 32-39 | 40-41. */
    @Test
    void theLongestMessageIsThatOfTheMostSubtrees() {
        ScalingPlan.Row three = plan(1).row(3);
        assertEquals(8 * (4 + 5 + 5 * 3), three.message());
        assertEquals(22L * Tiling.BLOCK, three.agents());
    }

    @Test
    void endsWhereAnExchangeTakesAsLongAsAStep() {
        List<ScalingPlan.Row> rows = plan(1).rows();
        ScalingPlan.Row last = rows.get(rows.size() - 1);
        assertTrue(last.exchange() >= last.compute(), last::toString);
        assertEquals(32, last.workers());
        assertEquals(6, rows.size());
        assertTrue(rows.stream().limit(5).allMatch(row -> row.exchange() < row.compute()), rows::toString);
    }

    @Test
    void endsWithABlockForEach() {
        List<ScalingPlan.Row> rows =
                new ScalingPlan(3L * Tiling.BLOCK, 1, 3, 10, 1, new MeasuredRate(1e3, 0.5, 1e4, 7), 1e-9, 1e12).rows();
        double step = 0.5 + 3 * Tiling.BLOCK / 1e3;
        assertEquals(step, rows.get(0).compute(), 1e-9);
        assertEquals(7 + 3 * Tiling.BLOCK / 1e4 + 10 * step, rows.get(0).run(), 1e-9);
        assertEquals(List.of(1, 2), rows.stream().map(ScalingPlan.Row::workers).toList());
    }
}
