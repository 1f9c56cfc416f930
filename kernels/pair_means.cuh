// Sums of runs to means over partners.
#pragma once

#include "pair_table.cuh"

namespace murmuration {

/** Means, made of the sums of runs. */
struct PairMeans {
    const float* runs;      // [count][F][R N]
    const unsigned* order;  // number of the agent at each position; null where positions are numbers
    double* sums;           // of all runs before [F][R N], modified
    float* means;           // [F][1024 T], overwritten if these are the last
    double weight;          // of all runs but the last one of a batch
    long long stride;       // 1024 T
    Replicas replicas;
    int values;             // F
    int count;
    int begins;             // whether there are no runs before
    int weighs;             // whether the last run is the last of a batch
    int ends;               // whether no runs are left
};

/** Sum over runs of the value f of whoever is at a position. */
__device__ __forceinline__ double pair_sum(const PairMeans& p, int f, long long n, long long all) {
    double sum = p.begins ? 0.0 : p.sums[f * all + n];
    for (int i = 0; i < p.count; i++) {
        sum = p.weighs && i == p.count - 1 ? __dmul_rn(sum, p.weight) : sum;
        sum = __dadd_rn(sum, (double)p.runs[(i * (long long)p.values + f) * all + n]);
    }
    return sum;
}

__device__ __forceinline__ void average_pairs(const PairMeans& p) {
    long long all = p.replicas.count * p.replicas.agents;
    for (long long n = blockIdx.x * (long long)blockDim.x + threadIdx.x; n < all; n += gridDim.x * (long long)blockDim.x) {
        long long place = place_of(p.replicas, p.order == nullptr ? n : p.order[n]);
        for (int f = 0; f < p.values; f++) {
            double sum = pair_sum(p, f, n, all);
            if (p.ends) {
                p.means[f * p.stride + place] = (float)__ddiv_rn(sum, (double)p.replicas.agents);
            } else {
                p.sums[f * all + n] = sum;
            }
        }
    }
}

}  // namespace murmuration
