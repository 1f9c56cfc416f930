package io.github.murmuration.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Errors against the double-precision functions of the JDK, whose own error (1 ulp of a double) is 2e-9 ulp of a float. Bounds
 * are the largest errors over every float of each range, found once by an exhaustive search, rounded up; here floats are visited
 * with a stride (a prime, so that all low-order bits occur).
 */
@Tag("analytic")
class NarrowMathTest {

    private static final int STRIDE = 101;

    @FunctionalInterface
    private interface FloatFunction {
        float at(float x);
    }

    /** Exhaustive: 1.927 ulp at 0.88369226, 0.57 below 2^-32. */
    @Test
    void minusTwoLog() {
        double worst = worstUlp(0x1p-32f, 1 - 0x1p-24f, NarrowMath::minusTwoLog, u -> -2 * Math.log(u));
        assertTrue(worst < 1.93, "ulp: " + worst);
        double smallest = worstUlp(Float.MIN_NORMAL, 0x1p-32f, NarrowMath::minusTwoLog, u -> -2 * Math.log(u));
        assertTrue(smallest < 0.58, "ulp: " + smallest);
        assertEquals(1.926, ulp(NarrowMath.minusTwoLog(0.88369226f), -2 * Math.log(0.88369226f)), 1e-3);
    }

    /** Floats next to 1 are the ones that Box-Muller draws most often from its coarse end. */
    @Test
    void minusTwoLogNextToOne() {
        assertEquals(0.0f, Math.abs(NarrowMath.minusTwoLog(1)));
        for (float u = Math.nextDown(1f); u > 0.9999f; u = Math.nextDown(u)) {
            assertTrue(ulp(NarrowMath.minusTwoLog(u), -2 * Math.log(u)) < 1.93);
        }
    }

    /** Exhaustive: 1.601 ulp for the sine, 1.411 for the cosine. */
    @Test
    void sineAndCosine() {
        double sine = worstUlp(0x1p-60f, 0.5f, NarrowMath::sinQuarterTurns, x -> Math.sin(Math.PI * x / 2));
        double cosine = worstUlp(0x1p-60f, 0.5f, NarrowMath::cosQuarterTurns, x -> Math.cos(Math.PI * x / 2));
        assertTrue(sine < 1.61, "ulp: " + sine);
        assertTrue(cosine < 1.42, "ulp: " + cosine);
        assertEquals(0.0f, NarrowMath.sinQuarterTurns(0));
        assertEquals(1.0f, NarrowMath.cosQuarterTurns(0));
    }

    @Test
    void sineIsOddAndCosineEven() {
        for (float x = 1e-3f; x <= 0.5f; x += 1e-3f) {
            assertEquals(-NarrowMath.sinQuarterTurns(x), NarrowMath.sinQuarterTurns(-x));
            assertEquals(NarrowMath.cosQuarterTurns(x), NarrowMath.cosQuarterTurns(-x));
        }
    }

    /** The angle is rounded to 24 bits of at most half a quarter turn: 2^-26 quarter turns. */
    @Test
    void angleSplitsIntoQuadrantAndRest() {
        int[] edges = {0, 1, -1, 0x1fffffff, 0x20000000, 0x3fffffff, 0x40000000, 0x60000000, 0x80000000, 0xe0000000};
        for (int angle : edges) {
            assertSplit(angle);
        }
        for (int n = 0; n < 1_000_000; n++) {
            assertSplit(n * 0x9e3779b9);
        }
    }

    private static void assertSplit(int angle) {
        int quadrant = NarrowMath.quadrant(angle);
        float rest = NarrowMath.quarterTurns(angle);
        assertTrue(quadrant >= 0 && quadrant <= 3);
        assertTrue(Math.abs(rest) <= 0.5f);
        double turns = Math.IEEEremainder((quadrant + (double) rest) / 4 - Integer.toUnsignedLong(angle) * 0x1p-32, 1);
        assertEquals(0, turns, 0x1p-28);
    }

    /** Exhaustive: 2.272 ulp at -2.9350061. */
    @Test
    void exponential() {
        double worst = worstUlp(0x1p-60f, 87, x -> NarrowMath.decay(-x), x -> Math.exp(-x));
        assertTrue(worst < 2.28, "ulp: " + worst);
        assertEquals(2.271, ulp(NarrowMath.decay(-2.9350061f), Math.exp(-2.9350061f)), 1e-3);
    }

    @Test
    void exponentialAtItsEnds() {
        assertEquals(1.0f, NarrowMath.decay(0.0f));
        assertEquals(1.0f, NarrowMath.decay(-0.0f));
        assertTrue(NarrowMath.decay(-87) > Float.MIN_NORMAL);
        assertEquals(0.0f, NarrowMath.decay(Math.nextDown(-87f)));
        assertEquals(0.0f, NarrowMath.decay(Float.NEGATIVE_INFINITY));
        assertTrue(Float.isNaN(NarrowMath.decay(Float.NaN)));
    }

    private static double worstUlp(float from, float to, FloatFunction function, DoubleUnaryOperator exact) {
        double worst = 0;
        for (int bits = Float.floatToIntBits(from); bits <= Float.floatToIntBits(to); bits += STRIDE) {
            float x = Float.intBitsToFloat(bits);
            worst = Math.max(worst, ulp(function.at(x), exact.applyAsDouble(x)));
        }
        return worst;
    }

    private static double ulp(float computed, double exact) {
        return Math.abs(computed - exact) / Math.ulp((float) exact);
    }
}
