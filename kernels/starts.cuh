// Starts of a population: backend.host.StartSampler and ensemble.StartTable. A function of (seed, agent), drawn anew where it is needed.
#pragma once

#include "replicas.cuh"
#include "vectors.cuh"

namespace murmuration {

/** The initial law: C components, n listed rows. */
struct StartLaw {
    const unsigned* thresholds;  // cumulated weights times 2^32 [C-1]
    const float* means;          // [C][d]
    const float* factors;        // standard deviations [C][d], or factors [C][d][d]
    const float* listed;         // rows of an empirical law [n][d]
    const long long* ends;       // agents of a population in the first k components, k = 1, ..., C [C]; null unless sizes are fixed
    long long listed_count;      // n; 0 unless the law is empirical
    int components;              // C
    int diagonal;

    /** Component that a random word chooses: the number of thresholds not above it. */
    __device__ __forceinline__ int choose(unsigned word) const {
        int component = 0;
        while (component < components - 1 && word >= thresholds[component]) {
            component++;
        }
        return component;
    }

    /** Component that an agent belongs to where sizes are fixed: the number of ends not above its number in its population. */
    __device__ __forceinline__ int dealt(long long agent) const {
        long long number = agent % ends[components - 1];
        int component = 0;
        while (number >= ends[component]) {
            component++;
        }
        return component;
    }
};

/** Components of the initial law that the agents of a column (this thread's, unless another is named) start in; -1 for nobody. */
struct Origin {
    int component[ROWS];

    __device__ __forceinline__ Origin(
            const StartLaw& law, const Replicas& replicas, const RoundKeys& keys, long long tile, int of = column()) {
        Words words = {{0, 0, 0, 0}};
        if (law.components > 1 && law.ends == nullptr) {
            words = noise_words(keys, START_COMPONENT, replicas.noise_column(tile, of), 0, 0);
        }
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            long long agent = replicas.agent(tile, r, of);
            component[r] = agent < 0 ? -1 : law.ends != nullptr ? law.dealt(agent) : law.choose(words.w[r]);
        }
    }

    /** Sub-population that row r counts for; -1 for nobody. @param labels_told those told apart */
    __device__ __forceinline__ int label(int r, int labels_told) const {
        return labels_told > 1 || component[r] < 0 ? component[r] : 0;
    }
};

/** The listed rows that the agents of a column start from. @param z overwritten [d]. @tparam D coordinates if known when compiled, or 0 */
template <int D, class Z>
__device__ __forceinline__ void deal_rows(const StartLaw& law, const Replicas& replicas, long long tile, int dimension, Z& z) {
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        long long agent = replicas.agent(tile, r, column());
        const float* row = law.listed + (agent < 0 ? 0 : agent % law.listed_count) * dimension;
#pragma unroll(D > 0 ? D : 1)
        for (int i = 0; i < (D > 0 ? D : dimension); i++) {
            z(i, r) = row[i];
        }
    }
}

/** z_j + s_j xi, or z_i + F_ij xi for every i. @param component of the agent in row r. @param xi normal of coordinate j. @param z modified */
template <int D, class Z>
__device__ __forceinline__ void add_normal(const StartLaw& law, int component, int dimension, int j, int r, float xi, Z& z) {
    long long first = (long long)component * dimension;
    // Registers want every index known when compiled; in memory, one coordinate is enough for a diagonal law.
    int begin = D == 0 && law.diagonal ? j : 0;
    int end = D > 0 ? D : law.diagonal ? j + 1 : dimension;
#pragma unroll(D > 0 ? D : 1)
    for (int i = begin; i < end; i++) {
        float factor = law.factors[law.diagonal ? first + i : (first + i) * dimension + j];
        float moved = __fmaf_rn(factor, xi, z(i, r));
        z(i, r) = law.diagonal && i != j ? z(i, r) : moved;
    }
}

/** z_i = m_i + s_i xi_i, or m_i + sum_j F_ij xi_j in the order of j, for the four agents of a column. @param z overwritten [d] */
template <int D, class Z>
__device__ __forceinline__ void draw_starts(
        const StartLaw& law, const Replicas& replicas, const Origin& origin, const RoundKeys& keys, long long tile, int dimension, Z& z) {
    if (law.listed_count > 0) {
        deal_rows<D>(law, replicas, tile, dimension, z);
        return;
    }
    int component[ROWS];
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        component[r] = origin.component[r] < 0 ? 0 : origin.component[r];
    }
#pragma unroll(D > 0 ? D : 1)
    for (int i = 0; i < (D > 0 ? D : dimension); i++) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            z(i, r) = law.means[(long long)component[r] * dimension + i];
        }
    }
#pragma unroll 1
    for (int j = 0; j < dimension; j++) {
        Four xi = noise_normals(keys, START, replicas.noise_column(tile), 0, j);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            add_normal<D>(law, component[r], dimension, j, r, xi.of[r], z);
        }
    }
}

}  // namespace murmuration
