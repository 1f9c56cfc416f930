// Where each coefficient of a step lies in a row of the drift schedule: schedule.RowLayout.
#pragma once

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
    __device__ __forceinline__ float scalar(int which) const { return at[which]; }
    __device__ __forceinline__ float theta_x(int j) const { return fed[j]; }
    __device__ __forceinline__ float theta_y(int j) const { return fed[dimension() + j]; }
    __device__ __forceinline__ float gamma(int j) const { return fed[2 * dimension() + j]; }
    __device__ __forceinline__ float reference(int j) const { return fed[3 * dimension() + j]; }
    __device__ __forceinline__ float log_weight(int k) const { return at[ROW_SCALARS + 4 * dimension() + k]; }

    /** The five numbers of component k, coordinate j. */
    __device__ __forceinline__ const float* table(int k, int j) const {
        return at + ROW_SCALARS + 4 * dimension() + components() + (k * (long long)dimension() + j) * TABLE_WIDTH;
    }
};

}  // namespace murmuration
