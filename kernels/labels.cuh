// Which sub-population agents count for, and how many agents of each replica count for each.
#pragma once

#include "kernel.cuh"
#include "starts.cuh"

namespace murmuration {

constexpr int MOST_LABELS = 64;

struct Labels {
    StartLaw law;
    signed char* labels;         // of tiles first_tile to first_tile + tiles - 1 [1024 tiles], overwritten; or null
    unsigned long long* counts;  // [R][labels_told], added to; or null
    unsigned long long seed;
    long long first_tile;
    long long tiles;
    Replicas replicas;
    int labels_told;
};

/** Writes the labels of a column. */
__device__ __forceinline__ void tell(const Labels& p, long long tile, const Origin& origin) {
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        long long place = (tile - p.first_tile) * TILE + r * COLUMNS + threadIdx.x;
        p.labels[place] = (signed char)origin.label(r, p.labels_told);
    }
}

/** Counts a tile that is one replica's in shared memory first. @param here shared [64] */
__device__ __forceinline__ void count_whole(const Labels& p, long long tile, const Origin& origin, unsigned* here) {
    if (threadIdx.x < MOST_LABELS) {
        here[threadIdx.x] = 0;
    }
    __syncthreads();
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        int label = origin.label(r, p.labels_told);
        if (label >= 0) {
            atomicAdd(&here[label], 1u);
        }
    }
    __syncthreads();
    if ((int)threadIdx.x < p.labels_told && here[threadIdx.x] > 0) {
        long long replica = p.replicas.at(tile, 0);
        atomicAdd(&p.counts[replica * p.labels_told + threadIdx.x], (unsigned long long)here[threadIdx.x]);
    }
    __syncthreads();
}

/** Counts a tile that several replicas share. */
__device__ __forceinline__ void count_parts(const Labels& p, long long tile, const Origin& origin) {
    long long replica = p.replicas.at(tile, threadIdx.x);
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        int label = origin.label(r, p.labels_told);
        if (label >= 0) {
            atomicAdd(&p.counts[replica * p.labels_told + label], 1ull);
        }
    }
}

__device__ __forceinline__ void tell_or_count(const Labels& p) {
    __shared__ unsigned here[MOST_LABELS];
    for (long long i = blockIdx.x; i < p.tiles; i += gridDim.x) {
        long long tile = p.first_tile + i;
        Origin origin(p.law, p.replicas, round_keys(p.seed), tile);
        if (p.labels != nullptr) {
            tell(p, tile, origin);
        }
        if (p.counts != nullptr && p.replicas.columns == COLUMNS) {
            count_whole(p, tile, origin, here);
        } else if (p.counts != nullptr) {
            count_parts(p, tile, origin);
        }
    }
}

}  // namespace murmuration
