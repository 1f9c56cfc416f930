package io.github.murmuration.study.path;

import static io.github.murmuration.study.path.Targets.CLOCK;
import static io.github.murmuration.study.path.Targets.CPU;
import static io.github.murmuration.study.path.Targets.START;
import static io.github.murmuration.study.path.Targets.gaussian;
import static io.github.murmuration.study.path.Targets.meter;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExtrapolationTest {

    /** Reference shares of the right side at p = q = 50, tau = 0.3: 0.538 in all, 0.74 for departures above 4. */
    private static final double RIGHT = 0.538;

    /** Within 0.005 and 3 standard errors of 0.0029: false alarm below 1 in 370. rms without a step: 0.897 in the reference. */
    @Test
    @Tag("statistical")
    void theHalfThatDepartsMoreLiesOnTheSideOfTheInfinitePath() {
        Extrapolation.Result found = run(30_000, 1);
        assertEquals(RIGHT, found.signs()[0].right(), 0.005 + 3 * found.signs()[0].error());
        assertTrue(found.signs()[4].right() > found.signs()[2].right());
        assertEquals(0.897, found.error(), 0.03);
        assertTrue(found.steps()[0].error() < found.error());
        assertTrue(found.steps()[0].naiveError() > found.error());
    }

    /** Averaging over halvings gains more than one of them; relative to the error without a step, which is itself heavy-tailed. */
    @Test
    @Tag("statistical")
    void averagingOverHalvingsGainsMore() {
        Extrapolation.Result found = run(3000, 16);
        assertTrue(found.steps()[15].error() < found.steps()[0].error());
        assertTrue(found.steps()[15].error() < 0.975 * found.error());
    }

    /** The acceptance figures: 0.538 +- 0.005 (4 standard errors), {@code rms <= 0.89} after the best step. */
    @Test
    @Tag("slow")
    @Tag("statistical")
    void theShareOfRightSides() {
        Extrapolation.Result found = run(160_000, 1);
        assertEquals(RIGHT, found.signs()[0].right(), 0.005);
        assertTrue(found.steps()[0].error() <= 0.89);
    }

    /** {@code rms <= 0.87} after 32 halvings. */
    @Test
    @Tag("slow")
    @Tag("statistical")
    void theErrorAfterThirtyTwoHalvings() {
        assertTrue(run(20_000, 32).steps()[31].error() <= 0.87);
    }

    @Test
    void splitsAreHalvesOfAllPatterns() {
        Halving halving = new Halving(4);
        int[][] halves = halving.halves(7, 3, 101);
        assertEquals(50, halves[0].length);
        int[] sorted = IntStream.concat(Arrays.stream(halves[0]), Arrays.stream(halves[1]))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, 101).toArray(), sorted);
        assertArrayEquals(halves, new Halving(4).halves(7, 3, 101));
        assertNotEquals(Arrays.toString(halves[0]), Arrays.toString(halving.halves(7, 4, 101)[0]));
    }

    private static Extrapolation.Result run(int samples, int splits) {
        return new Extrapolation(CLOCK, START, gaussian(1), 5, 100, samples, splits, 0.3).run(CPU, 0, meter());
    }
}
