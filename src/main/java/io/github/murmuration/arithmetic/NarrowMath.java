package io.github.murmuration.arithmetic;

import static io.github.murmuration.arithmetic.Coefficients.*;

/**
 * What {@link ReproducibleMath} is to all of float32, for the ranges that noise, wrapped phases and weights need, and quicker there.
 * The vector and the CUDA versions repeat these operations in this order too.
 */
public final class NarrowMath {

    private NarrowMath() {}

    /** -2 log(u) for u in (0, 1], u normal; error below 1.93 ulp. */
    public static float minusTwoLog(float u) {
        int shifted = Float.floatToRawIntBits(u) - SQRT_HALF_BITS;
        float exponent = (float) (shifted >> 23);
        float f = Float.intBitsToFloat((shifted & 0x007fffff) + SQRT_HALF_BITS) - 1.0f;
        float p = LOG_8;
        p = Math.fma(p, f, LOG_7);
        p = Math.fma(p, f, LOG_6);
        p = Math.fma(p, f, LOG_5);
        p = Math.fma(p, f, LOG_4);
        p = Math.fma(p, f, LOG_3);
        p = Math.fma(p, f, LOG_2);
        p = Math.fma(p, f, LOG_1);
        p = Math.fma(p, f, LOG_0);
        return Math.fma(exponent, MINUS_TWO_LN2, -2.0f * f * p);
    }

    /** Quarter of the turn that a 32-bit angle (2 pi angle / 2^32) is nearest to a multiple of: 0 to 3. */
    public static int quadrant(int angle) {
        return (angle + 0x20000000) >>> 30;
    }

    /** What is left of the angle after its quadrant, in quarter turns: [-1/2, 1/2]. */
    public static float quarterTurns(int angle) {
        return (float) (angle - (quadrant(angle) << 30)) * 0x1p-30f;
    }

    /** sin(pi x / 2) for {@code |x| <= 1/2}; error below 1.61 ulp for normal results. */
    public static float sinQuarterTurns(float x) {
        float y = x * x;
        float p = Math.fma(SIN_3, y, SIN_2);
        p = Math.fma(p, y, SIN_1);
        p = Math.fma(p, y, SIN_0);
        return p * x;
    }

    /** cos(pi x / 2) for {@code |x| <= 1/2}; error below 1.42 ulp. */
    public static float cosQuarterTurns(float x) {
        float y = x * x;
        float p = Math.fma(COS_3, y, COS_2);
        p = Math.fma(p, y, COS_1);
        return Math.fma(p, y, COS_0);
    }

    /** exp(x) for {@code x <= 0}; error below 2.28 ulp down to x = -87, and 0 beyond. */
    public static float decay(float x) {
        if (x < DECAY_UNDERFLOW) {
            return 0.0f;
        }
        float shifted = Math.fma(x, INVERSE_LN2, ROUND_TO_INT);
        float n = shifted - ROUND_TO_INT;
        float f = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float p = Math.fma(DECAY_5, f, DECAY_4);
        p = Math.fma(p, f, DECAY_3);
        p = Math.fma(p, f, DECAY_2);
        p = Math.fma(p, f, DECAY_1);
        p = Math.fma(p, f, DECAY_0);
        return Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(shifted) << 23));
    }
}
