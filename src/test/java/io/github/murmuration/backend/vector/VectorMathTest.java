package io.github.murmuration.backend.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.arithmetic.BinaryFunction;
import io.github.murmuration.arithmetic.SpecialFloats;
import io.github.murmuration.arithmetic.UnaryFunction;
import io.github.murmuration.tape.Operation;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At the lane width that {@code -Dmurmuration.vector.bits} names, once per width. */
@Tag("parity")
@Tag("lanes")
class VectorMathTest {

    private static final int LENGTH = 1024;
    private static final int FROM = 16;
    private static final SplittableRandom RANDOM = new SplittableRandom(1);

    private interface Unary {
        void apply(float[] in, int inAt, float[] out, int outAt, int length);
    }

    private interface Binary {
        void apply(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int length);
    }

    @ParameterizedTest
    @EnumSource
    void bitsOfOneNumber(UnaryFunction function) {
        assertBits(function, special());
        for (int n = 0; n < 2000; n++) {
            assertBits(function, any());
            assertBits(function, usual());
        }
    }

    @ParameterizedTest
    @EnumSource
    void bitsOfTwoNumbers(BinaryFunction function) {
        for (float first : SpecialFloats.all()) {
            float[] a = new float[FROM + LENGTH];
            Arrays.fill(a, first);
            assertBits(function, a, special());
        }
        for (int n = 0; n < 2000; n++) {
            assertBits(function, any(), any());
            assertBits(function, usual(), usual());
        }
    }

    /** Into another array, then in place. */
    private static void assertBits(UnaryFunction function, float[] x) {
        float[] out = new float[LENGTH];
        array(function).apply(x, FROM, out, 0, LENGTH);
        float[] within = x.clone();
        array(function).apply(within, FROM, within, FROM, LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            float argument = x[FROM + i];
            assertBits(function.of(argument), out[i], () -> function + " of " + argument);
            assertBits(out[i], within[FROM + i], () -> function + " in place of " + argument);
        }
    }

    private static void assertBits(BinaryFunction function, float[] a, float[] b) {
        float[] out = new float[LENGTH];
        array(function).apply(a, FROM, b, FROM, out, 0, LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int at = FROM + i;
            assertBits(function.of(a[at], b[at]), out[i], () -> function + " of " + a[at] + " and " + b[at]);
        }
    }

    /** NaN is one value. */
    private static void assertBits(float expected, float computed, Supplier<String> what) {
        assertEquals(Float.floatToIntBits(expected), Float.floatToIntBits(computed), what);
    }

    private static Unary array(UnaryFunction function) {
        return switch (function) {
            case EXP -> VectorMath::exp;
            case LOG -> VectorMath::log;
            case SIN -> VectorMath::sin;
            case COS -> VectorMath::cos;
            case TANH -> VectorMath::tanh;
            case SQRT -> VectorMath::sqrt;
            case FLOOR -> VectorMath::floor;
            case SIGN -> VectorMath::sign;
            case ABS -> VectorMath::abs;
            case NEGATE -> VectorMath::negate;
        };
    }

    private static Binary array(BinaryFunction function) {
        return switch (function) {
            case ATAN2 -> VectorMath::atan2;
            case MIN -> tape(Operation.MIN);
            case MAX -> tape(Operation.MAX);
        };
    }

    /** What tapes do, a tile at a time. */
    private static Binary tape(Operation operation) {
        return (a, aAt, b, bAt, out, outAt, length) -> {
            VectorOperand left = new VectorOperand();
            VectorOperand right = new VectorOperand();
            left.set(a, aAt, VectorOperand.EACH);
            right.set(b, bAt, VectorOperand.EACH);
            new VectorOperations().apply(operation, left, right, null, out, outAt);
        };
    }

    private static float[] special() {
        float[] special = SpecialFloats.all();
        float[] x = new float[FROM + LENGTH];
        for (int i = 0; i < x.length; i++) {
            x[i] = special[i % special.length];
        }
        return x;
    }

    private static float[] any() {
        float[] x = new float[FROM + LENGTH];
        for (int i = 0; i < x.length; i++) {
            x[i] = Float.intBitsToFloat(RANDOM.nextInt());
        }
        return x;
    }

    private static float[] usual() {
        float[] x = new float[FROM + LENGTH];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (200 * RANDOM.nextDouble() - 100);
        }
        return x;
    }
}
