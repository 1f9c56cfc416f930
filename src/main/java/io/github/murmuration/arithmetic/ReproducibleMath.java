package io.github.murmuration.arithmetic;

import static io.github.murmuration.arithmetic.Coefficients.*;

/**
 * Elementary functions over the whole of float32, made of IEEE operations, fused multiply-adds and integer operations alone: the same
 * bits wherever they run. The vector and the CUDA versions repeat these operations in this order. NaN gives NaN, of whatever bits.
 *
 * <p>Errors are the largest over every float (of the angle of two floats, over a large sample), in units of the last place of the
 * exact value rounded to float32.
 */
public final class ReproducibleMath {

    private static final int ROUND_TO_INT_BITS = Float.floatToRawIntBits(ROUND_TO_INT);

    private ReproducibleMath() {}

    /** exp(x): infinity above 88.72, subnormal below -87.33, 0 below -103.97; error below 1.04 ulp. */
    public static float exp(float x) {
        float within = x > EXP_MOST ? EXP_MOST : x < EXP_LEAST ? EXP_LEAST : x;
        float shifted = Math.fma(within, INVERSE_LN2, ROUND_TO_INT);
        int n = Float.floatToRawIntBits(shifted) - ROUND_TO_INT_BITS;
        int half = n >> 1;
        float f = lessMultipleOfLog2(within, shifted - ROUND_TO_INT);
        return (expLessOne(f) + 1.0f) * powerOfTwo(half) * powerOfTwo(n - half);
    }

    /** tanh(x) = (1 - e)/(1 + e), e = exp(-2|x|), with the sign of x; error below 1.97 ulp. */
    public static float tanh(float x) {
        float size = Math.abs(x);
        float t = -2.0f * (size > TANH_MOST ? TANH_MOST : size);
        float shifted = Math.fma(t, INVERSE_LN2, ROUND_TO_INT);
        float scale = powerOfTwo(Float.floatToRawIntBits(shifted) - ROUND_TO_INT_BITS);
        float e = expLessOne(lessMultipleOfLog2(t, shifted - ROUND_TO_INT));
        return Math.copySign(Math.fma(scale, e, scale - 1.0f) / Math.fma(scale, e, scale + 1.0f), x);
    }

    /** x - n log(2). */
    private static float lessMultipleOfLog2(float x, float n) {
        return Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    }

    /** exp(f) - 1 for {@code |f| <= log(2)/2}. */
    private static float expLessOne(float f) {
        float p = Math.fma(EXP_6, f, EXP_5);
        p = Math.fma(p, f, EXP_4);
        p = Math.fma(p, f, EXP_3);
        p = Math.fma(p, f, EXP_2);
        return Math.fma(p, f * f, f);
    }

    /** 2^n for {@code -126 <= n <= 127}. */
    private static float powerOfTwo(int n) {
        return Float.intBitsToFloat((n + Float.MAX_EXPONENT) << 23);
    }

    /** log(x): minus infinity at 0, NaN below; error below 1.14 ulp. */
    public static float log(float x) {
        if (!(x > 0.0f && x < Float.POSITIVE_INFINITY)) {
            return x == 0.0f ? Float.NEGATIVE_INFINITY : x < 0.0f ? Float.NaN : x;
        }
        return x < Float.MIN_NORMAL ? log(x * 0x1p23f, -23) : log(x, 0);
    }

    /** log(2^exponent x), x normal. */
    private static float log(float x, int exponent) {
        int shifted = Float.floatToRawIntBits(x) - SQRT_HALF_BITS;
        float n = (float) ((shifted >> 23) + exponent);
        float f = Float.intBitsToFloat((shifted & 0x007fffff) + SQRT_HALF_BITS) - 1.0f;
        float p = Math.fma(LOG_8, f, LOG_7);
        p = Math.fma(p, f, LOG_6);
        p = Math.fma(p, f, LOG_5);
        p = Math.fma(p, f, LOG_4);
        p = Math.fma(p, f, LOG_3);
        p = Math.fma(p, f, LOG_2);
        p = Math.fma(p, f, LOG_1);
        return Math.fma(n, LN2_HIGH, Math.fma(f * f, p, Math.fma(n, LN2_LOW, f)));
    }

