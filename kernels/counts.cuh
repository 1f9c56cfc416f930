// How many agents carry each label.
#pragma once

#include "kernel.cuh"

namespace murmuration {

constexpr int MOST_LABELS = 64;

struct Counts {
    const signed char* labels;   // [agents]
    unsigned long long* counts;  // [64], added to
    long long agents;
};

/** Each block counts in shared memory first. */
__device__ __forceinline__ void count(const Counts& c) {
    __shared__ unsigned here[MOST_LABELS];
    if (threadIdx.x < MOST_LABELS) {
        here[threadIdx.x] = 0;
    }
    __syncthreads();
    long long stride = (long long)gridDim.x * blockDim.x;
    for (long long i = (long long)blockIdx.x * blockDim.x + threadIdx.x; i < c.agents; i += stride) {
        atomicAdd(&here[(int)c.labels[i]], 1u);
    }
    __syncthreads();
    if (threadIdx.x < MOST_LABELS) {
        atomicAdd(&c.counts[threadIdx.x], (unsigned long long)here[threadIdx.x]);
    }
}

}  // namespace murmuration
