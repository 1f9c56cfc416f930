// Sums over tiles combined to means: tiles in their order within a span of 64, spans in their order, backend.host.PatternSums.add.
#pragma once

#include "pattern_sums.cuh"

namespace murmuration {

/** Tiles of a span. */
constexpr int PATTERN_SPAN = 64;

struct PatternMeans {
    const float* sums;  // [T][2 + d][n]
    float* means;       // [n][d], overwritten
    float* ends;        // [2][n], overwritten: least squared distance, sum w
    int tiles;          // T
    int dimension;      // d
    int n;
    float scale;        // -a/2
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

__device__ __forceinline__ SoftMaxSums tile_sums(const PatternMeans& p, int tile, int j, int i) {
    const float* at = p.sums + (long long)tile * (PATTERN_MOMENTS + p.dimension) * p.n + i;
    return {at[(long long)PATTERN_LEAST * p.n], at[(long long)PATTERN_TOTAL * p.n], at[(long long)(PATTERN_MOMENTS + j) * p.n]};
}

/** Sums over one span. */
__device__ __forceinline__ SoftMaxSums span_sums(const PatternMeans& p, int first, int j, int i) {
    int end = first + PATTERN_SPAN < p.tiles ? first + PATTERN_SPAN : p.tiles;
    SoftMaxSums sums = tile_sums(p, first, j, i);
    for (int tile = first + 1; tile < end; tile++) {
        sums.add(tile_sums(p, tile, j, i), p.scale);
    }
    return sums;
}

/** A thread for every centre and coordinate. */
__device__ __forceinline__ void combine_means(const PatternMeans& p) {
    long long stride = (long long)gridDim.x * blockDim.x;
    long long count = (long long)p.n * p.dimension;
    for (long long t = (long long)blockIdx.x * blockDim.x + threadIdx.x; t < count; t += stride) {
        int i = (int)(t % p.n);
        int j = (int)(t / p.n);
        SoftMaxSums sums = span_sums(p, 0, j, i);
        for (int first = PATTERN_SPAN; first < p.tiles; first += PATTERN_SPAN) {
            sums.add(span_sums(p, first, j, i), p.scale);
        }
        p.means[(long long)i * p.dimension + j] = __fdiv_rn(sums.moment, sums.total);
        if (j == 0) {
            p.ends[i] = sums.least;
            p.ends[p.n + i] = sums.total;
        }
    }
}

}  // namespace murmuration
