package io.github.murmuration.backend.vector;

import static io.github.murmuration.arithmetic.Coefficients.*;
import static jdk.incubator.vector.VectorOperators.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@link io.github.murmuration.arithmetic.ReproducibleMath}, operation by operation, on one vector: log of normal positive numbers, sine
 * and cosine of angles below {@code LARGE_ANGLE}, the others whole. Broadcasts end up in registers before the loops around.
 */
final class VectorFormulas {

    private static final int ROUND_TO_INT_BITS = Float.floatToRawIntBits(ROUND_TO_INT);
    private static final int SIGNIFICAND_BITS = 23;
    private static final int SIGN = Integer.MIN_VALUE;
    private static final int TWO_BITS = Float.floatToRawIntBits(2f);

    private VectorFormulas() {}

    static FloatVector exp(FloatVector x) {
        FloatVector within = x.blend(EXP_MOST, x.compare(GT, EXP_MOST)).blend(EXP_LEAST, x.compare(LT, EXP_LEAST));
        FloatVector shifted = within.fma(constant(INVERSE_LN2), constant(ROUND_TO_INT));
        IntVector n = shifted.reinterpretAsInts().sub(ROUND_TO_INT_BITS);
        IntVector half = n.lanewise(ASHR, 1);
        return expLessOne(lessMultipleOfLog2(within, shifted))
                .add(1f)
                .mul(powerOfTwo(half))
                .mul(powerOfTwo(n.sub(half)));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector size = x.abs();
        FloatVector t = size.blend(TANH_MOST, size.compare(GT, TANH_MOST)).mul(-2f);
        FloatVector shifted = t.fma(constant(INVERSE_LN2), constant(ROUND_TO_INT));
        FloatVector scale = powerOfTwo(shifted.reinterpretAsInts().sub(ROUND_TO_INT_BITS));
        FloatVector e = expLessOne(lessMultipleOfLog2(t, shifted));
        return copySign(e.fma(scale, scale.sub(1f)).div(e.fma(scale, scale.add(1f))), x);
    }

    private static FloatVector lessMultipleOfLog2(FloatVector x, FloatVector shifted) {
        FloatVector n = shifted.sub(ROUND_TO_INT);
        return n.fma(constant(-LN2_LOW), n.fma(constant(-LN2_HIGH), x));
    }

    private static FloatVector expLessOne(FloatVector f) {
        FloatVector p = constant(EXP_6).fma(f, constant(EXP_5));
        p = p.fma(f, constant(EXP_4));
        p = p.fma(f, constant(EXP_3));
        p = p.fma(f, constant(EXP_2));
        return p.fma(f.mul(f), f);
    }

    private static FloatVector powerOfTwo(IntVector n) {
        return n.add(Float.MAX_EXPONENT).lanewise(LSHL, SIGNIFICAND_BITS).reinterpretAsFloats();
    }

    /** log(x), x normal. */
    static FloatVector log(FloatVector x) {
        IntVector shifted = x.reinterpretAsInts().sub(SQRT_HALF_BITS);
        FloatVector n = (FloatVector) shifted.lanewise(ASHR, SIGNIFICAND_BITS).convert(I2F, 0);
        FloatVector f = shifted.and(0x007fffff)
                .add(SQRT_HALF_BITS)
                .reinterpretAsFloats()
                .sub(1f);
        FloatVector p = constant(LOG_8).fma(f, constant(LOG_7));
        p = p.fma(f, constant(LOG_6));
        p = p.fma(f, constant(LOG_5));
        p = p.fma(f, constant(LOG_4));
        p = p.fma(f, constant(LOG_3));
        p = p.fma(f, constant(LOG_2));
        p = p.fma(f, constant(LOG_1));
        return n.fma(constant(LN2_HIGH), f.mul(f).fma(p, n.fma(constant(LN2_LOW), f)));
    }

