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

/** Reads four floats at once. @param at where every fourth is the first */
__device__ __forceinline__ Four four_at(const float* at) {
    Quad quad = *(const Quad*)at;
    return quad.four;
}

/** A vector of each of the columns of a warp, in shared memory [8 L][32 / L][4], which all lanes see. */
struct Shown {
    static constexpr int SIZE = SHARE * WARP * ROWS;

    Lanes lanes;
    float* of_warp;

    __device__ __forceinline__ Quad* element(int m) const {
        return (Quad*)of_warp + m * (WARP >> lanes.log) + (lane() >> lanes.log);
    }

    /** Element m of the four agents. */
    __device__ __forceinline__ Four all(int m) const { return element(m)->four; }

    /** Element j of the lane's own. Between this and what other lanes do with the vector, before and after, lies __syncwarp. */
    __device__ __forceinline__ void put(int j, const Four& four) const { element(lanes.first() + j)->four = four; }
};

/**
 * Matrices [count][d][d] in shared memory, padded with zeros. Between the rows of one lane and those of the next are eight floats of nothing:
 * they lie in other banks.
 */
struct Matrices {
    Lanes lanes;
    float* first;
    int dimension;

    /** Floats of one. */
    static __device__ __forceinline__ int size(const Lanes& lanes) { return lanes.width() * (lanes.width() + 1) - SHARE; }

    __device__ __forceinline__ int place(int i, int j) const { return i * lanes.width() + i / SHARE * SHARE + j; }

    /** sum_e += the sum over m of M_me v_m, of the k-th. */
    __device__ __forceinline__ void add_columns(int k, const Shown& v, Registers<SHARE>& sum) const {
        const float* matrix = first + k * size(lanes) + lanes.first();
#pragma unroll 1
        for (int m = 0; m < dimension; m += ROWS) {
            NOTE("times", NOTED_LANES * SHARE / ROWS);
#pragma unroll
            for (int u = 0; u < ROWS; u++) {
                Four vm = v.all(m + u);
#pragma unroll
                for (int e = 0; e < SHARE; e += ROWS) {
                    Four q = four_at(matrix + place(m + u, e));
#pragma unroll
                    for (int t = 0; t < ROWS; t++) {
                        multiply(q.of[t], vm, e + t, sum);
                    }
                }
            }
        }
    }

    /** sum_e += the sum over m of M_em v_m. */
    __device__ __forceinline__ void add_rows(int k, const Shown& v, Registers<SHARE>& sum) const {
        const float* matrix = first + k * size(lanes) + place(lanes.first(), 0);
#pragma unroll 1
        for (int m = 0; m < dimension; m += ROWS) {
            NOTE("times", NOTED_LANES * SHARE / ROWS);
            Four vm[ROWS];
#pragma unroll
            for (int u = 0; u < ROWS; u++) {
                vm[u] = v.all(m + u);
            }
#pragma unroll
            for (int e = 0; e < SHARE; e++) {
                Four q = four_at(matrix + e * lanes.width() + m);
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

/** Copies matrices ahead row by row, a warp each. @param of [count][d][d]. @param into shared */
__device__ __forceinline__ void copy_matrices(const float* of, int count, const Matrices& into) {
    int d = into.dimension;
    for (int i = warp(); i < count * d; i += COLUMNS / WARP) {
        float* row = into.first + i / d * Matrices::size(into.lanes) + into.place(i % d, 0);
        for (int j = lane(); j < d; j += WARP) {
            copy_ahead(row + j, of + i * d + j);
        }
    }
}

}  // namespace murmuration
