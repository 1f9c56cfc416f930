// Soft-max sums of every centre over every tile of patterns: least squared distance, sum w, sum w y with w = exp(-a (q - least)/2).
#pragma once

#include "pattern_tile.cuh"

namespace murmuration {

/** Sums before the moments: backend.host.PatternSums. */
constexpr int PATTERN_LEAST = 0;
constexpr int PATTERN_TOTAL = 1;
constexpr int PATTERN_MOMENTS = 2;

/** Centres of a warp at a time: one load of a pattern serves both. */
constexpr int PAIR = 2;

/** Centres that a block takes through a tile. */
constexpr int CENTRES = 64;

/** n centres before a table of patterns, T tiles. */
struct TileSoftMax {
    PatternTable table;
    const float* centres;  // [n][d]
    float* sums;           // [T][2 + d][n], overwritten
    int n;
    float scale;           // -a/2
};

/** Where sum s of a tile lies for centre i. */
__device__ __forceinline__ float* pattern_sum(const TileSoftMax& p, int tile, int s, int i) {
    return p.sums + ((long long)tile * (PATTERN_MOMENTS + p.table.dimension) + s) * p.n + i;
}

/** The centres of a warp: those from first on that exist, the last one again in place of others. */
struct CentrePair {
    int first;
    const float* at[PAIR];

    __device__ __forceinline__ CentrePair(const TileSoftMax& p, int first) : first(first) {
#pragma unroll
        for (int k = 0; k < PAIR; k++) {
            at[k] = p.centres + (long long)(first + k < p.n ? first + k : p.n - 1) * p.table.dimension;
        }
    }

    /** Sums columns up and writes the total, if the centre exists. */
    __device__ __forceinline__ void put(const TileSoftMax& p, int tile, int s, int k, float column, int lane) const {
        float total = halve_columns(column);
        if (lane == 0 && first + k < p.n) {
            *pattern_sum(p, tile, s, first + k) = total;
        }
    }
};

/** sum w y_j for every coordinate, from the slab that is in shared memory back to the first. */
__device__ __forceinline__ void write_moments(
        const TileSoftMax& p, PatternTile& tile, const CentrePair& pair, const PatternColumn (&w)[PAIR], int lane) {
#pragma unroll 1
    for (int slab = tile.slabs() - 1; slab >= 0; slab--) {
        tile.stage(slab);
#pragma unroll 1
        for (int j = 0; j < tile.width(slab); j++) {
            const float* y = tile.column(j, lane);
            float moment[PAIR] = {};
            for_rows(tile.places, [&](int r) {
                float value = y[r * PATTERN_COLUMNS];
#pragma unroll
                for (int k = 0; k < PAIR; k++) {
                    moment[k] = __fmaf_rn(w[k].of[r], value, moment[k]);
                }
            });
#pragma unroll
            for (int k = 0; k < PAIR; k++) {
                pair.put(p, tile.tile, PATTERN_MOMENTS + slab * SLAB + j, k, moment[k], lane);
            }
        }
    }
}

/** All sums of a warp's centres over a tile. */
__device__ __forceinline__ void soft_max(const TileSoftMax& p, PatternTile& tile, const CentrePair& pair, int lane) {
    PatternColumn w[PAIR];
    squared_distances(tile, pair.at, lane, w);
#pragma unroll
    for (int k = 0; k < PAIR; k++) {
        float least = weigh(w[k], tile.places, p.scale);
        if (lane == 0 && pair.first + k < p.n) {
            *pattern_sum(p, tile.tile, PATTERN_LEAST, pair.first + k) = least;
        }
        float total = 0.0f;
        for_rows(tile.places, [&](int r) { total += w[k].of[r]; });
        pair.put(p, tile.tile, PATTERN_TOTAL, k, total, lane);
    }
    write_moments(p, tile, pair, w, lane);
}

/** A block takes 64 centres through a tile; neighbouring blocks share the tile. */
__device__ __forceinline__ void tile_soft_max(const TileSoftMax& p) {
    int lane = threadIdx.x % PATTERN_COLUMNS;
    int warp = threadIdx.x / PATTERN_COLUMNS;
    int warps = blockDim.x / PATTERN_COLUMNS;
    int groups = (p.n + CENTRES - 1) / CENTRES;
    long long works = (long long)groups * p.table.tiles();
    for (long long work = blockIdx.x; work < works; work += gridDim.x) {
        PatternTile tile(p.table, (int)(work / groups));
        int from = (int)(work % groups) * CENTRES;
        int to = from + CENTRES < p.n ? from + CENTRES : p.n;
        for (int first = from; first < to; first += warps * PAIR) {
            soft_max(p, tile, CentrePair(p, first + warp * PAIR), lane);
        }
    }
}

}  // namespace murmuration
