// The sums of one tile of 1024 agents in the fixed shape of ensemble.SumTree: float32, in turn over the four rows of a column, then
// column c adds column c + 128, then c + 64, ..., then c + 1. Replicas that share a tile halve their own columns so, rounding up.
#pragma once

#include "replicas.cuh"
#include "sum_layout.cuh"
#include "vectors.cuh"

namespace murmuration {

/** Sums whose columns wait in shared memory before they are halved together: of two coordinates that are steered, or of three others. */
constexpr int BUFFERED = 6;

/** 256 column sums below this in magnitude cannot add up to infinity. */
constexpr float SAFE_COLUMN = 1e35f;

/** The sum of the columns 0, 32, ... of a lane. @param columns shared, from this lane's on: eight, with so many floats from one to the next */
template <int STRIDE = WARP>
__device__ __forceinline__ float within_lane(const float* columns) {
    float v[8];
#pragma unroll
    for (int m = 0; m < 8; m++) {
        v[m] = columns[m * STRIDE];
    }
#pragma unroll
    for (int half = 4; half > 0; half /= 2) {
#pragma unroll
        for (int m = 0; m < half; m++) {
            v[m] += v[m + half];
        }
    }
    return v[0];
}

/**
 * Sums over the lanes of a warp: of lanes 0, L, ... in lane 0, of 1, L + 1, ... in lane 1, and so on up to lane L - 1.
 * @param half number of lanes that the first addition leaves
 */
__device__ __forceinline__ float over_lanes(float sum, int half, int lanes = 1) {
#pragma unroll
    for (; half >= lanes; half /= 2) {
        sum += __shfl_down_sync(0xffffffffu, sum, half);
    }
    return sum;
}

/** Sum w by warp w, in lane 0. @param columns shared, of all sums [..][256]; points at this thread's column of the first */
__device__ __forceinline__ float halve_one(const float* columns) {
    return over_lanes(within_lane(columns + warp() * (COLUMNS - WARP)), WARP / 2);
}

/** Number of the sum that this thread helps halve_two to add up: the first half of warp 0 has sum 0, the second has sum 1, and so on. */
__device__ __forceinline__ int sum_of_thread() { return (int)(threadIdx.x / (WARP / 2)); }

/** Whether halve_two leaves it in this thread. */
__device__ __forceinline__ bool has_sum() { return threadIdx.x % (WARP / 2) == 0; }

/**
 * Sums 2 w and 2 w + 1 by warp w, in lanes 0 and 16. Every lane adds up its eight columns of both sums. Then lanes 0 to 15 give theirs of the
 * second sum to lanes 16 to 31, and get those of the first. Two sums take half again as many instructions as one.
 * @param columns as above
 */
__device__ __forceinline__ float halve_two(const float* columns) {
    const float* of_warp = columns + warp() * (2 * COLUMNS - WARP);
    float first = within_lane(of_warp);
    float second = within_lane(of_warp + COLUMNS);
    bool has_first = lane() < WARP / 2;
    float own = has_first ? first : second;
    own += __shfl_xor_sync(0xffffffffu, has_first ? second : first, WARP / 2);
    return over_lanes(own, WARP / 4);
}

/** Shared [2][BUFFERED][256]: one half is filled while the other is halved, so one barrier per flush is enough. */
__device__ __forceinline__ float* column_buffer() {
    __shared__ float buffer[2 * BUFFERED * COLUMNS];
    return buffer;
}

/** Collects the sums of one tile after another. Every thread of the block calls every method, in the same order. */
struct TileSums {
    const Replicas& replicas;
    SumLayout layout;
    unsigned stride;
    float* into;
    float* columns;  // column sums of this thread, in the half of the buffer that is filled
    int other;       // floats from there to the other half
    int slot;
    int done;
    bool suspicious;
    int check;       // whether a sum of the tile may be NaN or infinite; the same in every thread
    int infinite;    // whether one that this thread has stored is

    /** @param stride from a sum of a tile to its next */
    __device__ __forceinline__ TileSums(const Replicas& replicas, const SumLayout& layout, long long stride)
        : replicas(replicas), layout(layout), stride((unsigned)stride), into(nullptr), columns(column_buffer() + column()),
          other(BUFFERED * COLUMNS), slot(0), done(0), suspicious(false), check(0), infinite(0) {}

    /** Starts a tile. @param own where its sums go, of those of all tiles [S][tiles][replicas side by side] */
    __device__ __forceinline__ void begin(float* own) {
        into = own;
        done = 0;
        check = 0;
        infinite = 0;
    }

    /** Adds coordinate j of the four agents of a column, label by label. Coordinates come in increasing order. @param label -1: none */
    __device__ __forceinline__ void coordinate(int, const int (&label)[ROWS], const Four& departure, const Four& control) {
#pragma unroll 1
        for (int l = 0; l < layout.labels; l++) {
            put_powers(label, l, departure, true);
            float power = 0.0f;
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                float u = label[r] == l ? control.of[r] : 0.0f;
                power = __fmaf_rn(u, u, power);
            }
            put(power);
            flush_if_full();
        }
    }

