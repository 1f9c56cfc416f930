// Products of matrices and vectors whose coordinates are shared by lanes: each lane makes its own elements, eight for each of four agents, so
// that what is read of matrix and vector is multiplied many times. The order of the sums is that of a loop over one element.
#pragma once

#include "lanes.cuh"
#include "tile_sums.cuh"

namespace murmuration {

/** Four floats that are read at once. */
struct alignas(4 * sizeof(float)) Quad {
    Four four;
};

/** A vector of each of the columns of a warp, in shared memory [8 L][32 / L][4], which all lanes see. */
template <int L>
struct Shown {
    static constexpr int SIZE = SHARE * WARP * ROWS;

    float* of_warp;

    __device__ __forceinline__ Quad* element(int m) const { return (Quad*)of_warp + m * (WARP / L) + threadIdx.x % WARP / L; }

    /** Element m of the four agents. */
    __device__ __forceinline__ Four all(int m) const { return element(m)->four; }

    /** Element j of the lane's own. Between this and what other lanes do with the vector, before and after, lies __syncwarp. */
    __device__ __forceinline__ void put(int j, const Four& four) const { element(Lane<L>::first() + j)->four = four; }
};

/** Matrices [count][d][d] in shared memory, padded with zeros. */
template <int L>
struct Matrices {
    static constexpr int WIDTH = Lane<L>::WIDTH;

    /** Floats of one. Between the rows of one lane and those of the next are eight floats of nothing: they lie in other banks. */
    static constexpr int SIZE = WIDTH * WIDTH + WIDTH - SHARE;

    float* first;
    int dimension;

    static __device__ __forceinline__ int place(int i, int j) { return i * WIDTH + i / SHARE * SHARE + j; }

    /** sum_e += the sum over m of M_me v_m, of the k-th. */
    __device__ __forceinline__ void add_columns(int k, const Shown<L>& v, Registers<SHARE>& sum) const {
        const float* matrix = first + k * SIZE + Lane<L>::first();
#pragma unroll 2
        for (int m = 0; m < dimension; m++) {
            Four vm = v.all(m);
#pragma unroll
            for (int e = 0; e < SHARE; e += ROWS) {
                Four q = ((const Quad*)(matrix + place(m, e)))->four;
#pragma unroll
                for (int u = 0; u < ROWS; u++) {
                    multiply(q.of[u], vm, e + u, sum);
                }
            }
        }
    }

    /** sum_e += the sum over m of M_em v_m. */
    __device__ __forceinline__ void add_rows(int k, const Shown<L>& v, Registers<SHARE>& sum) const {
        const float* matrix = first + k * SIZE + place(Lane<L>::first(), 0);
#pragma unroll 1
        for (int m = 0; m < dimension; m += ROWS) {
            Four vm[ROWS];
#pragma unroll
            for (int u = 0; u < ROWS; u++) {
                vm[u] = v.all(m + u);
            }
#pragma unroll
            for (int e = 0; e < SHARE; e++) {
                Four q = ((const Quad*)(matrix + e * WIDTH + m))->four;
#pragma unroll
                for (int u = 0; u < ROWS; u++) {
                    multiply(q.of[u], vm[u], e, sum);
                }
            }
        }
    }

    static __device__ __forceinline__ void multiply(float q, const Four& v, int e, Registers<SHARE>& sum) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            sum(e, r) = __fmaf_rn(q, v.of[r], sum(e, r));
        }
    }
};

/** Copies matrices row by row, a warp each. @param of [count][d][d]. @param into shared. @param copy what copies one float */
template <int L, class Copy>
__device__ __forceinline__ void copy_matrices(const float* of, int count, int d, float* into, const Copy& copy) {
    for (int i = threadIdx.x / WARP; i < count * d; i += COLUMNS / WARP) {
        float* row = into + i / d * Matrices<L>::SIZE + Matrices<L>::place(i % d, 0);
        for (int j = threadIdx.x % WARP; j < d; j += WARP) {
            copy(row + j, of + i * d + j);
        }
    }
}

}  // namespace murmuration
