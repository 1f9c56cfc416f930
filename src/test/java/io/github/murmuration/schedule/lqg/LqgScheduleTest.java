package io.github.murmuration.schedule.lqg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.schedule.AffineLayout;
import io.github.murmuration.schedule.TimeGrid;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Steps however many there are: they share one solution, which knows nothing of them. */
@Tag("analytic")
class LqgScheduleTest {

    private static final LinearQuadraticProblem PROBLEM = LinearQuadraticProblem.random(2, 0.8, false, 31);

    /** Step 30 of 300 and step 30,000 of 300,000 begin at 0.1: the same float32 gains under every guidance. */
    @Test
    void theGainsOfAStepDependOnItsTimeAlone() {
        for (Guidance guidance : new Guidance[] {new Guidance.Zero(), new Guidance.MeanField()}) {
            LqgSchedule few = schedule(guidance, 300);
            assertArrayEquals(gains(few, 30), gains(schedule(guidance, 300_000), 30_000));
        }
    }

    /** The mean of the chain departs from that in continuous time by O(dt): a thousandth of it at a thousand times the steps. */
    @Test
    @Tag("order")
    void theCentreApproachesTheMeanInContinuousTime() {
        LqgSolution.Values exact = PROBLEM.solve(new Guidance.Zero()).at(0.1);
        double few = schedule(new Guidance.Zero(), 300).centre(30)[0] - exact.mean()[0];
        double many = schedule(new Guidance.Zero(), 300_000).centre(30_000)[0] - exact.mean()[0];
        assertEquals(1e3, few / many, 0.03 * 1e3);
    }

    private static LqgSchedule schedule(Guidance guidance, int steps) {
        TimeGrid grid = TimeGrid.of(LinearQuadraticProblem.PROTOCOL, steps);
        return new LqgSchedule(PROBLEM.dynamics(), PROBLEM.solve(guidance), grid, false);
    }

    private static float[] gains(LqgSchedule schedule, int k) {
        AffineLayout layout = schedule.layout();
        return Arrays.copyOfRange(schedule.rows(k, 1), layout.gain(), layout.gain() + 4);
    }
}
