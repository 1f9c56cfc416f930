package io.github.murmuration.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Errors against the double-precision functions of the JDK, whose own error (2 ulp of a double at most) is 4e-9 ulp of a float. */
@Tag("analytic")
class ReproducibleMathTest {

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    /** A prime, so that all low-order bits occur. */
    private static final int STRIDE = 1021;

    @ParameterizedTest
    @EnumSource
    void errorsAreBounded(UnaryFunction function) {
        for (float x : SpecialFloats.all()) {
            assertTrue(function.error(x) <= function.bound, () -> function + " of " + x);
        }
        assertBounded(function, STRIDE);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void errorsAreBoundedEverywhere(UnaryFunction function) {
        assertBounded(function, 1);
    }

    private static void assertBounded(UnaryFunction function, int stride) {
        double worst = LongStream.range(0, (1L << Float.SIZE) / stride)
                .parallel()
                .mapToDouble(n -> function.error(Float.intBitsToFloat((int) (n * stride))))
                .max()
                .orElseThrow();
        assertTrue(worst <= function.bound, function + " errs by " + worst + " ulp");
    }

    /** Any two floats, and two of like size. */
    @Test
    void errorsOfTheAngleAreBounded() {
        SplittableRandom random = new SplittableRandom(1);
        double worst = 0;
        for (int n = 0; n < 2_000_000; n++) {
            float y = Float.intBitsToFloat(random.nextInt());
            float x = Float.intBitsToFloat(random.nextInt());
            float alike = (float) (y * (random.nextDouble(4) - 2));
            worst = Math.max(worst, Ulp.between(ReproducibleMath.atan2(y, x), Math.atan2(y, x)));
            worst = Math.max(worst, Ulp.between(ReproducibleMath.atan2(y, alike), Math.atan2(y, alike)));
        }
        double error = worst;
        assertTrue(error <= 1.8, () -> "atan2 errs by " + error + " ulp");
    }

    /** Of both functions, NaN being one value: as IEEE 754 has it. */
    @Test
    void angleOfSpecialPoints() {
        for (float y : SpecialFloats.all()) {
            for (float x : SpecialFloats.all()) {
                float computed = ReproducibleMath.atan2(y, x);
                float exact = (float) Math.atan2(y, x);
                assertTrue(Ulp.between(computed, exact) <= 1.8, () -> "atan2(" + y + ", " + x + ") = " + computed);
                assertEquals(Math.signum(1 / exact), Math.signum(1 / computed));
            }
        }
    }

    @Test
    void oddFunctionsKeepTheSignOfZero() {
        for (UnaryFunction function : new UnaryFunction[] {
            UnaryFunction.SIN, UnaryFunction.TANH, UnaryFunction.SQRT, UnaryFunction.FLOOR, UnaryFunction.SIGN
        }) {
            assertEquals(0f, function.of(0f), function.name());
            assertEquals(-0f, function.of(-0f), function.name());
        }
    }

    @Test
    void exponentialAtItsEnds() {
        assertEquals(1f, ReproducibleMath.exp(-0f));
        assertEquals(Float.MIN_VALUE, ReproducibleMath.exp(-103.97f));
        assertEquals(0f, ReproducibleMath.exp(-104));
        assertTrue(ReproducibleMath.exp(88.7228f) < INFINITY);
        assertEquals(INFINITY, ReproducibleMath.exp(88.7229f));
    }

    @Test
    void logarithmWhereThereIsNone() {
        assertEquals(-INFINITY, ReproducibleMath.log(0f));
        assertEquals(-INFINITY, ReproducibleMath.log(-0f));
        assertTrue(Float.isNaN(ReproducibleMath.log(-Float.MIN_VALUE)));
        assertEquals(0f, ReproducibleMath.log(1f));
        assertEquals(INFINITY, ReproducibleMath.log(INFINITY));
    }

    @Test
    void extremesPassNaNOn() {
        assertTrue(Float.isNaN(ReproducibleMath.min(Float.NaN, 1)) && Float.isNaN(ReproducibleMath.min(1, Float.NaN)));
        assertTrue(Float.isNaN(ReproducibleMath.max(Float.NaN, 1)) && Float.isNaN(ReproducibleMath.max(1, Float.NaN)));
        assertEquals(-0f, ReproducibleMath.min(0f, -0f));
        assertEquals(0f, ReproducibleMath.min(-0f, 0f));
        assertEquals(1f, ReproducibleMath.min(1, 2));
        assertEquals(2f, ReproducibleMath.max(1, 2));
    }
}
