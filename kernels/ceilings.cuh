// The most arithmetic that a device does: chains that depend on no memory.
#pragma once

#include "kernel.cuh"

namespace murmuration {

constexpr int CHAINS = 8;

/** Rounds of a multiply-add, or of a product and an exclusive or, in each of 8 chains per thread. */
struct Rounds {
    float* out;  // [1], written if a sum is what it never is: what is computed must seem to be needed
    int count;
};

__device__ __forceinline__ void multiply_add_rounds(const Rounds& p) {
    float chain[CHAINS];
#pragma unroll
    for (int c = 0; c < CHAINS; c++) {
        chain[c] = (float)(threadIdx.x + c);
    }
#pragma unroll 8
    for (int i = 0; i < p.count; i++) {
#pragma unroll
        for (int c = 0; c < CHAINS; c++) {
            chain[c] = __fmaf_rn(chain[c], 0.999f, 1.0f);
        }
    }
    float sum = 0.0f;
#pragma unroll
    for (int c = 0; c < CHAINS; c++) {
        sum += chain[c];
    }
    if (sum < 0.0f) {
        *p.out = sum;
    }
}

__device__ __forceinline__ void product_rounds(const Rounds& p) {
    unsigned long long chain[CHAINS];
#pragma unroll
    for (int c = 0; c < CHAINS; c++) {
        chain[c] = threadIdx.x + c;
    }
#pragma unroll 8
    for (int i = 0; i < p.count; i++) {
#pragma unroll
        for (int c = 0; c < CHAINS; c++) {
            // Of both halves, as in Philox: low halves alone are powers of the factor, which a compiler works out.
            chain[c] = (unsigned long long)(unsigned)(chain[c] ^ chain[c] >> 32) * 0xD2511F53u;
        }
    }
    unsigned long long sum = 0;
#pragma unroll
    for (int c = 0; c < CHAINS; c++) {
        sum ^= chain[c];
    }
    if (sum == 1) {
        *p.out = 1.0f;
    }
}

}  // namespace murmuration
