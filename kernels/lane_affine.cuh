// Affine steps of agents whose coordinates are shared by lanes.
#pragma once

#include "affine.cuh"
#include "lane_products.cuh"

namespace murmuration {

/** A row of the schedule in shared memory: the scalars; offset, shift, reference and noise [8 L], which end with zeros; two matrices. */
struct LaneAffineRow {
    static constexpr int UNROLL_DIMENSION = SHARE;
    static constexpr int NOISE = AFFINE_VECTORS;

    Lanes lanes;
    const float* row;
    const float* own;  // this lane's part of the first vector
    Matrices matrices;
    Shown shown;

    /** @param row copied. @param shown room for a vector */
    __device__ __forceinline__ LaneAffineRow(const Advance& a, float* row, float*, const Shown& shown)
        : lanes(a.dimension), row(row), own(row + AFFINE_SCALARS + lanes.first()), matrices(matrices_of(a, row)), shown(shown) {}

    static __device__ __forceinline__ Matrices matrices_of(const Advance& a, float* row) {
        Lanes lanes(a.dimension);
        return {lanes, row + AFFINE_SCALARS + (AFFINE_VECTORS + 1) * lanes.width(), a.dimension};
    }

    /** Floats of a row. */
    static __device__ __forceinline__ int size(const Advance& a) {
        Lanes lanes(a.dimension);
        return AFFINE_SCALARS + (AFFINE_VECTORS + 1) * lanes.width() + 2 * Matrices::size(lanes);
    }

    /** Copies a row of the schedule ahead. @param into shared, 0 where nothing is copied to */
    static __device__ __forceinline__ void copy(const Advance& a, const float* row, float* into) {
        int d = a.dimension;
        if (threadIdx.x < AFFINE_SCALARS) {
            copy_ahead(into + threadIdx.x, row + threadIdx.x);
        }
        float* vectors = into + AFFINE_SCALARS + threadIdx.x;
        for (int v = 0; v <= AFFINE_VECTORS && (int)threadIdx.x < d; v++) {
            copy_ahead(vectors + v * Lanes(d).width(), v == NOISE ? row + AFFINE_NOISE : row + AFFINE_SCALARS + v * d + threadIdx.x);
        }
        copy_matrices(row + AFFINE_SCALARS + AFFINE_VECTORS * d, 2, matrices_of(a, into));
    }

    __device__ __forceinline__ int dimension() const { return SHARE; }
    __device__ __forceinline__ LaneSum sum_from(float start) const { return LaneSum(lanes, start); }
    __device__ __forceinline__ float scalar(int which) const { return row[which]; }
    __device__ __forceinline__ float fed_vector(int which, int j) const { return (own + which * lanes.width())[j]; }
    __device__ __forceinline__ float reference(int j) const { return fed_vector(AFFINE_REFERENCE, j); }
    __device__ __forceinline__ float noise(int j) const { return fed_vector(NOISE, j); }

    /** The lane's part of a vector of the row plus the matrix of the same map times what is shown. */
    __device__ __forceinline__ void map(int vector, int matrix, Registers<SHARE>& sum) const {
#pragma unroll
        for (int j = 0; j < SHARE; j++) {
            float constant = fed_vector(vector, j);
            sum.put(j, {{constant, constant, constant, constant}});
        }
        matrices.add_rows(matrix, shown, sum);
    }
};

/** Both affine maps, as in affine.cuh. @param x the lane's part of the state */
__device__ __forceinline__ void affine_maps(
        const LaneAffineRow& row, const Registers<SHARE>& x, Registers<SHARE>& u, Registers<SHARE>& moved) {
#pragma unroll
    for (int j = 0; j < SHARE; j++) {
        row.shown.put(j, x.at(j));
    }
    __syncwarp();
    row.map(AFFINE_OFFSET, AFFINE_GAIN, u);
    row.map(AFFINE_SHIFT, AFFINE_INCREMENT, moved);
    __syncwarp();
}

struct LaneAffine : Affine<SHARE> {
    using Row = LaneAffineRow;
    static constexpr bool SHOWS = true;

    struct InLanes : Affine<SHARE>::InRegisters {
        __device__ __forceinline__ explicit InLanes(const Shown&) {}
    };

    /** Nothing is in shared memory for the whole launch. */
    static __device__ __forceinline__ int kept(const Advance&) { return 0; }
    static __device__ __forceinline__ void keep(const Advance&, float*) {}
};

}  // namespace murmuration
