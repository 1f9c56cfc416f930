package io.github.murmuration.backend.vector;

import static io.github.murmuration.arithmetic.Coefficients.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link io.github.murmuration.arithmetic.ReproducibleMath}, operation by operation, on vectors. */
final class VectorMath {

    private static final int SIGNIFICAND = 0x007fffff;

    private VectorMath() {}

    /** a b + c. */
    static FloatVector fma(FloatVector a, FloatVector b, float c) {
        return a.fma(b, FloatVector.broadcast(Lanes.FLOAT, c));
    }

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
                .sub(1.0f);
        FloatVector p = FloatVector.broadcast(Lanes.FLOAT, LOG_8);
        p = fma(p, f, LOG_7);
        p = fma(p, f, LOG_6);
        p = fma(p, f, LOG_5);
        p = fma(p, f, LOG_4);
        p = fma(p, f, LOG_3);
        p = fma(p, f, LOG_2);
        p = fma(p, f, LOG_1);
        p = fma(p, f, LOG_0);
        return fma(MINUS_TWO_LN2, exponent, f.mul(-2.0f).mul(p));
    }

    /** sin(pi x / 2), |x| <= 1/2. */
    static FloatVector sinQuarterTurns(FloatVector x) {
        FloatVector y = x.mul(x);
        FloatVector p = fma(FloatVector.broadcast(Lanes.FLOAT, SIN_3), y, SIN_2);
        p = fma(p, y, SIN_1);
        p = fma(p, y, SIN_0);
        return p.mul(x);
    }

    /** cos(pi x / 2), |x| <= 1/2. */
    static FloatVector cosQuarterTurns(FloatVector x) {
        FloatVector y = x.mul(x);
        FloatVector p = fma(FloatVector.broadcast(Lanes.FLOAT, COS_3), y, COS_2);
        p = fma(p, y, COS_1);
        return fma(p, y, COS_0);
    }

    /** cos(theta). */
    static FloatVector cos(FloatVector theta) {
        FloatVector shifted = shifted(theta);
        FloatVector x = quarterTurns(theta, shifted);
        IntVector quadrant = shifted.reinterpretAsInts().and(3);
        FloatVector value = cosQuarterTurns(x).blend(sinQuarterTurns(x), odd(quadrant));
        return negate(value, quadrant.add(1));
    }

    /** sin(theta). */
    static FloatVector sin(FloatVector theta) {
        FloatVector shifted = shifted(theta);
        FloatVector x = quarterTurns(theta, shifted);
        IntVector quadrant = shifted.reinterpretAsInts().and(3);
        return negate(sinQuarterTurns(x).blend(cosQuarterTurns(x), odd(quadrant)), quadrant);
    }

    private static FloatVector shifted(FloatVector theta) {
        return fma(TWO_OVER_PI, theta, FloatVector.broadcast(Lanes.FLOAT, ROUND_TO_INT));
    }

    private static FloatVector quarterTurns(FloatVector theta, FloatVector shifted) {
        return fma(TWO_OVER_PI, theta, shifted.sub(ROUND_TO_INT).neg());
    }

    private static VectorMask<Float> odd(IntVector quadrant) {
        return quadrant.and(1).compare(VectorOperators.NE, 0).cast(Lanes.FLOAT);
    }

    /** Minus v where the second bit is set. */
    private static FloatVector negate(FloatVector v, IntVector bits) {
        IntVector sign = bits.and(2).lanewise(VectorOperators.LSHL, 30);
        return v.reinterpretAsInts().lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
    }

    /** exp(x), x <= 0. */
    static FloatVector exp(FloatVector x) {
        FloatVector shifted = fma(x, FloatVector.broadcast(Lanes.FLOAT, INVERSE_LN2), ROUND_TO_INT);
        FloatVector n = shifted.sub(ROUND_TO_INT);
        FloatVector f = fma(-LN2_LOW, n, fma(-LN2_HIGH, n, x));
        FloatVector p = fma(FloatVector.broadcast(Lanes.FLOAT, EXP_5), f, EXP_4);
        p = fma(p, f, EXP_3);
        p = fma(p, f, EXP_2);
        p = fma(p, f, EXP_1);
        p = fma(p, f, EXP_0);
        IntVector scale = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        FloatVector value = p.reinterpretAsInts().add(scale).reinterpretAsFloats();
        return value.blend(0.0f, x.compare(VectorOperators.LT, EXP_UNDERFLOW));
    }

    static FloatVector toFloat(IntVector v) {
        return (FloatVector) v.convert(VectorOperators.I2F, 0);
    }
}
