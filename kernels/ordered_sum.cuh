// Sums over coordinates in the order of coordinates.
#pragma once

#include "vectors.cuh"

namespace murmuration {

/** start + sum over j of a_j b_j, fused, where one thread has all coordinates of its four agents. */
struct OrderedSum {
    Four sum;

    __device__ __forceinline__ explicit OrderedSum(float start) : sum({{start, start, start, start}}) {}

    /** Coordinates come in increasing order. */
    __device__ __forceinline__ void add(int, const Four& a, const Four& b) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            sum.of[r] = __fmaf_rn(a.of[r], b.of[r], sum.of[r]);
        }
    }

    __device__ __forceinline__ Four total() const { return sum; }
};

}  // namespace murmuration
