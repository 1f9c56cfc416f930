// Angles of any size as fractions of a turn, exactly reduced (Payne and Hanek): the integers of arithmetic.LargeAngle.
#pragma once

namespace murmuration {

/** Word i of zero, then the binary digits of 2/pi, 32 in each: as many as the largest float32 needs. */
__device__ __forceinline__ unsigned digits_of_two_over_pi(int i) {
    switch (i) {
        case 0: return 0;
        case 1: return 0xa2f9836e;
        case 2: return 0x4e441529;
        case 3: return 0xfc2757d1;
        case 4: return 0xf534ddc0;
        case 5: return 0xdb629599;
        case 6: return 0x3c439041;
        default: return 0xfe5163ab;
    }
}

/** 32 binary digits of 2/pi from the given one on, counted in digits_of_two_over_pi. */
__device__ __forceinline__ unsigned long long window(int from) {
    int word = from >> 5;
    unsigned long long pair = (unsigned long long)digits_of_two_over_pi(word) << 32 | digits_of_two_over_pi(word + 1);
    return (pair << (from & 31)) >> 32;
}

/** theta/(2 pi) less its whole part, times 2^64; error below 2 units. 2^16 <= |theta| < infinity. */
__device__ __forceinline__ unsigned long long fraction_of_turn(float theta) {
    int bits = __float_as_int(theta);
    unsigned long long significand = (bits & 0x007fffff) | 0x00800000;
    int from = ((bits >> 23) & 0xff) - 120;
    unsigned long long fraction =
            (significand * window(from) << 32) + significand * window(from + 32) + (significand * window(from + 64) >> 32);
    return bits < 0 ? 0 - fraction : fraction;
}

/** Quarter of the turn that the fraction is nearest to a multiple of: 0 to 3. */
__device__ __forceinline__ int quadrant_of(unsigned long long fraction) {
    return (int)((fraction + (1ull << 61)) >> 62);
}

/** What is left of the fraction after its quadrant, in radians: [-pi/4, pi/4]. */
__device__ __forceinline__ float radians_left(unsigned long long fraction) {
    long long rest = (long long)(fraction - ((unsigned long long)quadrant_of(fraction) << 62));
    return (float)((double)rest * 0x1.921fb54442d18p-62);
}

}  // namespace murmuration
