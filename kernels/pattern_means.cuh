// Sums over tiles combined to means: tiles in their order within a span of 64, spans in their order, backend.host.PatternSums.add.
#pragma once

#include "pattern_sums.cuh"

namespace murmuration {

/** Tiles of a span. */
constexpr int PATTERN_SPAN = 64;

/** Sums of n centres over T tiles. */
struct PatternTotals {
    const float* at;  // [T][2 + moments][n]
    int tiles;        // T
    int moments;      // d, or 0 where the moments are not wanted
    int n;
    float scale;      // -a/2

    __device__ __forceinline__ float sum(int tile, int s, int i) const {
        return at[((long long)tile * (PATTERN_MOMENTS + moments) + s) * n + i];
    }
};

struct PatternMeans {
    PatternTotals sums;  // d moments
    float* means;   // [n][d], overwritten
    float* ends;    // [2][n], overwritten: least squared distance, sum w
};

/** Sums relative to the nearest pattern so far, of one coordinate. */
struct SoftMaxSums {
    float least;
    float total;
    float moment;

    __device__ __forceinline__ void add(const SoftMaxSums& other, float scale) {
        float difference = other.least - least;
        float factor = decay(fabsf(difference) * scale);
        float keep = difference < 0.0f ? factor : 1.0f;
        float take = difference < 0.0f ? 1.0f : factor;
        least = fminf(least, other.least);
        total = __fmaf_rn(total, keep, take * other.total);
        moment = __fmaf_rn(moment, keep, take * other.moment);
    }
};

__device__ __forceinline__ SoftMaxSums tile_sums(const PatternTotals& p, int tile, int j, int i) {
    return {p.sum(tile, PATTERN_LEAST, i), p.sum(tile, PATTERN_TOTAL, i), p.sum(tile, PATTERN_MOMENTS + j, i)};
}

/** Sums over one span. */
__device__ __forceinline__ SoftMaxSums span_sums(const PatternTotals& p, int first, int j, int i) {
    int end = first + PATTERN_SPAN < p.tiles ? first + PATTERN_SPAN : p.tiles;
    SoftMaxSums sums = tile_sums(p, first, j, i);
    for (int tile = first + 1; tile < end; tile++) {
        sums.add(tile_sums(p, tile, j, i), p.scale);
    }
    return sums;
}

/** Sums over all tiles of coordinate j for centre i. */
__device__ __forceinline__ SoftMaxSums all_sums(const PatternTotals& p, int j, int i) {
    SoftMaxSums sums = span_sums(p, 0, j, i);
    for (int first = PATTERN_SPAN; first < p.tiles; first += PATTERN_SPAN) {
        sums.add(span_sums(p, first, j, i), p.scale);
    }
    return sums;
}

/** A thread for every centre and coordinate. */
__device__ __forceinline__ void combine_means(const PatternMeans& p) {
    long long stride = (long long)gridDim.x * blockDim.x;
    int n = p.sums.n;
    int d = p.sums.moments;
    long long count = (long long)n * d;
    for (long long t = (long long)blockIdx.x * blockDim.x + threadIdx.x; t < count; t += stride) {
        int i = (int)(t % n);
        int j = (int)(t / n);
        SoftMaxSums sums = all_sums(p.sums, j, i);
        p.means[(long long)i * d + j] = __fdiv_rn(sums.moment, sums.total);
        if (j == 0) {
            p.ends[i] = sums.least;
            p.ends[n + i] = sums.total;
        }
    }
}

}  // namespace murmuration
