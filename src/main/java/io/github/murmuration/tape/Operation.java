package io.github.murmuration.tape;

import io.github.murmuration.arithmetic.ReproducibleMath;

/**
 * What a tape may do with float32 values a, b, c: IEEE 754, one rounding each, or a function of {@link ReproducibleMath}.
 * Conditions are 1 or 0. The ordinal is part of a tape's code: append only.
 */
public enum Operation {
    ADD(2, (a, b, c) -> a + b),
    SUBTRACT(2, (a, b, c) -> a - b),
    MULTIPLY(2, (a, b, c) -> a * b),
    DIVIDE(2, (a, b, c) -> a / b),
    /** a b + c. */
    FMA(3, (a, b, c) -> Math.fma(a, b, c)),
    /** a b - c. */
    FMS(3, (a, b, c) -> Math.fma(a, b, -c)),
    /** c - a b. */
    FNMA(3, (a, b, c) -> Math.fma(-a, b, c)),
    NEGATE(1, (a, b, c) -> -a),
    ABS(1, (a, b, c) -> Math.abs(a)),
    MIN(2, (a, b, c) -> ReproducibleMath.min(a, b)),
    MAX(2, (a, b, c) -> ReproducibleMath.max(a, b)),
    SQRT(1, (a, b, c) -> (float) Math.sqrt(a)),
    EXP(1, (a, b, c) -> ReproducibleMath.exp(a)),
    LOG(1, (a, b, c) -> ReproducibleMath.log(a)),
    SIN(1, (a, b, c) -> ReproducibleMath.sin(a)),
    COS(1, (a, b, c) -> ReproducibleMath.cos(a)),
    TANH(1, (a, b, c) -> ReproducibleMath.tanh(a)),
    /** Angle of the point (b, a). */
    ATAN2(2, (a, b, c) -> ReproducibleMath.atan2(a, b)),
    FLOOR(1, (a, b, c) -> (float) Math.floor(a)),
    SIGN(1, (a, b, c) -> Math.signum(a)),
    LESS(2, (a, b, c) -> a < b ? 1 : 0),
    LESS_EQUAL(2, (a, b, c) -> a <= b ? 1 : 0),
    EQUAL(2, (a, b, c) -> a == b ? 1 : 0),
    NOT_EQUAL(2, (a, b, c) -> a != b ? 1 : 0),
    AND(2, (a, b, c) -> a != 0 && b != 0 ? 1 : 0),
    OR(2, (a, b, c) -> a != 0 || b != 0 ? 1 : 0),
    NOT(1, (a, b, c) -> a == 0 ? 1 : 0),
    /** b if a is not 0, else c. */
    WHERE(3, (a, b, c) -> a != 0 ? b : c);

    @FunctionalInterface
    private interface Meaning {
        float of(float a, float b, float c);
    }

    private final int operands;
    private final Meaning meaning;

    Operation(int operands, Meaning meaning) {
        this.operands = operands;
        this.meaning = meaning;
    }

    /** How many of a, b, c it reads. */
    public int operands() {
        return operands;
    }

    /** Its value; the bits that every backend gives. Operands that it does not read are ignored. */
    public float apply(float a, float b, float c) {
        return meaning.of(a, b, c);
    }
}
