// Draws of patterns by partial sums in float64, backend.host.PatternTower: first the tile, then the pattern within it.
#pragma once

#include "pattern_means.cuh"

namespace murmuration {

/** A tile, and where in it. */
struct TileShare {
    int tile;
    double share;  // of the tile's sum at which the pattern lies
};

/** The tower of centre i over tiles: weights relative to the nearest pattern of all. */
struct TileTower {
    const PatternTotals& sums;
    int i;
    float least;

    __device__ __forceinline__ TileTower(const PatternTotals& sums, int i) : sums(sums), i(i), least(sums.sum(0, PATTERN_LEAST, i)) {
        for (int tile = 1; tile < sums.tiles; tile++) {
            least = fminf(least, sums.sum(tile, PATTERN_LEAST, i));
        }
    }

    __device__ __forceinline__ double weight(int tile) const {
        return (double)decay((sums.sum(tile, PATTERN_LEAST, i) - least) * sums.scale) * (double)sums.sum(tile, PATTERN_TOTAL, i);
    }

    /** The first tile whose partial sum reaches uniform times the whole. */
    __device__ __forceinline__ TileShare climb(float uniform) const {
        int last = sums.tiles - 1;
        double total = 0.0;
        for (int tile = 0; tile <= last; tile++) {
            total += weight(tile);
        }
        double level = (double)uniform * total;
        double below = 0.0;
        double reached = weight(0);
        int tile = 0;
        while (tile < last && reached < level) {
            tile++;
            below = reached;
            reached += weight(tile);
        }
        return {tile, (level - below) / (reached - below)};
    }
};

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

}  // namespace murmuration
