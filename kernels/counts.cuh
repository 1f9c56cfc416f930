// How many agents of each replica carry each label.
#pragma once

#include "kernel.cuh"
#include "replicas.cuh"

namespace murmuration {

constexpr int MOST_LABELS = 64;

struct Counts {
    const signed char* labels;   // [1024 T], -1 for padding
    unsigned long long* counts;  // [R][labels_told], added to
    long long tiles;
    Replicas replicas;
    int labels_told;
};

/** Counts a tile that is one replica's in shared memory first. @param here shared [64] */
__device__ __forceinline__ void count_whole(const Counts& c, long long tile, unsigned* here) {
    if (threadIdx.x < MOST_LABELS) {
        here[threadIdx.x] = 0;
    }
    __syncthreads();
    for (int r = 0; r < ROWS; r++) {
        int label = c.labels[tile * TILE + r * COLUMNS + threadIdx.x];
        if (label >= 0) {
            atomicAdd(&here[label], 1u);
        }
    }
    __syncthreads();
    if ((int)threadIdx.x < c.labels_told && here[threadIdx.x] > 0) {
        long long replica = c.replicas.at(tile, 0);
        atomicAdd(&c.counts[replica * c.labels_told + threadIdx.x], (unsigned long long)here[threadIdx.x]);
    }
    __syncthreads();
}

/** Counts a tile that several replicas share. */
__device__ __forceinline__ void count_parts(const Counts& c, long long tile) {
    long long replica = c.replicas.at(tile, threadIdx.x);
    for (int r = 0; r < ROWS; r++) {
        int label = c.labels[tile * TILE + r * COLUMNS + threadIdx.x];
        if (label >= 0) {
            atomicAdd(&c.counts[replica * c.labels_told + label], 1ull);
        }
    }
}

__device__ __forceinline__ void count(const Counts& c) {
    __shared__ unsigned here[MOST_LABELS];
    for (long long tile = blockIdx.x; tile < c.tiles; tile += gridDim.x) {
        if (c.replicas.columns == COLUMNS) {
            count_whole(c, tile, here);
        } else {
            count_parts(c, tile);
        }
    }
}

}  // namespace murmuration
