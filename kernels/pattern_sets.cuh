// Tables of patterns that paths have to themselves: ensemble.PatternSampler, a function of (seed, set, pattern).
#pragma once

#include "pattern_tile.cuh"
#include "starts.cuh"

namespace murmuration {

/** Sets first, ..., first + n - 1, of which tables take the first p patterns or given ones. */
struct PatternSets {
    StartLaw law;
    RoundKeys keys;
    float* values;       // of all tables, overwritten
    PatternTable table;  // shape of each
    long long stride;    // floats from a table to the next
    const int* chosen;   // patterns of the tables [n][p]; null for the first ones
    long long first;
    int n;
};

/** Coordinates of one pattern in its table. */
struct PatternAt {
    float* first;
    int run;

    __device__ __forceinline__ float& operator()(int j, int) const { return first[(long long)j * run]; }
};

/** Pattern of a set, z_i = m_i + sum_j F_ij xi_j in the order of j. @param index within the set. @param z overwritten */
__device__ __forceinline__ void draw_pattern(const PatternSets& p, int set, int index, const PatternAt& z) {
    unsigned long long column = noise_column(index);
    int row = noise_row(index);
    Words words = noise_words(p.keys, PATTERN_COMPONENT, column, set, 0);
    int component = p.law.choose(noise_word(words, row));
    for (int j = 0; j < p.table.dimension; j++) {
        z(j, 0) = p.law.means[(long long)component * p.table.dimension + j];
    }
    for (int j = 0; j < p.table.dimension; j++) {
        float xi = row_of(noise_normals(p.keys, PATTERN, column, set, j), row);
        add_normal<0>(p.law, component, p.table.dimension, j, 0, xi, z);
    }
}

/** A thread for every place of a table; those without a pattern become -1, which 0 times leaves a sum as it is, be it -0. */
__device__ __forceinline__ void draw_sets(const PatternSets& p) {
    long long places = (long long)p.table.tiles() * p.table.run;
    long long threads = (long long)gridDim.x * blockDim.x;
    for (long long t = (long long)blockIdx.x * blockDim.x + threadIdx.x; t < p.n * places; t += threads) {
        long long i = t / places;
        int tile = (int)(t % places / p.table.run);
        int place = (int)(t % places % p.table.run);
        int pattern = tile * PATTERN_TILE + place;
        float* values = p.values + i * p.stride + (long long)tile * p.table.dimension * p.table.run + place;
        PatternAt z = {values, p.table.run};
        if (place < PATTERN_TILE && pattern < p.table.count) {
            draw_pattern(p, (int)(p.first + i), p.chosen == nullptr ? pattern : p.chosen[i * p.table.count + pattern], z);
        } else {
            for (int j = 0; j < p.table.dimension; j++) {
                z(j, 0) = -1.0f;
            }
        }
    }
}

}  // namespace murmuration
