// Elementary functions over the whole of float32, in the order of arithmetic.ReproducibleMath: the same bits. NaN gives NaN, of whatever
// bits; square roots, floor, absolute values and signs are the device's own, which are exact or correctly rounded.
#pragma once

#include "coefficients.cuh"
#include "large_angle.cuh"

namespace murmuration {

/** a, if it is below b or NaN; else b. */
__device__ __forceinline__ float reproducible_min(float a, float b) {
    return a < b || a != a ? a : b;
}

/** a, if it is above b or NaN; else b. */
__device__ __forceinline__ float reproducible_max(float a, float b) {
    return a > b || a != a ? a : b;
}

/** -1, 1, or x where it is zero or NaN. */
__device__ __forceinline__ float reproducible_sign(float x) {
    return x > 0.0f ? 1.0f : x < 0.0f ? -1.0f : x;
}

/** exp(f) - 1 for |f| <= log(2)/2. */
__device__ __forceinline__ float exp_less_one(float f) {
    float p = __fmaf_rn(EXP_6, f, EXP_5);
    p = __fmaf_rn(p, f, EXP_4);
    p = __fmaf_rn(p, f, EXP_3);
    p = __fmaf_rn(p, f, EXP_2);
    return __fmaf_rn(p, f * f, f);
}

/** x - n log(2). */
__device__ __forceinline__ float less_multiple_of_log_2(float x, float n) {
    return __fmaf_rn(n, -LN2_LOW, __fmaf_rn(n, -LN2_HIGH, x));
}

/** 2^n, n a normal float's exponent. */
__device__ __forceinline__ float power_of_two(int n) {
    return __int_as_float((int)(((unsigned)n + 127u) << 23));
}

/** exp(x): infinity above 88.72, subnormal below -87.33, 0 below -103.97. */
__device__ __forceinline__ float reproducible_exp(float x) {
    float within = x > EXP_MOST ? EXP_MOST : x < EXP_LEAST ? EXP_LEAST : x;
    float shifted = __fmaf_rn(within, INVERSE_LN2, ROUND_TO_INT);
    float f = less_multiple_of_log_2(within, shifted - ROUND_TO_INT);
    int n = __float_as_int(shifted) - __float_as_int(ROUND_TO_INT);
    int half = n >> 1;
    return (exp_less_one(f) + 1.0f) * power_of_two(half) * power_of_two(n - half);
}

/** tanh(x) = (1 - e)/(1 + e), e = exp(-2|x|), with the sign of x. */
__device__ __forceinline__ float reproducible_tanh(float x) {
    float size = fabsf(x);
    float t = -2.0f * (size > TANH_MOST ? TANH_MOST : size);
    float shifted = __fmaf_rn(t, INVERSE_LN2, ROUND_TO_INT);
    float f = less_multiple_of_log_2(t, shifted - ROUND_TO_INT);
    float scale = power_of_two(__float_as_int(shifted) - __float_as_int(ROUND_TO_INT));
    float e = exp_less_one(f);
    return copysignf(__fdiv_rn(__fmaf_rn(scale, e, scale - 1.0f), __fmaf_rn(scale, e, scale + 1.0f)), x);
}

/** log(x): minus infinity at 0, NaN below. */
__device__ __forceinline__ float reproducible_log(float x) {
    float infinity = __int_as_float(0x7f800000);
    if (!(x > 0.0f && x < infinity)) {
        return x == 0.0f ? -infinity : x < 0.0f ? infinity - infinity : x;
    }
    bool subnormal = x < 0x1p-126f;
    int shifted = __float_as_int(subnormal ? x * 0x1p23f : x) - SQRT_HALF_BITS;
    float n = (float)((shifted >> 23) - (subnormal ? 23 : 0));
    float f = __int_as_float((shifted & 0x007fffff) + SQRT_HALF_BITS) - 1.0f;
    float p = __fmaf_rn(LOG_8, f, LOG_7);
    p = __fmaf_rn(p, f, LOG_6);
    p = __fmaf_rn(p, f, LOG_5);
    p = __fmaf_rn(p, f, LOG_4);
    p = __fmaf_rn(p, f, LOG_3);
    p = __fmaf_rn(p, f, LOG_2);
    p = __fmaf_rn(p, f, LOG_1);
    return __fmaf_rn(n, LN2_HIGH, __fmaf_rn(f * f, p, __fmaf_rn(n, LN2_LOW, f)));
}

/** sin(r) of an angle of q quarter turns and r more, |r| <= pi/4. */
__device__ __forceinline__ float sin_of(int q, float r) {
    float y = r * r;
    float s = __fmaf_rn(RADIAN_SIN_3, y, RADIAN_SIN_2);
    s = __fmaf_rn(s, y, RADIAN_SIN_1);
    s = __fmaf_rn(s, y, 1.0f) * r;
    float c = __fmaf_rn(RADIAN_COS_4, y, RADIAN_COS_3);
    c = __fmaf_rn(c, y, RADIAN_COS_2);
    c = __fmaf_rn(c, y, RADIAN_COS_1);
    c = __fmaf_rn(c, y, 1.0f);
    float value = (q & 1) == 0 ? s : c;
    return (q & 2) == 0 ? value : -value;
}

/** sin(theta + quarters pi/2). */
__device__ __forceinline__ float sin_after(float theta, int quarters) {
    if (fabsf(theta) >= LARGE_ANGLE) {
        unsigned long long fraction = fraction_of_turn(theta);
        float zero_or_nan = theta - theta;
        return sin_of(quadrant_of(fraction) + quarters, radians_left(fraction) + zero_or_nan);
    }
    float shifted = __fmaf_rn(theta, TWO_OVER_PI, ROUND_TO_INT);
    float n = shifted - ROUND_TO_INT;
    float r = __fmaf_rn(n, -HALF_PI_LOW, __fmaf_rn(n, -HALF_PI_MIDDLE, __fmaf_rn(n, -HALF_PI_HIGH, theta)));
    return sin_of(__float_as_int(shifted) + quarters, r);
}

__device__ __forceinline__ float reproducible_sin(float theta) {
    return sin_after(theta, 0);
}

__device__ __forceinline__ float reproducible_cos(float theta) {
    return sin_after(theta, 1);
}

/** Angle of the point (x, y) in [-pi, pi], the sign of y's. */
__device__ __forceinline__ float reproducible_atan2(float y, float x) {
    float width = fabsf(x);
    float height = fabsf(y);
    bool steep = height > width;
    float less = steep ? width : height;
    float more = steep ? height : width;
    float z = less == more ? reproducible_sign(more) : __fdiv_rn(less, more);
    float w = z * z;
    float p = __fmaf_rn(ATAN_8, w, ATAN_7);
    p = __fmaf_rn(p, w, ATAN_6);
    p = __fmaf_rn(p, w, ATAN_5);
    p = __fmaf_rn(p, w, ATAN_4);
    p = __fmaf_rn(p, w, ATAN_3);
    p = __fmaf_rn(p, w, ATAN_2);
    p = __fmaf_rn(p, w, ATAN_1);
    float angle = __fmaf_rn(z * w, p, z);
    bool left = __float_as_int(x) < 0;
    float quarters = steep ? 1.0f : left ? 2.0f : 0.0f;
    float turned = __fmaf_rn(quarters, HALF_PI_MIDDLE, steep != left ? -angle : angle);
    return copysignf(__fmaf_rn(quarters, HALF_PI_HIGH, turned), y);
}

}  // namespace murmuration
