// Functions on the ranges that noise, wrapped phases and weights need, made of IEEE additions, multiplications, fused multiply-adds and
// integer operations alone, in the order of arithmetic.NarrowMath: the same bits. Compiled with -fmad=false (-ffp-contract=off), so
// nothing else is ever fused.
#pragma once

#include "coefficients.cuh"

namespace murmuration {

/** -2 log(u) for u in (0, 1], u normal. */
__device__ __forceinline__ float minus_two_log(float u) {
    int shifted = __float_as_int(u) - SQRT_HALF_BITS;
    float exponent = (float)(shifted >> 23);
    float f = __int_as_float((shifted & 0x007fffff) + SQRT_HALF_BITS) - 1.0f;
    float p = LOG_8;
    p = __fmaf_rn(p, f, LOG_7);
    p = __fmaf_rn(p, f, LOG_6);
    p = __fmaf_rn(p, f, LOG_5);
    p = __fmaf_rn(p, f, LOG_4);
    p = __fmaf_rn(p, f, LOG_3);
    p = __fmaf_rn(p, f, LOG_2);
    p = __fmaf_rn(p, f, LOG_1);
    p = __fmaf_rn(p, f, LOG_0);
    return __fmaf_rn(exponent, MINUS_TWO_LN2, -2.0f * f * p);
}

/** Quarter of the turn that a 32-bit angle (2 pi angle / 2^32) is nearest to a multiple of: 0 to 3. */
__device__ __forceinline__ unsigned quadrant(unsigned angle) {
    return (angle + 0x20000000u) >> 30;
}

/** What is left of the angle after its quadrant, in quarter turns: [-1/2, 1/2]. */
__device__ __forceinline__ float quarter_turns(unsigned angle) {
    return (float)(int)(angle - (quadrant(angle) << 30)) * 0x1p-30f;
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
