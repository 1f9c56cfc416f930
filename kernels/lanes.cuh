// Agents of more coordinates than a thread has registers for: L lanes of a warp, side by side, share the four agents of a column, with eight
// coordinates each. Coordinates beyond the last one of an agent stay 0. A block has 256 / L columns at a time.
#pragma once

#include "block.cuh"
#include "vectors.cuh"

namespace murmuration {

/** Coordinates of a lane. */
constexpr int SHARE = 8;

/** Where a thread is among those of its column, and its column among those that a block has at a time. */
template <int L>
struct Lane {
    static constexpr int WIDTH = SHARE * L;  // coordinates that the lanes of a column have room for

    static __device__ __forceinline__ int number() { return threadIdx.x % L; }
    static __device__ __forceinline__ int column() { return threadIdx.x / L; }

    /** The first of its coordinates. */
    static __device__ __forceinline__ int first() { return number() * SHARE; }
};

/**
 * start + sum over j of a_j b_j, fused, in the order of j over all lanes of a column: lane after lane goes on from where the one before it
 * stands. Every lane computes in every turn; what counts is what the lane computes whose turn it is.
 */
template <int L>
struct LaneSum {
    Four sum;
    Registers<SHARE> a;
    Registers<SHARE> b;

    __device__ __forceinline__ explicit LaneSum(float start) : sum({{start, start, start, start}}) {}

    __device__ __forceinline__ void add(int j, const Four& aj, const Four& bj) {
        a.put(j, aj);
        b.put(j, bj);
    }

    /** The same in every lane of the column. */
    __device__ __forceinline__ Four total() {
#pragma unroll
        for (int turn = 0; turn < L; turn++) {
            go_on();
#pragma unroll
            for (int r = 0; r < ROWS && L > 1; r++) {
                sum.of[r] = __shfl_sync(0xffffffffu, sum.of[r], turn, L);
            }
        }
        return sum;
    }

    /** Adds the lane's own products to what the sum is so far. */
    __device__ __forceinline__ void go_on() {
#pragma unroll
        for (int j = 0; j < SHARE; j++) {
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                sum.of[r] = __fmaf_rn(a(j, r), b(j, r), sum.of[r]);
            }
        }
    }
};

/** The lane's part of the increments xi of a column, computed where they are asked for. */
struct LaneIncrements {
    const RoundKeys& keys;
    unsigned long long column;
    int step;
    int first;  // coordinate of the lane

    __device__ __forceinline__ Four at(int j) const { return noise_normals(keys, INCREMENT, column, step, first + j); }
};

}  // namespace murmuration
