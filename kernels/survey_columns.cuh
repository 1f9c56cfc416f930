// Sums in float64 over the columns of a block of threads, in the order of ensemble.SumTree.
#pragma once

#include "block.cuh"

namespace murmuration {

/** Sum of the first so many columns, halved, rounding up; valid in all threads. @param columns shared [256] */
__device__ __forceinline__ double halve_columns(double own, double* columns, int width) {
    int c = threadIdx.x;
    columns[c] = own;
    for (int left = width; left > 1;) {
        int half = (left + 1) / 2;
        __syncthreads();
        if (c < left - half) {
            columns[c] += columns[c + half];
        }
        left = half;
    }
    __syncthreads();
    double total = columns[0];
    __syncthreads();
    return total;
}

}  // namespace murmuration
