// Draws of patterns by partial sums in float64, backend.host.PatternTower: first the tile, then the pattern within it.
#pragma once

#include "pattern_sums.cuh"

namespace murmuration {

struct PatternDraws {
    PatternTable table;
    const float* centres;   // [n][d]
    const float* sums;      // [T][2][n]: least and total of every tile
    const float* uniforms;  // in (0, 1] [n]
    double* shares;         // of the tile's sum at which the pattern lies [n]: written by climb, read by choose
    int* chosen;            // the tile after climb, the pattern after choose [n], overwritten
    int n;
    float scale;            // -a/2
};

/** The tower of centre i over tiles: weights relative to the nearest pattern of all. */
struct TileTower {
    const PatternDraws& p;
    int i;
    float least;

    __device__ __forceinline__ TileTower(const PatternDraws& p, int i) : p(p), i(i), least(sum(0, PATTERN_LEAST)) {
        for (int tile = 1; tile < p.table.tiles(); tile++) {
            least = fminf(least, sum(tile, PATTERN_LEAST));
        }
    }

    __device__ __forceinline__ float sum(int tile, int s) const {
        return p.sums[((long long)tile * PATTERN_MOMENTS + s) * p.n + i];
    }

    __device__ __forceinline__ double weight(int tile) const {
        return (double)decay((sum(tile, PATTERN_LEAST) - least) * p.scale) * (double)sum(tile, PATTERN_TOTAL);
    }
};

/** The first tile whose partial sum reaches uniform times the whole, and where in it. A thread per centre. */
__device__ __forceinline__ void climb(const PatternDraws& p, int i) {
    TileTower tower(p, i);
    int last = p.table.tiles() - 1;
    double total = 0.0;
    for (int tile = 0; tile <= last; tile++) {
        total += tower.weight(tile);
    }
    double level = (double)p.uniforms[i] * total;
    double below = 0.0;
    double reached = tower.weight(0);
    int tile = 0;
    while (tile < last && reached < level) {
        tile++;
        below = reached;
        reached += tower.weight(tile);
    }
    p.chosen[i] = tile;
    p.shares[i] = (level - below) / (reached - below);
}

/** The first pattern with a weight whose partial sum reaches share times the whole; if rounding leaves none, the likeliest. */
__device__ __forceinline__ int within(const float* weights, int count, double share) {
    double total = 0.0;
    for (int i = 0; i < count; i++) {
        total += (double)weights[i];
    }
    double partial = 0.0;
    int likeliest = 0;
    for (int i = 0; i < count; i++) {
        partial += (double)weights[i];
        likeliest = weights[i] > weights[likeliest] ? i : likeliest;
        if (weights[i] > 0.0f && partial >= share * total) {
            return i;
        }
    }
    return likeliest;
}

/** Squared distances of a tile's patterns to centre i, read where they lie: every warp has a tile of its own. */
__device__ __forceinline__ void distances_in_place(
        const PatternDraws& p, const PatternTile& tile, int i, int lane, PatternColumn (&q)[1]) {
    clear_squares(q, tile, lane);
    const float* centre = p.centres + (long long)i * p.table.dimension;
#pragma unroll 1
    for (int j = 0; j < p.table.dimension; j++) {
        const float* y = p.table.values + ((long long)tile.tile * p.table.dimension + j) * p.table.run + lane;
        float c[1] = {centre[j]};
        add_squares(q, tile.places, y, c);
    }
}

/** The pattern of centre i within the tile that climb found. A warp per centre. @param weights shared [1024], the warp's own */
__device__ __forceinline__ void choose(const PatternDraws& p, int i, int lane, float* weights) {
    PatternTile tile(p.table, p.chosen[i]);
    PatternColumn w[1];
    distances_in_place(p, tile, i, lane, w);
    weigh(w[0], tile.places, p.scale);
    for_rows(tile.places, [&](int r) { weights[r * PATTERN_COLUMNS + lane] = w[0].of[r]; });
    __syncwarp();
    if (lane == 0) {
        p.chosen[i] = tile.tile * PATTERN_TILE + within(weights, tile.count, p.shares[i]);
    }
    __syncwarp();
}

/** A block takes eight centres at a time. */
__device__ __forceinline__ void choose_all(const PatternDraws& p) {
    int lane = threadIdx.x % PATTERN_COLUMNS;
    int warp = threadIdx.x / PATTERN_COLUMNS;
    int warps = blockDim.x / PATTERN_COLUMNS;
    for (int i = blockIdx.x * warps + warp; i < p.n; i += gridDim.x * warps) {
        choose(p, i, lane, PatternTile::buffer() + warp * PATTERN_TILE);
    }
}

}  // namespace murmuration
