// Starts of a population: backend.host.StartSampler and ensemble.StartTable.
#pragma once

#include "kernel.cuh"
#include "tile_sums.cuh"

namespace murmuration {

/** Arrays of agents are padded to whole tiles, T tiles; d coordinates, C components, n listed rows. */
struct Starts {
    const unsigned* thresholds;  // cumulated weights times 2^32 [C-1]
    const float* means;          // [C][d]
    const float* factors;        // standard deviations [C][d], or factors [C][d][d]
    const float* listed;         // rows of an empirical law [n][d]
    const float* reference;      // point the sums are taken about [d]
    float* starts;               // [d][1024 T], overwritten
    signed char* labels;         // [1024 T], overwritten
    float* states;               // [G][d][1024 T], overwritten; the first copy serves as scratch before
    float* energies;             // [G][1024 T], overwritten
    float* sums;                 // tile sums [S][T][B], overwritten
    unsigned long long seed;
    long long tiles;
    long long listed_count;  // n; 0 unless the law is empirical
    Replicas replicas;
    int guidances;
    int dimension;
    int components;
    int labels_told;
    int diagonal;
    int phase;  // whether coordinates 2 and 3 are cosine and sine of coordinate 0
};

/** Component that a random word chooses: the number of thresholds not above it. */
__device__ __forceinline__ int choose_start(const Starts& s, unsigned word) {
    int component = 0;
    while (component < s.components - 1 && word >= s.thresholds[component]) {
        component++;
    }
    return component;
}

/** x_i = m_i + s_i xi_i, or m_i + sum_j F_ij xi_j. @param xi [d] */
__device__ __forceinline__ float gaussian_start(const Starts& s, int component, int i, int r, const Column<float>& xi) {
    long long at = component * (long long)s.dimension + i;
    float x = s.means[at];
    if (s.diagonal) {
        return __fmaf_rn(s.factors[at], xi(i, r), x);
    }
    for (int j = 0; j < s.dimension; j++) {
        x = __fmaf_rn(s.factors[at * s.dimension + j], xi(j, r), x);
    }
    return x;
}

/** Start of the place in row r. @param xi [d] */
__device__ __forceinline__ void place_start(
        const Starts& s, long long tile, int component, int r, const Column<float>& xi, const Column<float>& starts) {
    long long agent = s.replicas.agent(tile, r, threadIdx.x);
    int label = s.labels_told > 1 ? component : 0;
    s.labels[tile * TILE + r * COLUMNS + threadIdx.x] = (signed char)(agent < 0 ? -1 : label);
    long long row = s.listed_count > 0 && agent > 0 ? agent % s.listed_count : 0;
    for (int i = 0; i < s.dimension; i++) {
        starts(i, r) = s.listed_count > 0 ? s.listed[row * s.dimension + i] : gaussian_start(s, component, i, r, xi);
    }
    if (s.phase) {
        starts(2, r) = reproducible_cos(starts(0, r));
        starts(3, r) = reproducible_sin(starts(0, r));
    }
}

/** Every copy starts from the same starts, with energy 0. */
__device__ __forceinline__ void copy_starts(const Starts& s, long long first, const Column<float>& starts) {
    for (int g = 0; g < s.guidances; g++) {
        Column<float> states = {s.states + g * s.dimension * starts.stride + first, starts.stride};
        copy(states, starts, s.dimension);
        for (int r = 0; r < ROWS; r++) {
            s.energies[g * starts.stride + first + r * COLUMNS] = 0.0f;
        }
    }
}

/** Draws the starts of one tile, thread by thread. */
__device__ __forceinline__ void draw_tile(const Starts& s, long long tile) {
    long long first = tile * TILE + threadIdx.x;
    unsigned long long q = (unsigned long long)tile * COLUMNS + threadIdx.x;
    Column<float> starts = {s.starts + first, s.tiles * TILE};
    Column<float> xi = {s.states + first, s.tiles * TILE};
    for (int j = 0; j < s.dimension; j++) {
        Four normals = noise_normals(s.seed, START, q, 0, j);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            xi(j, r) = normals.of[r];
        }
    }
    Words words = noise_words(s.seed, START_COMPONENT, q, 0, 0);
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        place_start(s, tile, s.listed_count > 0 ? 0 : choose_start(s, words.w[r]), r, xi, starts);
    }
    copy_starts(s, first, starts);
}

/** Sums of one tile about the reference, powers 0. */
__device__ __forceinline__ void sum_tile(const Starts& s, long long tile, TileSums& sums) {
    long long first = tile * TILE + threadIdx.x;
    Column<float> starts = {s.starts + first, s.tiles * TILE};
    Four none = {{0.0f, 0.0f, 0.0f, 0.0f}};
    int label[ROWS];
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        label[r] = s.labels[first + r * COLUMNS];
    }
    sums.begin(s.sums, tile);
    for (int j = 0; j < s.dimension; j++) {
        Four departure = starts.at(j);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            departure.of[r] -= s.reference[j];
        }
        sums.coordinate(label, departure, none);
    }
    sums.end();
}

}  // namespace murmuration
