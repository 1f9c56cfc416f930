// Where each coefficient of a step of interacting agents lies in a row of the schedule: schedule.InteractionLayout.
#pragma once

namespace murmuration {

constexpr int INTERACTION_NOISE = 4;

// Among the entries that means may change, after the reference [d] that they begin with.
constexpr int INTERACTION_CONSTANT = 0;
constexpr int INTERACTION_CUBIC = 1;
constexpr int INTERACTION_LINEAR = 2;

/** One row, of agents of D coordinates. */
template <int D>
struct InteractionRow {
    const float* __restrict__ at;
    const float* __restrict__ fed;
    int run_time_dimension;  // D
    int components;          // of a bridge: not used

    __device__ __forceinline__ float noise() const { return at[INTERACTION_NOISE]; }
    __device__ __forceinline__ float reference(int j) const { return fed[j]; }
    __device__ __forceinline__ float constant() const { return fed[D + INTERACTION_CONSTANT]; }
    __device__ __forceinline__ float cubic() const { return fed[D + INTERACTION_CUBIC]; }
    __device__ __forceinline__ float linear(int j) const { return fed[D + INTERACTION_LINEAR + j]; }
};

}  // namespace murmuration
