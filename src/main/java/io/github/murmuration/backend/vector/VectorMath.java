package io.github.murmuration.backend.vector;

import static io.github.murmuration.backend.vector.VectorCoefficients.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** {@link io.github.murmuration.arithmetic.ReproducibleMath}, operation by operation, on vectors. */
final class VectorMath {

    private static final IntVector ONE = IntVector.broadcast(Lanes.INT, 1);
    private static final IntVector TWO = IntVector.broadcast(Lanes.INT, 2);
    private static final IntVector SIGNIFICAND = IntVector.broadcast(Lanes.INT, 0x007fffff);
    private static final FloatVector UNIT = FloatVector.broadcast(Lanes.FLOAT, 1f);
    private static final FloatVector MINUS_TWO = FloatVector.broadcast(Lanes.FLOAT, -2f);

    private VectorMath() {}

    /** a b + c. */
    static FloatVector fma(float a, FloatVector b, FloatVector c) {
        return b.fma(FloatVector.broadcast(Lanes.FLOAT, a), c);
    }

    /** -2 log(u), u in (0, 1]. */
    static FloatVector minusTwoLog(FloatVector u) {
        IntVector shifted = u.reinterpretAsInts().sub(SQRT_HALF_BITS);
        FloatVector exponent = toFloat(shifted.lanewise(VectorOperators.ASHR, 23));
        FloatVector f = shifted.and(SIGNIFICAND)
                .add(SQRT_HALF_BITS)
                .reinterpretAsFloats()
                .sub(UNIT);
        FloatVector p = LOG_8.fma(f, LOG_7).fma(f, LOG_6).fma(f, LOG_5).fma(f, LOG_4);
        p = p.fma(f, LOG_3).fma(f, LOG_2).fma(f, LOG_1).fma(f, LOG_0);
        return exponent.fma(MINUS_TWO_LN2, f.mul(MINUS_TWO).mul(p));
    }

    /** sin(pi x / 2), |x| <= 1/2. */
    static FloatVector sinQuarterTurns(FloatVector x) {
        FloatVector y = x.mul(x);
        return SIN_3.fma(y, SIN_2).fma(y, SIN_1).fma(y, SIN_0).mul(x);
    }

    /** cos(pi x / 2), |x| <= 1/2. */
    static FloatVector cosQuarterTurns(FloatVector x) {
        FloatVector y = x.mul(x);
        return COS_3.fma(y, COS_2).fma(y, COS_1).fma(y, COS_0);
    }

    /** cos(theta). */
    static FloatVector cos(FloatVector theta) {
        FloatVector shifted = shifted(theta);
        FloatVector x = quarterTurns(theta, shifted);
        IntVector quadrant = shifted.reinterpretAsInts();
        return negateIfSecondBit(sineIfOdd(quadrant, x), quadrant.add(ONE));
    }

    /** sin(theta). */
    static FloatVector sin(FloatVector theta) {
        FloatVector shifted = shifted(theta);
        FloatVector x = quarterTurns(theta, shifted);
        IntVector quadrant = shifted.reinterpretAsInts();
        return negateIfSecondBit(sineIfOdd(quadrant.add(ONE), x), quadrant);
    }

    private static FloatVector shifted(FloatVector theta) {
        return theta.fma(TWO_OVER_PI, ROUND_TO_INT);
    }

    private static FloatVector quarterTurns(FloatVector theta, FloatVector shifted) {
        return theta.fma(TWO_OVER_PI, shifted.sub(ROUND_TO_INT).neg());
    }

    /** The sine where n is odd, the cosine elsewhere. */
    private static FloatVector sineIfOdd(IntVector n, FloatVector x) {
        return choose(ifOdd(n), sinQuarterTurns(x), cosQuarterTurns(x));
    }

    /** All bits where n is odd, none elsewhere. */
    static IntVector ifOdd(IntVector n) {
        return n.and(ONE).neg();
    }

    /** All bits where the sign of v is negative, none elsewhere. */
    static IntVector ifNegative(FloatVector v) {
        return v.reinterpretAsInts().lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
    }

    /** v where the bits of choice are set, w elsewhere; fewer operations than with a mask. */
    static FloatVector choose(IntVector choice, FloatVector v, FloatVector w) {
        IntVector other = w.reinterpretAsInts();
        IntVector change =
                v.reinterpretAsInts().lanewise(VectorOperators.XOR, other).and(choice);
        return other.lanewise(VectorOperators.XOR, change).reinterpretAsFloats();
    }

    /** v, or -v where the second bit of n is set. */
    static FloatVector negateIfSecondBit(FloatVector v, IntVector n) {
        IntVector sign = n.and(TWO).lanewise(VectorOperators.LSHL, 30);
        return v.reinterpretAsInts().lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
    }

    /** exp(x), x <= 0. */
    static FloatVector exp(FloatVector x) {
        FloatVector shifted = x.fma(INVERSE_LN2, ROUND_TO_INT);
        FloatVector n = shifted.sub(ROUND_TO_INT);
        FloatVector f = n.fma(LN2_LOW.neg(), n.fma(LN2_HIGH.neg(), x));
        FloatVector p =
                EXP_5.fma(f, EXP_4).fma(f, EXP_3).fma(f, EXP_2).fma(f, EXP_1).fma(f, EXP_0);
        IntVector scale = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        IntVector value = p.reinterpretAsInts().add(scale);
        IntVector underflows = ifNegative(x.sub(EXP_UNDERFLOW));
        return value.and(underflows.not()).reinterpretAsFloats();
    }

    static FloatVector toFloat(IntVector v) {
        return (FloatVector) v.convert(VectorOperators.I2F, 0);
    }
}
