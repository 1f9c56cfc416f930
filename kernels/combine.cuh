// Totals over tiles in the fixed float64 tree of ensemble.SumTree.combine: i takes i + 1, then i + 2, ... Aligned groups of 256 are
// subtrees, so each pass combines groups of up to 256; a block combines several small ones side by side.
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
    int width;            // threads per group: the least power of two that is no less than its members
};

/**
 * Total of the numbers of a group; valid in its thread of lane 0. Every thread of the block calls it, those of a group with the same
 * arguments but lane.
 *
 * @param members that there are, 0 for none
 */
template <class T>
__device__ __forceinline__ double combine_group(const T* in, long long members, int lane, int width) {
    __shared__ double part[GROUP];
    int i = threadIdx.x;
    part[i] = lane < members ? (double)in[lane] : 0.0;
    __syncthreads();
    for (int stride = 1; stride < width; stride *= 2) {
        if (lane % (2 * stride) == 0 && lane + stride < members) {
            part[i] = __dadd_rn(part[i], part[i + stride]);
        }
        __syncthreads();
    }
    return part[i];
}

template <class T>
__device__ __forceinline__ void combine_all(const Combine& c) {
    int lane = threadIdx.x % c.width;
    int beside = GROUP / c.width;
    for (long long first = blockIdx.x * (long long)beside; first < c.vectors * c.groups; first += gridDim.x * (long long)beside) {
        long long group = first + threadIdx.x / c.width;
        long long vector = group / c.groups;
        long long begin = group % c.groups * GROUP;
        long long left = c.count - begin;
        long long members = vector >= c.vectors ? 0 : left < GROUP ? left : GROUP;
        const T* in = static_cast<const T*>(c.in) + (members > 0 ? vector * c.count + begin : 0);
        double total = combine_group(in, members, lane, c.width);
        if (lane == 0 && members > 0) {
            c.out[group] = total;
        }
    }
}

/** Numbers that a thread adds up by itself: an aligned group of so many is a subtree. */
constexpr int SUBTREE = 8;

/** Total of up to 8 numbers. Those that are not there count as -0, which changes no sum. */
template <class T>
__device__ __forceinline__ double combine_subtree(const T* in, int members) {
    double part[SUBTREE];
#pragma unroll
    for (int i = 0; i < SUBTREE; i++) {
        part[i] = i < members ? (double)in[i] : -0.0;
    }
#pragma unroll
    for (int stride = 1; stride < SUBTREE; stride *= 2) {
#pragma unroll
        for (int i = 0; i < SUBTREE; i += 2 * stride) {
            part[i] = __dadd_rn(part[i], part[i + stride]);
        }
    }
    return part[0];
}

/** Totals of the subtrees of vectors [vectors][count], by all threads. @param out shared, overwritten [vectors][subtrees]. @return subtrees */
template <class T>
__device__ __forceinline__ int combine_subtrees(const T* in, double* out, int vectors, int count) {
    int subtrees = (count + SUBTREE - 1) / SUBTREE;
    for (int i = threadIdx.x; i < vectors * subtrees; i += GROUP) {
        int begin = i % subtrees * SUBTREE;
        out[i] = combine_subtree(in + i / subtrees * count + begin, count - begin);
    }
    __syncthreads();
    return subtrees;
}

/**
 * Totals of a few vectors, all by one block.
 *
 * @param in shared [vectors][count]. @param room shared, overwritten: for the totals of subtrees, of subtrees of these, and so on
 * @return where in the room the totals are [vectors]
 */
__device__ __forceinline__ double* combine_here(const float* in, double* room, int vectors, int count) {
    int left = combine_subtrees(in, room, vectors, count);
#pragma unroll 1
    while (left > 1) {
        double* next = room + vectors * left;
        left = combine_subtrees(room, next, vectors, left);
        room = next;
    }
    return room;
}

}  // namespace murmuration