    /** The same of agents without control; power is 0 where it is summed. */
    __device__ __forceinline__ void coordinate(const int (&label)[ROWS], const Four& departure) {
        channel(label, departure, true);
    }

    /** Adds a coordinate without control or, after all coordinates, a feature of the four agents. */
    __device__ __forceinline__ void channel(const int (&label)[ROWS], const Four& departure, bool coordinate) {
#pragma unroll 1
        for (int l = 0; l < layout.labels; l++) {
            put_powers(label, l, departure, coordinate);
            end_channel(coordinate);
        }
    }

    /** The same of a column whose agents all count for the only label. */
    __device__ __forceinline__ void channel(const Four& departure, bool coordinate) {
        put_powers(departure, coordinate);
        end_channel<true>(coordinate);
    }

    /** A coordinate without control has room for the sum of its powers. @tparam ALONE whether there is one label */
    template <bool ALONE = false>
    __device__ __forceinline__ void end_channel(bool coordinate) {
        if (coordinate && layout.width == STEERED) {
            put(0.0f);
        }
        flush_if_full<ALONE>();
    }

    /** Ends a tile. @return whether any of its sums may be NaN or infinite; the same in every thread. @tparam ALONE as above */
    template <bool ALONE = false>
    __device__ __forceinline__ bool end() {
        flush_rest<ALONE>();
        return check != 0;
    }

    /** Where the n-th sum of the tile goes. */
    __device__ __forceinline__ float* at(int n) const { return into + (unsigned long long)stride * (unsigned)n; }

    /** First powers of the agents of a label, and second ones. */
    __device__ __forceinline__ void put_powers(const int (&label)[ROWS], int l, const Four& departure, bool both) {
        Four own;
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            own.of[r] = label[r] == l ? departure.of[r] : 0.0f;
        }
        put_powers(own, both);
    }

    /** The same of a column whose agents all count. */
    __device__ __forceinline__ void put_powers(const Four& departure, bool both) {
        float first = 0.0f;
        float second = 0.0f;
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            first += departure.of[r];
            second = __fmaf_rn(departure.of[r], departure.of[r], second);
        }
        put(first);
        if (both) {
            put(second);
        }
    }

    __device__ __forceinline__ void put(float sum) {
        columns[slot * COLUMNS] = sum;
        suspicious |= !(fabsf(sum) < SAFE_COLUMN);
        slot++;
    }

    /** BUFFERED is a multiple of the sums of a coordinate, and features come last: the sums of a coordinate are not split. */
    template <bool ALONE = false>
    __device__ __forceinline__ void flush_if_full() {
        if (slot == BUFFERED) {
            flush<ALONE>();
        }
    }

    template <bool ALONE = false>
    __device__ __forceinline__ void flush_rest() {
        if (slot > 0) {
            flush<ALONE>();
        }
    }

    template <bool ALONE>
    __device__ __forceinline__ void flush() {
        check |= __syncthreads_or(suspicious);
        if (replicas.columns == COLUMNS) {
            halve_whole<ALONE>();
        } else {
            halve_parts();
        }
        done += slot;
        slot = 0;
        suspicious = false;
        turn();
    }

    /** Goes to the other half of the buffer. */
    __device__ __forceinline__ void turn() {
        columns += other;
        other = -other;
    }

    __device__ __forceinline__ void store(float* to, float sum) {
        *to = sum;
        infinite |= sum * 0.0f != 0.0f;
    }

    /** Sums of the whole tile. Those of several labels are halved one to a warp, which takes fewer registers than two. */
    template <bool ALONE>
    __device__ __forceinline__ void halve_whole() {
        static_assert(BUFFERED <= COLUMNS / WARP && BUFFERED % 2 == 0, "a warp has one sum, or two");
        if (!ALONE) {
            if (warp() < slot) {
                halve_sum(at(layout.place(done + warp())));
            }
        } else if (2 * warp() < slot) {
            float total = halve_two(columns);
            if (has_sum() && sum_of_thread() < slot) {
                store(at(done + sum_of_thread()), total);
            }
        }
    }

    /** Sum w of those that wait, by warp w. */
    __device__ __forceinline__ void halve_sum(float* to) {
        float total = halve_one(columns);
        if (lane() == 0) {
            store(to, total);
        }
    }

    /** The same for each of the replicas that share the tile, all sums in step. */
    __device__ __forceinline__ void halve_parts() {
        int part = column() / replicas.columns;
        int within = column() % replicas.columns;
        bool anyones = part < replicas.beside;
#pragma unroll 1
        for (int left = replicas.columns; left > 1; left = (left + 1) / 2) {
            int half = (left + 1) / 2;
#pragma unroll 1
            for (int s = 0; anyones && within < left - half && s < slot; s++) {
                columns[s * COLUMNS] += columns[s * COLUMNS + half];
            }
            __syncthreads();
        }
#pragma unroll 1
        for (int s = 0; anyones && within == 0 && s < slot; s++) {
            store(at(layout.place(done + s)) + part, columns[s * COLUMNS]);
        }
    }
};

}  // namespace murmuration
