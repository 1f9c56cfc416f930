// A tile of 1024 patterns in shared memory, and what one warp makes of it: lane c is column c of the fixed shape of
// backend.PatternEvaluator, its 32 rows are in registers.
#pragma once

#include "kernel.cuh"
#include "narrow_math.cuh"

namespace murmuration {

constexpr int PATTERN_COLUMNS = 32;
constexpr int PATTERN_ROWS = 32;
constexpr int PATTERN_TILE = PATTERN_COLUMNS * PATTERN_ROWS;

/** Rows that are taken or left out together, so that few patterns cost little. */
constexpr int ROW_GROUP = 8;

/** Coordinates of a tile in shared memory at a time. */
constexpr int SLAB = 8;

/** ensemble.PatternTable. */
struct PatternTable {
    const float* values;  // [tiles][d][run]
    int count;            // p
    int dimension;        // d
    int run;              // floats from one coordinate of a tile to the next, at least 1024

    __device__ __forceinline__ int tiles() const { return (count + PATTERN_TILE - 1) / PATTERN_TILE; }
};

/** Squared distances, then weights, of a column's patterns. */
struct PatternColumn {
    float of[PATTERN_ROWS];
};

/** One tile, some coordinates of it in shared memory. Every thread of the block calls stage, in the same order. */
struct PatternTile {
    const PatternTable& table;
    int tile;
    int count;
    int places;
    int staged;

    __device__ __forceinline__ PatternTile(const PatternTable& table, int tile) : table(table), tile(tile), staged(-1) {
        int left = table.count - tile * PATTERN_TILE;
        count = left < PATTERN_TILE ? left : PATTERN_TILE;
        places = (count + PATTERN_COLUMNS - 1) / PATTERN_COLUMNS * PATTERN_COLUMNS;
    }

    /** Shared [SLAB][1024]. */
    static __device__ __forceinline__ float* buffer() {
        __shared__ float values[SLAB * PATTERN_TILE];
        return values;
    }

    __device__ __forceinline__ int slabs() const { return (table.dimension + SLAB - 1) / SLAB; }

    /** Coordinates of a slab. */
    __device__ __forceinline__ int width(int slab) const {
        int left = table.dimension - slab * SLAB;
        return left < SLAB ? left : SLAB;
    }

    /** Brings a slab into shared memory. Rows without patterns become -1: 0 times that leaves a sum as it is, be it -0. */
    __device__ __forceinline__ void stage(int slab) {
        if (slab == staged) {
            return;
        }
        __syncthreads();
        long long first = (long long)tile * table.dimension + slab * SLAB;
        for (int i = threadIdx.x; i < width(slab) * PATTERN_TILE; i += blockDim.x) {
            int place = i % PATTERN_TILE;
            buffer()[i] = place < places ? table.values[(first + i / PATTERN_TILE) * table.run + place] : -1.0f;
        }
        __syncthreads();
        staged = slab;
    }

    /** Column of coordinate j where it lies in the table: rows are 32 apart. */
    __device__ __forceinline__ const float* in_place(int j, int lane) const {
        return table.values + ((long long)tile * table.dimension + j) * table.run + lane;
    }

    /** Column of coordinate j of the slab: rows are 32 apart. */
    __device__ __forceinline__ const float* column(int j, int lane) const { return buffer() + j * PATTERN_TILE + lane; }
};

/** Calls f(r) for the rows of a tile that hold patterns, up to a whole number of groups. @param places rounded up to rows */
template <class F>
__device__ __forceinline__ void for_rows(int places, const F& f) {
#pragma unroll
    for (int group = 0; group < PATTERN_ROWS; group += ROW_GROUP) {
        if (group * PATTERN_COLUMNS < places) {
#pragma unroll
            for (int r = group; r < group + ROW_GROUP; r++) {
                f(r);
            }
        }
    }
}

/** Adds (y_j - c_j)^2 of coordinate j to K columns, one for each centre. @param q modified */
template <int K>
__device__ __forceinline__ void add_squares(PatternColumn (&q)[K], int places, const float* y, const float (&centre)[K]) {
    for_rows(places, [&](int r) {
        float value = y[r * PATTERN_COLUMNS];
#pragma unroll
        for (int k = 0; k < K; k++) {
            float departure = value - centre[k];
            q[k].of[r] = __fmaf_rn(departure, departure, q[k].of[r]);
        }
    });
}

/** Zero, or infinite where there is no pattern. @param q overwritten */
template <int K>
__device__ __forceinline__ void clear_squares(PatternColumn (&q)[K], const PatternTile& tile, int lane) {
#pragma unroll
    for (int k = 0; k < K; k++) {
#pragma unroll
        for (int r = 0; r < PATTERN_ROWS; r++) {
            q[k].of[r] = lane + r * PATTERN_COLUMNS < tile.count ? 0.0f : __int_as_float(0x7f800000);
        }
    }
}

/** Squared distances of a tile's patterns to K centres, infinite where there is no pattern. @param centres [K] pointers to [d] */
template <int K>
__device__ __forceinline__ void squared_distances(
        PatternTile& tile, const float* const (&centres)[K], int lane, PatternColumn (&q)[K]) {
    clear_squares(q, tile, lane);
#pragma unroll 1
    for (int slab = 0; slab < tile.slabs(); slab++) {
        tile.stage(slab);
#pragma unroll 1
        for (int j = 0; j < tile.width(slab); j++) {
            float centre[K];
#pragma unroll
            for (int k = 0; k < K; k++) {
                centre[k] = centres[k][slab * SLAB + j];
            }
            add_squares(q, tile.places, tile.column(j, lane), centre);
        }
    }
}

/** Distances become weights exp(scale (q - least)). @return least of the tile, in every lane */
__device__ __forceinline__ float weigh(PatternColumn& q, int places, float scale) {
    float least = q.of[0];
    for_rows(places, [&](int r) { least = fminf(least, q.of[r]); });
    // Squares are not negative, so their bits are in their order.
    least = __int_as_float((int)__reduce_min_sync(0xffffffffu, (unsigned)__float_as_int(least)));
    for_rows(places, [&](int r) { q.of[r] = decay((q.of[r] - least) * scale); });
    return least;
}

/** Sum over columns: c takes c + 16, 8, 4, 2, 1. Valid in lane 0. */
__device__ __forceinline__ float halve_columns(float sum) {
#pragma unroll
    for (int half = PATTERN_COLUMNS / 2; half > 0; half /= 2) {
        sum += __shfl_down_sync(0xffffffffu, sum, half);
    }
    return sum;
}

}  // namespace murmuration
