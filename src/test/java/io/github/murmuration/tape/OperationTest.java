package io.github.murmuration.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTest {
    private static final float NAN = Float.NaN;

    @ParameterizedTest
    @CsvSource({
        "ADD, 1, 2, 0, 3",
        "SUBTRACT, 1, 2, 0, -1",
        "MULTIPLY, 3, 2, 0, 6",
        "DIVIDE, 3, 2, 0, 1.5",
        "DIVIDE, 1, 0, 0, Infinity",
        "FMA, 2, 3, 4, 10",
        "FMS, 2, 3, 4, 2",
        "FNMA, 2, 3, 4, -2",
        "NEGATE, 2, 0, 0, -2",
        "NEGATE, 0, 0, 0, -0.0",
        "ABS, -2, 0, 0, 2",
        "ABS, -0.0, 0, 0, 0",
        "SQRT, 9, 0, 0, 3",
        "SQRT, -1, 0, 0, NaN",
        "EXP, 0, 0, 0, 1",
        "LOG, 1, 0, 0, 0",
        "SIN, 0, 0, 0, 0",
        "COS, 0, 0, 0, 1",
        "TANH, 0, 0, 0, 0",
        "ATAN2, 0, 1, 0, 0",
        "FLOOR, -1.5, 0, 0, -2",
        "SIGN, -3, 0, 0, -1",
        "SIGN, 1e-45, 0, 0, 1",
        "SIGN, 0, 0, 0, 0",
        "SIGN, NaN, 0, 0, NaN",
        "MIN, 1, 2, 0, 1",
        "MIN, NaN, 2, 0, NaN",
        "MIN, 2, NaN, 0, NaN",
        "MIN, 0, -0.0, 0, -0.0",
        "MIN, -0.0, 0, 0, 0",
        "MAX, 1, 2, 0, 2",
        "MAX, NaN, 2, 0, NaN",
        "MAX, 2, NaN, 0, NaN",
        "MAX, 0, -0.0, 0, -0.0",
        "MAX, -0.0, 0, 0, 0",
        "LESS, 1, 2, 0, 1",
        "LESS, 2, 2, 0, 0",
        "LESS, NaN, 2, 0, 0",
        "LESS_EQUAL, 2, 2, 0, 1",
        "LESS_EQUAL, 2, NaN, 0, 0",
        "EQUAL, 0, -0.0, 0, 1",
        "EQUAL, NaN, NaN, 0, 0",
        "NOT_EQUAL, 1, 1, 0, 0",
        "NOT_EQUAL, NaN, NaN, 0, 1",
        "AND, 1, 1, 0, 1",
        "AND, 1, 0, 0, 0",
        "OR, 0, 1, 0, 1",
        "OR, 0, 0, 0, 0",
        "NOT, 1, 0, 0, 0",
        "NOT, 0, 0, 0, 1",
        "WHERE, 1, 2, 3, 2",
        "WHERE, 0, 2, 3, 3",
        "WHERE, 0, NaN, 3, 3",
        "WHERE, 1, 2, NaN, 2"
    })
    void value(Operation operation, float a, float b, float c, float value) {
        assertEquals(value, operation.apply(a, b, c));
    }

    /** 1 + 2^-12 squared is 1 + 2^-11 + 2^-24: one rounding keeps the last term, two lose it. */
    @Test
    void fusedOperationsRoundOnce() {
        float a = 1 + 0x1p-12f;
        float rounded = 1 + 0x1p-11f;
        assertEquals(0x1p-24f, Operation.FMA.apply(a, a, -rounded));
        assertEquals(0x1p-24f, Operation.FMS.apply(a, a, rounded));
        assertEquals(-0x1p-24f, Operation.FNMA.apply(a, a, rounded));
    }

    @Test
    void subnormalsAreKept() {
        assertEquals(Float.MIN_VALUE, Operation.MULTIPLY.apply(2 * Float.MIN_VALUE, 0.5f, 0));
        assertEquals(
                Float.MIN_VALUE, Operation.SUBTRACT.apply(Float.MIN_NORMAL, Float.MIN_NORMAL - Float.MIN_VALUE, 0));
    }

    @ParameterizedTest
    @EnumSource
    void notANumberIsHandedOn(Operation operation) {
        boolean condition = Operation.LESS.compareTo(operation) <= 0;
        for (int i = 0; i < operation.operands() && !condition; i++) {
            float value = operation.apply(i == 0 ? NAN : 0.5f, i == 1 ? NAN : 0.25f, i == 2 ? NAN : 2);
            assertTrue(Float.isNaN(value), "operand " + i);
        }
    }
}
