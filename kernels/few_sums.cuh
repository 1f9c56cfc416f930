// The sums of a tile of D coordinates. Where all its agents are there and count for one label, no agent is asked which sum it belongs to, and
// the places of sums are known when compiled; other tiles go the way of tile_sums.cuh. The bits are the same.
#pragma once

#include "tile_sums.cuh"

namespace murmuration {

/** Sums of a coordinate over the four agents of a column that count for one label. */
struct ColumnSums {
    float first;
    float second;
    float power;

    __device__ __forceinline__ ColumnSums(const Four& departure, const Four& control) : first(0.0f), second(0.0f), power(0.0f) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            first += departure.of[r];
            second = __fmaf_rn(departure.of[r], departure.of[r], second);
            power = __fmaf_rn(control.of[r], control.of[r], power);
        }
    }

    /** @param columns of this thread. @param stride from a sum to the next */
    __device__ __forceinline__ void put(float* columns, int stride = COLUMNS) const {
        columns[0] = first;
        columns[stride] = second;
        columns[2 * stride] = power;
    }

    /** While it is below SAFE_COLUMN, none of them can be larger: the first is at most twice the root of the second. */
    __device__ __forceinline__ float magnitude() const { return second + power; }
};

template <int D>
struct FewSums : TileSums {
    static constexpr int WAITING = D == 1 ? STEERED : BUFFERED;  // sums that are halved together
    static_assert(STEERED * D % WAITING == 0, "no sums are left over");

    int plain;
    float magnitude;  // of the column sums that wait

    __device__ __forceinline__ FewSums(const Replicas& replicas, int labels, long long stride, bool plain)
        : TileSums(replicas, {labels, D, STEERED, 0}, stride), plain(plain), magnitude(0.0f) {}

    /** Adds coordinate j of the four agents of a column. Coordinates come in increasing order. */
    __device__ __forceinline__ void coordinate(int j, const int (&label)[ROWS], const Four& departure, const Four& control) {
        if (plain) {
            add(j, departure, control);
        } else {
            NOTE("rare", 0);
            TileSums::coordinate(j, label, departure, control);
            if (j == D - 1) {
                flush_rest();
            }
        }
    }

    /** Ends a tile. @return whether any of its sums may be NaN or infinite; the same in every thread. */
    __device__ __forceinline__ bool end() { return check != 0; }

    __device__ __forceinline__ void add(int j, const Four& departure, const Four& control) {
        ColumnSums sums(departure, control);
        int waiting = STEERED * j % WAITING;
        sums.put(columns + waiting * COLUMNS);
        magnitude = waiting == 0 ? sums.magnitude() : magnitude + sums.magnitude();
        if (waiting + STEERED == WAITING) {
            halve_together(STEERED * (j + 1) - WAITING);
        }
    }

    /** Sums of the whole tile, one warp each. @param before that are done */
    __device__ __forceinline__ void halve_together(int before) {
        check |= __syncthreads_or(!(magnitude < SAFE_COLUMN));
        if (warp() < WAITING) {
            NOTE("eighths of the warps", WAITING);
            halve_sum(at(before + warp()));
        }
        turn();
    }
};

}  // namespace murmuration
