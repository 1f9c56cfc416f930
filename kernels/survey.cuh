// What is asked of all agents as they are: sums over each block of 16 tiles and counts over all of them (ensemble.Survey).
#pragma once

#include "survey_columns.cuh"

namespace murmuration {

/** Agents of a block: ensemble.Tiling. */
constexpr int BLOCK_AGENTS = 16 * TILE;

constexpr int ENERGY_SUMS = 3;
constexpr int END_NUMBERS = 3;

/** Bins that fit in shared memory; more are counted in global memory. */
constexpr int FEW_BINS = 4096;

/** Agents of one population from the first of a block on. d coordinates, L labels, E ends that absorb, D coordinates that are counted. */
struct Survey {
    const float* states;        // [d][stride]
    const float* energies;      // [n]; null where none are kept
    const signed char* labels;  // [n]; null where all count for label 0
    const double* about;        // [d]
    const double* ends;         // [E][3]: number of the coordinate, place of the end, and 1 where agents live above it or 0 below
    const double* low;          // [D]
    const double* width;        // [D]
    double* sums;               // [blocks][d d + 3 L + 1 + E], overwritten
    unsigned long long* counts; // [D][bins], added to
    long long stride;
    long long agents;  // n
    long long blocks;
    int dimension;
    int labels_told;
    int ends_told;
    int counted;
    int bins;

    __device__ __forceinline__ int energies_at() const { return dimension * dimension; }
    __device__ __forceinline__ int living_at() const { return energies_at() + ENERGY_SUMS * labels_told; }
    __device__ __forceinline__ int size() const { return living_at() + 1 + ends_told; }

    /** Whether an end does not absorb an agent. */
    __device__ __forceinline__ bool spares(int end, long long agent) const {
        const double* numbers = ends + END_NUMBERS * end;
        float x = states[(long long)numbers[0] * stride + agent];
        return numbers[2] != 0.0 ? x > (float)numbers[1] : x < (float)numbers[1];
    }

    __device__ __forceinline__ bool lives(long long agent) const {
        bool spared = true;
        for (int end = 0; end < ends_told; end++) {
            spared = spared && spares(end, agent);
        }
        return spared;
    }

    /** Agents of a block. */
    __device__ __forceinline__ int agents_of(long long block) const {
        long long left = agents - block * BLOCK_AGENTS;
        return left < BLOCK_AGENTS ? (int)left : BLOCK_AGENTS;
    }
};

/** Adds (x_i - about_i) (x_j - about_j) over the living of this thread's column. @param first agent of the block */
__device__ __forceinline__ double add_products(const Survey& s, int i, int j, long long first, int count) {
    const float* x = s.states + i * s.stride + first;
    const float* y = s.states + j * s.stride + first;
    double sum = 0.0;
    for (int a = threadIdx.x; a < count; a += COLUMNS) {
        if (s.lives(first + a)) {
            sum += ((double)x[a] - s.about[i]) * ((double)y[a] - s.about[j]);
        }
    }
    return sum;
}

/** Adds 1, e or e^2 over the agents with a label. */
__device__ __forceinline__ double add_energies(const Survey& s, int label, int power, long long first, int count) {
    double sum = 0.0;
    for (int a = threadIdx.x; a < count && s.energies != nullptr; a += COLUMNS) {
        double energy = s.energies[first + a];
        if (s.labels == nullptr || s.labels[first + a] == label) {
            sum += power == 0 ? 1.0 : power == 1 ? energy : energy * energy;
        }
    }
    return sum;
}

/** Counts those that live, or, of an end, those that it does not spare. */
__device__ __forceinline__ double add_numbers(const Survey& s, int end, long long first, int count) {
    double sum = 0.0;
    for (int a = threadIdx.x; a < count; a += COLUMNS) {
        sum += (end < 0 ? s.lives(first + a) : !s.spares(end, first + a)) ? 1.0 : 0.0;
    }
    return sum;
}

/** What this thread's column adds to one of the sums of a block. Products above the diagonal are those below it: they stay 0. */
__device__ __forceinline__ double add_column(const Survey& s, int sum, long long of) {
    long long first = of * BLOCK_AGENTS;
    int count = s.agents_of(of);
    if (sum < s.energies_at()) {
        int i = sum / s.dimension;
        int j = sum % s.dimension;
        return j > i ? 0.0 : add_products(s, i, j, first, count);
    }
    if (sum < s.living_at()) {
        int which = sum - s.energies_at();
        return add_energies(s, which / ENERGY_SUMS, which % ENERGY_SUMS, first, count);
    }
    return add_numbers(s, sum - s.living_at() - 1, first, count);
}

/** One sum of one block after the other. */
__device__ __forceinline__ void sum_survey(const Survey& s) {
    __shared__ double columns[COLUMNS];
    for (long long piece = block(); piece < s.blocks * s.size(); piece += blocks()) {
        double total = halve_columns(add_column(s, (int)(piece % s.size()), piece / s.size()), columns, COLUMNS);
        if (threadIdx.x == 0) {
            s.sums[piece] = total;
        }
    }
}

/** The bin of coordinate j that an agent is counted in. */
__device__ __forceinline__ int bin_of(const Survey& s, int j, long long agent) {
    double bin = floor(((double)s.states[j * s.stride + agent] - s.low[j]) / s.width[j]);
    return (int)(bin < 0.0 ? 0.0 : bin < s.bins ? bin : s.bins - 1.0);
}

/** Counts one coordinate of one block after the other, in shared memory first where the bins fit. */
__device__ __forceinline__ void count_survey(const Survey& s) {
    __shared__ unsigned here[FEW_BINS];
    bool few = s.bins <= FEW_BINS;
    for (long long piece = block(); piece < s.blocks * s.counted; piece += blocks()) {
        long long of = piece / s.counted;
        int j = (int)(piece % s.counted);
        unsigned long long* counts = s.counts + (long long)j * s.bins;
        for (int bin = threadIdx.x; few && bin < s.bins; bin += COLUMNS) {
            here[bin] = 0;
        }
        __syncthreads();
        for (int a = threadIdx.x; a < s.agents_of(of); a += COLUMNS) {
            long long agent = of * BLOCK_AGENTS + a;
            if (s.lives(agent)) {
                int bin = bin_of(s, j, agent);
                few ? (void)atomicAdd(&here[bin], 1u) : (void)atomicAdd(&counts[bin], 1ull);
            }
        }
        __syncthreads();
        for (int bin = threadIdx.x; few && bin < s.bins; bin += COLUMNS) {
            if (here[bin] > 0) {
                atomicAdd(&counts[bin], (unsigned long long)here[bin]);
            }
        }
        __syncthreads();
    }
}

}  // namespace murmuration
