// Where each coefficient of a step lies in a row of the drift schedule: schedule.RowLayout.
#pragma once

#include "ordered_sum.cuh"

namespace murmuration {

constexpr int ROW_B = 0;
constexpr int ROW_MINUS_EXCESS = 1;
constexpr int ROW_MINUS_B0 = 2;
constexpr int ROW_DT = 3;
constexpr int ROW_NOISE = 4;
constexpr int ROW_ALPHA_MINUS_ONE = 5;
constexpr int ROW_ETA = 6;
constexpr int ROW_UNIT = 7;
constexpr int ROW_SCALARS = 8;
constexpr int ROW_GAINS = 3;

constexpr int TABLE_SHIFT = 0;
constexpr int TABLE_QUADRATIC = 1;
constexpr int TABLE_LINEAR = 2;
constexpr int TABLE_GAIN = 3;
constexpr int TABLE_BASE = 4;
constexpr int TABLE_WIDTH = 5;

/** Sums over m < d of Q_mj v_m, or of Q_jm v_m, in the order of m, for the four agents of a column, computed where they are asked for. */
template <class V>
struct Product {
    const float* q;  // [d][d]
    int dimension;
    int down;    // floats from what a sum multiplies to what it multiplies next
    int across;  // floats from a sum to the next
    const V& v;

    __device__ __forceinline__ Four at(int j) const {
        Four sum = {{0.0f, 0.0f, 0.0f, 0.0f}};
#pragma unroll 1
        for (int m = 0; m < dimension; m++) {
            float qm = q[m * down + j * across];
            Four vm = v.at(m);
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                sum.of[r] = __fmaf_rn(qm, vm.of[r], sum.of[r]);
            }
        }
        return sum;
    }
};

/** One row, with D coordinates and C components known when compiled; 0 where known at run time alone. */
template <int D, int C>
struct BridgeRow {
    // Loops of unknown length stay loops.
    static constexpr int UNROLL_DIMENSION = D > 0 ? D : 1;
    static constexpr int UNROLL_COMPONENTS = C > 0 ? C : 1;

    const float* __restrict__ at;
    const float* __restrict__ fed;  // thetaX, thetaY, gamma and reference, which means may change
    int run_time_dimension;
    int run_time_components;

    __device__ __forceinline__ int dimension() const { return D > 0 ? D : run_time_dimension; }
    __device__ __forceinline__ int components() const { return C > 0 ? C : run_time_components; }
    __device__ __forceinline__ OrderedSum sum_from(float start) const { return OrderedSum(start); }
    __device__ __forceinline__ float scalar(int which) const { return at[which]; }
    __device__ __forceinline__ float noise(int) const { return at[ROW_NOISE]; }
    __device__ __forceinline__ float theta_x(int j) const { return fed[j]; }
    __device__ __forceinline__ float theta_y(int j) const { return fed[dimension() + j]; }
    __device__ __forceinline__ float gamma(int j) const { return fed[2 * dimension() + j]; }
    __device__ __forceinline__ float reference(int j) const { return fed[3 * dimension() + j]; }
    __device__ __forceinline__ float log_weight(int k) const { return at[ROW_SCALARS + 4 * dimension() + k]; }

    /** The five numbers of component k, coordinate j. */
    __device__ __forceinline__ const float* table(int k, int j) const {
        return at + ROW_SCALARS + 4 * dimension() + components() + (k * (long long)dimension() + j) * TABLE_WIDTH;
    }

    /** Q^T v of component k. @param rotations [C][d][d] */
    template <class V>
    __device__ __forceinline__ Product<V> rotate(const float* __restrict__ rotations, int k, const V& v) const {
        return {rotations + k * (long long)dimension() * dimension(), dimension(), dimension(), 1, v};
    }

    /** Q v of component k. */
    template <class V>
    __device__ __forceinline__ Product<V> rotate_back(const float* __restrict__ rotations, int k, const V& v) const {
        return {rotations + k * (long long)dimension() * dimension(), dimension(), 1, dimension(), v};
    }
};

}  // namespace murmuration
