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

/** Matrices [count][d][d] in shared memory, padded with zeros, and room for a vector of each column of a warp. */
template <int L>
struct Products {
    static constexpr int WIDTH = Lane<L>::WIDTH;

    /** Floats of a matrix. After eight rows come eight floats of nothing: the rows of all lanes lie in other banks. */
    static constexpr int MATRIX = WIDTH * WIDTH + WIDTH;

    /** Floats of the vectors of a warp. */
    static constexpr int VECTORS = SHARE * WARP * ROWS;

    float* vectors;   // of this warp [8 L][32 / L][4]
    float* matrices;  // [count][MATRIX]
    int dimension;

    static __device__ __forceinline__ int place(int i, int j) { return i * WIDTH + i / SHARE * SHARE + j; }

    __device__ __forceinline__ Quad* vector(int m) const { return (Quad*)vectors + m * (WARP / L) + threadIdx.x % WARP / L; }

    /** Shows v to the other lanes of the column. */
    __device__ __forceinline__ void show(const Registers<SHARE>& v) const {
#pragma unroll
        for (int j = 0; j < SHARE; j++) {
            *vector(Lane<L>::first() + j) = {v.at(j)};
        }
        __syncwarp();
    }

    /** Waits until the other lanes no longer need it. */
    static __device__ __forceinline__ void hide() { __syncwarp(); }

    /** sum_e += the sum over m of M_me v_m. @param v of all lanes are shown. */
    __device__ __forceinline__ void add_columns(int k, Registers<SHARE>& sum) const {
        const float* matrix = matrices + k * MATRIX + Lane<L>::first();
#pragma unroll 2
        for (int m = 0; m < dimension; m++) {
            Four v = vector(m)->four;
#pragma unroll
            for (int e = 0; e < SHARE; e += ROWS) {
                Four q = ((const Quad*)(matrix + place(m, e)))->four;
#pragma unroll
                for (int u = 0; u < ROWS; u++) {
                    multiply(q.of[u], v, e + u, sum);
                }
            }
        }
    }

    /** sum_e += the sum over m of M_em v_m. */
    __device__ __forceinline__ void add_rows(int k, Registers<SHARE>& sum) const {
        const float* matrix = matrices + k * MATRIX + place(Lane<L>::first(), 0);
#pragma unroll 1
        for (int m = 0; m < dimension; m += ROWS) {
            Four v[ROWS];
#pragma unroll
            for (int u = 0; u < ROWS; u++) {
                v[u] = vector(m + u)->four;
            }
#pragma unroll
            for (int e = 0; e < SHARE; e++) {
                Four q = ((const Quad*)(matrix + e * WIDTH + m))->four;
#pragma unroll
                for (int u = 0; u < ROWS; u++) {
                    multiply(q.of[u], v[u], e, sum);
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

}  // namespace murmuration
