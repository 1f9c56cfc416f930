// Where each coefficient of an affine step lies in a row of the schedule: schedule.AffineLayout.
#pragma once

#include "ordered_sum.cuh"

namespace murmuration {

constexpr int AFFINE_DT = 3;
constexpr int AFFINE_NOISE = 4;
constexpr int AFFINE_UNIT = 7;
constexpr int AFFINE_SCALARS = 8;

// Vectors [d] after the scalars.
constexpr int AFFINE_OFFSET = 0;
constexpr int AFFINE_SHIFT = 1;
constexpr int AFFINE_REFERENCE = 2;
constexpr int AFFINE_VECTORS = 3;

// Matrices [d][d] after the vectors.
constexpr int AFFINE_GAIN = 0;
constexpr int AFFINE_INCREMENT = 1;

/** One row, with D coordinates known when compiled; 0 where known at run time alone. */
template <int D>
struct AffineRow {
    // Loops of unknown length stay loops.
    static constexpr int UNROLL_DIMENSION = D > 0 ? D : 1;

    const float* __restrict__ at;
    const float* __restrict__ fed;  // offset, shift and reference, which means may change
    int run_time_dimension;
    int components;  // of a bridge: not used

    __device__ __forceinline__ int dimension() const { return D > 0 ? D : run_time_dimension; }
    __device__ __forceinline__ OrderedSum sum_from(float start) const { return OrderedSum(start); }
    __device__ __forceinline__ float scalar(int which) const { return at[which]; }
    __device__ __forceinline__ float noise(int) const { return at[AFFINE_NOISE]; }

    /** Element j of offset, shift or reference. */
    __device__ __forceinline__ float fed_vector(int which, int j) const { return fed[which * dimension() + j]; }

    __device__ __forceinline__ float reference(int j) const { return fed_vector(AFFINE_REFERENCE, j); }

    /** Row j of a matrix [d]. */
    __device__ __forceinline__ const float* matrix(int which, int j) const {
        return at + AFFINE_SCALARS + (AFFINE_VECTORS + which * (long long)dimension() + j) * dimension();
    }
};

}  // namespace murmuration
