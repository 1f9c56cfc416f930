// Functions on the ranges that noise, wrapped phases and weights need, made of IEEE additions, multiplications, fused multiply-adds and
// integer operations alone, in the order of arithmetic.NarrowMath: the same bits. Compiled with -fmad=false (-ffp-contract=off), so
// nothing else is ever fused.
#pragma once

#include "coefficients.cuh"

namespace murmuration {

/** -2 log(u) for u in (0, 1], u normal. */
__device__ __forceinline__ float minus_two_log(float u) {
    // Powers of two go where they cost nothing: no rounding changes. The exponent is times 2^23, the polynomial times -2.
    int exponent = (__float_as_int(u) - SQRT_HALF_BITS) & (int)0xff800000;
    float f = __int_as_float(__float_as_int(u) - exponent) - 1.0f;
    float p = -2.0f * LOG_8;
    p = __fmaf_rn(p, f, -2.0f * LOG_7);
    p = __fmaf_rn(p, f, -2.0f * LOG_6);
    p = __fmaf_rn(p, f, -2.0f * LOG_5);
    p = __fmaf_rn(p, f, -2.0f * LOG_4);
    p = __fmaf_rn(p, f, -2.0f * LOG_3);
    p = __fmaf_rn(p, f, -2.0f * LOG_2);
    p = __fmaf_rn(p, f, -2.0f * LOG_1);
    p = __fmaf_rn(p, f, -2.0f * LOG_0);
    return __fmaf_rn((float)exponent, MINUS_TWO_LN2 * 0x1p-23f, f * p);
}

/** What is left of a 32-bit angle (2 pi angle / 2^32) after its quadrant, the nearest multiple of a quarter turn, in quarter turns: [-1/2, 1/2]. */
__device__ __forceinline__ float quarter_turns(unsigned angle) {
    return (float)(int)(angle << 2) * 0x1p-32f;
}

/** x, or -x where the highest bit of word is set. */
__device__ __forceinline__ float flip_sign(float x, unsigned word) {
    return __int_as_float(__float_as_int(x) ^ (int)(word & 0x80000000u));
}

/** sin(pi x / 2) for |x| <= 1/2. */
__device__ __forceinline__ float sin_quarter_turns(float x) {
    float y = x * x;
    float p = __fmaf_rn(SIN_3, y, SIN_2);
    p = __fmaf_rn(p, y, SIN_1);
    p = __fmaf_rn(p, y, SIN_0);
    return p * x;
}

/** cos(pi x / 2) for |x| <= 1/2. */
__device__ __forceinline__ float cos_quarter_turns(float x) {
    float y = x * x;
    float p = __fmaf_rn(COS_3, y, COS_2);
    p = __fmaf_rn(p, y, COS_1);
    return __fmaf_rn(p, y, COS_0);
}

/** exp(x) for x <= 0, and 0 below -87. NaN is passed on by hand: its bits differ between devices and would not survive below. */
__device__ __forceinline__ float decay(float x) {
    float shifted = __fmaf_rn(x, INVERSE_LN2, ROUND_TO_INT);
    float n = shifted - ROUND_TO_INT;
    float f = __fmaf_rn(n, -LN2_LOW, __fmaf_rn(n, -LN2_HIGH, x));
    float p = __fmaf_rn(DECAY_5, f, DECAY_4);
    p = __fmaf_rn(p, f, DECAY_3);
    p = __fmaf_rn(p, f, DECAY_2);
    p = __fmaf_rn(p, f, DECAY_1);
    p = __fmaf_rn(p, f, DECAY_0);
    float scaled = __int_as_float((int)((unsigned)__float_as_int(p) + ((unsigned)__float_as_int(shifted) << 23)));
    float in_range = x < DECAY_UNDERFLOW ? 0.0f : scaled;
    return x != x ? x : in_range;
}

}  // namespace murmuration
