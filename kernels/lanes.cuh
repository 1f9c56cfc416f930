// Agents of more coordinates than a thread has registers for: lanes of a warp, side by side, share the four agents of a column, with eight
// coordinates each. What a lane has beyond the last coordinate of an agent stays 0.
#pragma once

#include "block.cuh"
#include "vectors.cuh"

namespace murmuration {

/** Coordinates of a lane. */
constexpr int SHARE = 8;

/** Most lanes of a column. */
constexpr int MOST_LANES = 8;

/** Lanes that notes for instructions.awk speak of: those of 32 coordinates. */
constexpr int NOTED_LANES = 4;

/** The L lanes of a column, 1, 2, 4 or 8: where this thread is among them, and its column among the 256 / L that a block has at a time. */
struct Lanes {
    int log;  // of L, to base 2

    __device__ __forceinline__ explicit Lanes(int dimension)
        : log(dimension <= SHARE ? 0 : dimension <= 2 * SHARE ? 1 : dimension <= 4 * SHARE ? 2 : 3) {}

    __device__ __forceinline__ int count() const { return 1 << log; }

    /** Coordinates that they have room for. */
    __device__ __forceinline__ int width() const { return SHARE << log; }

    __device__ __forceinline__ int number() const { return threadIdx.x & (count() - 1); }
    __device__ __forceinline__ int column() const { return threadIdx.x >> log; }

    /** The first coordinate of this one. */
    __device__ __forceinline__ int first() const { return number() * SHARE; }
};

/**
 * start + sum over j of a_j b_j, fused, in the order of j over all lanes of a column: lane after lane goes on from where the one before it
 * stands. Every lane computes in every turn; what counts is what the lane computes whose turn it is.
 */
struct LaneSum {
    const Lanes& lanes;
    Four sum;
    Registers<SHARE> a;
    Registers<SHARE> b;

    __device__ __forceinline__ LaneSum(const Lanes& lanes, float start) : lanes(lanes), sum({{start, start, start, start}}) {}

    __device__ __forceinline__ void add(int j, const Four& aj, const Four& bj) {
        a.put(j, aj);
        b.put(j, bj);
    }

    /** The same in every lane of the column. */
    __device__ __forceinline__ Four total() {
        int first = threadIdx.x - lanes.number();
#pragma unroll 1
        for (int turn = 0; turn < lanes.count(); turn++) {
            NOTE("times", NOTED_LANES);
            go_on();
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                sum.of[r] = __shfl_sync(0xffffffffu, sum.of[r], first + turn);
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