    /** sin(theta), NaN at the infinities; error below 2.1 ulp. */
    public static float sin(float theta) {
        return sinAfter(theta, 0);
    }

    /** cos(theta), NaN at the infinities; error below 2.1 ulp. */
    public static float cos(float theta) {
        return sinAfter(theta, 1);
    }

    /** sin(theta + quarters pi/2). */
    private static float sinAfter(float theta, int quarters) {
        if (Math.abs(theta) >= LARGE_ANGLE) {
            long fraction = LargeAngle.fractionOfTurn(theta);
            float zeroOrNaN = theta - theta;
            return sin(LargeAngle.quadrant(fraction) + quarters, LargeAngle.radiansLeft(fraction) + zeroOrNaN);
        }
        float shifted = Math.fma(theta, TWO_OVER_PI, ROUND_TO_INT);
        float n = shifted - ROUND_TO_INT;
        float r = Math.fma(n, -HALF_PI_LOW, Math.fma(n, -HALF_PI_MIDDLE, Math.fma(n, -HALF_PI_HIGH, theta)));
        return sin(Float.floatToRawIntBits(shifted) + quarters, r);
    }

    /** sin(quarters pi/2 + r), {@code |r| <= pi/4}. */
    private static float sin(int quarters, float r) {
        float value = (quarters & 1) == 0 ? sinOfRest(r) : cosOfRest(r);
        return (quarters & 2) == 0 ? value : -value;
    }

    private static float sinOfRest(float r) {
        float y = r * r;
        float p = Math.fma(RADIAN_SIN_3, y, RADIAN_SIN_2);
        p = Math.fma(p, y, RADIAN_SIN_1);
        return Math.fma(p, y, 1.0f) * r;
    }

    private static float cosOfRest(float r) {
        float y = r * r;
        float p = Math.fma(RADIAN_COS_4, y, RADIAN_COS_3);
        p = Math.fma(p, y, RADIAN_COS_2);
        p = Math.fma(p, y, RADIAN_COS_1);
        return Math.fma(p, y, 1.0f);
    }

    /** Angle of the point (x, y) in [-pi, pi], of the sign of y; signed zeros and infinities as in IEEE 754; error below 1.8 ulp. */
    public static float atan2(float y, float x) {
        float width = Math.abs(x);
        float height = Math.abs(y);
        boolean steep = height > width;
        boolean left = Float.floatToRawIntBits(x) < 0;
        float angle = steep ? atanOfRatio(width, height) : atanOfRatio(height, width);
        float quarters = steep ? 1.0f : left ? 2.0f : 0.0f;
        float turned = Math.fma(quarters, HALF_PI_MIDDLE, steep != left ? -angle : angle);
        return Math.copySign(Math.fma(quarters, HALF_PI_HIGH, turned), y);
    }

    /** atan(less/more), {@code 0 <= less <= more}; pi/4 for two infinities, 0 for two zeros. */
    private static float atanOfRatio(float less, float more) {
        float z = less == more ? Math.signum(more) : less / more;
        float w = z * z;
        float p = Math.fma(ATAN_8, w, ATAN_7);
        p = Math.fma(p, w, ATAN_6);
        p = Math.fma(p, w, ATAN_5);
        p = Math.fma(p, w, ATAN_4);
        p = Math.fma(p, w, ATAN_3);
        p = Math.fma(p, w, ATAN_2);
        p = Math.fma(p, w, ATAN_1);
        return Math.fma(z * w, p, z);
    }

    /** a if it is below b or NaN, else b. */
    public static float min(float a, float b) {
        return a < b || Float.isNaN(a) ? a : b;
    }

    /** a if it is above b or NaN, else b. */
    public static float max(float a, float b) {
        return a > b || Float.isNaN(a) ? a : b;
    }
}