    /** sin(theta + quarters pi/2), |theta| below 2^16. */
    static FloatVector sinAfter(FloatVector theta, int quarters) {
        FloatVector shifted = theta.fma(constant(TWO_OVER_PI), constant(ROUND_TO_INT));
        FloatVector n = shifted.sub(ROUND_TO_INT);
        FloatVector r = n.fma(constant(-HALF_PI_HIGH), theta);
        r = n.fma(constant(-HALF_PI_LOW), n.fma(constant(-HALF_PI_MIDDLE), r));
        FloatVector y = r.mul(r);
        FloatVector sine = constant(RADIAN_SIN_3).fma(y, constant(RADIAN_SIN_2));
        sine = sine.fma(y, constant(RADIAN_SIN_1)).fma(y, constant(1f)).mul(r);
        FloatVector cosine = constant(RADIAN_COS_4).fma(y, constant(RADIAN_COS_3));
        cosine = cosine.fma(y, constant(RADIAN_COS_2)).fma(y, constant(RADIAN_COS_1));
        cosine = cosine.fma(y, constant(1f));
        IntVector turns = shifted.reinterpretAsInts().add(quarters);
        IntVector swap = turns.and(1).neg().and(sine.reinterpretAsInts().lanewise(XOR, cosine.reinterpretAsInts()));
        IntVector minus = turns.lanewise(LSHL, 30).and(SIGN);
        return sine.reinterpretAsInts().lanewise(XOR, swap).lanewise(XOR, minus).reinterpretAsFloats();
    }

    static FloatVector atan2(FloatVector y, FloatVector x) {
        FloatVector width = x.abs();
        FloatVector height = y.abs();
        VectorMask<Float> steep = height.compare(GT, width);
        FloatVector less = height.blend(width, steep);
        FloatVector more = width.blend(height, steep);
        FloatVector angle = atanOfRatio(less, more);
        IntVector left = x.reinterpretAsInts().lanewise(ASHR, 31);
        FloatVector quarters = left.and(TWO_BITS).reinterpretAsFloats().blend(1f, steep);
        angle = angle.reinterpretAsInts().lanewise(XOR, left.and(SIGN)).reinterpretAsFloats();
        angle = angle.blend(angle.neg(), steep);
        FloatVector turned = quarters.fma(constant(HALF_PI_MIDDLE), angle);
        return copySign(quarters.fma(constant(HALF_PI_HIGH), turned), y);
    }

    private static FloatVector atanOfRatio(FloatVector less, FloatVector more) {
        FloatVector z = less.div(more).blend(sign(more), less.compare(EQ, more));
        FloatVector w = z.mul(z);
        FloatVector p = constant(ATAN_8).fma(w, constant(ATAN_7));
        p = p.fma(w, constant(ATAN_6));
        p = p.fma(w, constant(ATAN_5));
        p = p.fma(w, constant(ATAN_4));
        p = p.fma(w, constant(ATAN_3));
        p = p.fma(w, constant(ATAN_2));
        p = p.fma(w, constant(ATAN_1));
        return z.mul(w).fma(p, z);
    }

    /** Round to nearest, less one where that is above; numbers from 2^23 on are whole already. */
    static FloatVector floor(FloatVector x) {
        FloatVector size = x.abs();
        FloatVector nearest = copySign(size.add(0x1p23f).sub(0x1p23f), x);
        FloatVector below = nearest.blend(nearest.sub(1f), nearest.compare(GT, x));
        return x.blend(below, size.compare(LT, 0x1p23f));
    }

    static FloatVector sign(FloatVector x) {
        return x.blend(1f, x.compare(GT, 0f)).blend(-1f, x.compare(LT, 0f));
    }

    static FloatVector min(FloatVector a, FloatVector b) {
        return b.blend(a, a.compare(LT, b).or(a.compare(NE, a)));
    }

    static FloatVector max(FloatVector a, FloatVector b) {
        return b.blend(a, a.compare(GT, b).or(a.compare(NE, a)));
    }

    /** size, a number of either sign, with the sign of another. */
    private static FloatVector copySign(FloatVector size, FloatVector other) {
        IntVector sign = other.reinterpretAsInts().and(SIGN);
        return size.reinterpretAsInts().and(~SIGN).or(sign).reinterpretAsFloats();
    }

    private static FloatVector constant(float value) {
        return FloatVector.broadcast(Lanes.FLOAT, value);
    }
}
