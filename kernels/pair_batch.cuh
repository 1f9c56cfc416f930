// Partners of a batch: ensemble.PartnerShifts.
#pragma once

#include "advance.cuh"
#include "replica_tape.cuh"

namespace murmuration {

/** What is added, modulo N, to the number of an agent to get those of its p partners in a step. */
struct PairShifts {
    unsigned* shifts;    // [R][p], overwritten
    const Clock* clock;
    unsigned long long seed;
    Replicas replicas;
    int partners;        // p
    int step;            // since the clock
};

/** Shift m of a replica, uniform on 1, ..., N - 1. */
__device__ __forceinline__ unsigned pair_shift(const PairShifts& p, int replica, int m) {
    Words words = noise_words(round_keys(p.seed), BATCH, first_column(p.replicas, replica), p.clock->first_step + p.step, m);
    unsigned long long u = (words.w[0] | (unsigned long long)words.w[1] << 32) >> 1;
    return 1 + (unsigned)__umul64hi(u, 2 * (unsigned long long)(p.replicas.agents - 1));
}

__device__ __forceinline__ void draw_shifts(const PairShifts& p) {
    long long each = (p.partners + 1) / 2;
    for (long long n = blockIdx.x * (long long)blockDim.x + threadIdx.x; n < p.replicas.count * each; n += gridDim.x * (long long)blockDim.x) {
        int replica = (int)(n / each);
        int m = (int)(n % each);
        unsigned shift = pair_shift(p, replica, m);
        unsigned* shifts = p.shifts + replica * (long long)p.partners + 2 * m;
        shifts[0] = shift;
        if (2 * m + 1 < p.partners) {
            shifts[1] = (unsigned)p.replicas.agents - shift;
        }
    }
}

}  // namespace murmuration
