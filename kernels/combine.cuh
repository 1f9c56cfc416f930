// Totals over tiles in the fixed float64 tree of ensemble.SumTree.combine: i takes i + 1, then i + 2, ... Aligned groups of 256 are
// subtrees, so each block combines one group.
#pragma once

#include "kernel.cuh"

namespace murmuration {

constexpr int GROUP = 256;

/** @tparam in float in the first pass, double in further ones */
struct Combine {
    const void* in;       // [vectors][count]
    double* out;          // [vectors][groups], overwritten
    long long vectors;
    long long count;
    long long groups;     // ceil(count / 256)
};

template <class T>
__device__ __forceinline__ void combine(const Combine& c) {
    __shared__ double part[GROUP];
    int i = threadIdx.x;
    for (long long block = blockIdx.x; block < c.vectors * c.groups; block += gridDim.x) {
        long long vector = block / c.groups;
        long long first = block % c.groups * GROUP;
        long long members = c.count - first < GROUP ? c.count - first : GROUP;
        part[i] = i < members ? (double)static_cast<const T*>(c.in)[vector * c.count + first + i] : 0.0;
        __syncthreads();
        for (int stride = 1; stride < GROUP; stride *= 2) {
            if (i % (2 * stride) == 0 && i + stride < members) {
                part[i] += part[i + stride];
            }
            __syncthreads();
        }
        if (i == 0) {
            c.out[block] = part[0];
        }
    }
}

}  // namespace murmuration
