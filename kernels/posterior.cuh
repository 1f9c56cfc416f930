// Posterior mean of a mixture, and draws from the posterior, for the four agents of a column at one row of the schedule. Operation
// by operation backend.scalar.ScalarPosterior: a streaming soft-max over components, one exponential each.
#pragma once

#include "row_layout.cuh"
#include "vectors.cuh"

namespace murmuration {

/** The posterior means within a component whose covariance is diagonal, computed where they are asked for. */
template <class R, class H>
struct DiagonalMeans {
    const R& row;
    int k;
    const H& h;

    __device__ __forceinline__ Four at(int i) const {
        auto table = row.table(k, i);
        Four mean = h.at(i);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            mean.of[r] = __fmaf_rn(table[TABLE_GAIN], mean.of[r] - table[TABLE_SHIFT], table[TABLE_BASE]);
        }
        return mean;
    }
};

/** @tparam R a Row. @tparam DIAGONAL every covariance is diagonal; otherwise rotations holds eigenvectors in columns [C][d][d]. */
template <class R, bool DIAGONAL>
struct Posterior {
    R row;
    const float* __restrict__ rotations;

    __device__ __forceinline__ float eigenvector(int k, int i, int j) const {
        return rotations[(k * (long long)row.dimension() + i) * row.dimension() + j];
    }

    /** Q^T h, or h itself where the eigenbasis of component k is that of the coordinates. @param h [d] */
    template <class H>
    __device__ __forceinline__ decltype(auto) in_basis(int k, const H& h) const {
        if constexpr (DIAGONAL) {
            return (h);
        } else {
            return row.rotate(rotations, k, h);
        }
    }

    /** Log weights of component k; unless diagonal its posterior mean in its eigenbasis goes to rotated [d]. */
    template <class H, class V>
    __device__ __forceinline__ Four log_weight(int k, const H& h, V& rotated) const {
        auto weight = row.sum_from(row.log_weight(k));
        decltype(auto) turned = in_basis(k, h);
#pragma unroll R::UNROLL_DIMENSION
        for (int j = 0; j < row.dimension(); j++) {
            auto table = row.table(k, j);
            Four q = turned.at(j);
            Four slope;
            Four mean;
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                q.of[r] -= table[TABLE_SHIFT];
                slope.of[r] = __fmaf_rn(table[TABLE_QUADRATIC], q.of[r], table[TABLE_LINEAR]);
                mean.of[r] = __fmaf_rn(table[TABLE_GAIN], q.of[r], table[TABLE_BASE]);
            }
            weight.add(j, slope, q);
            if constexpr (!DIAGONAL) {
                rotated.put(j, mean);
            }
        }
        return weight.total();
    }

    /** The posterior means within component k [d]; log_weight has filled rotated. */
    template <class H, class V>
    __device__ __forceinline__ auto component_means(int k, const H& h, const V& rotated) const {
        if constexpr (DIAGONAL) {
            return DiagonalMeans<R, H>{row, k, h};
        } else {
            return row.rotate_back(rotations, k, rotated);
        }
    }

    /** yhat = E[Y | h]. @param yhat [d], overwritten. @param rotated scratch [d] unless diagonal. */
    template <class H, class Y, class V>
    __device__ __forceinline__ void mean(const H& h, Y& yhat, V& rotated) const {
        Four largest = log_weight(0, h, rotated);
        Four total = {{1.0f, 1.0f, 1.0f, 1.0f}};
        Four keep;
        Four take = total;
        merge<true>(0, h, keep, take, yhat, rotated);
#pragma unroll R::UNROLL_COMPONENTS
        for (int k = 1; k < row.components(); k++) {
            Four weight = log_weight(k, h, rotated);
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                float difference = weight.of[r] - largest.of[r];
                float e = decay(-fabsf(difference));
                keep.of[r] = difference > 0.0f ? e : 1.0f;
                take.of[r] = difference > 0.0f ? 1.0f : e;
                largest.of[r] = difference > 0.0f ? weight.of[r] : largest.of[r];
                total.of[r] = __fmaf_rn(total.of[r], keep.of[r], take.of[r]);
            }
            merge<false>(k, h, keep, take, yhat, rotated);
        }
        normalise(total, yhat);
    }

    /** yhat = keep yhat + take mean of component k, or that mean alone. @param yhat [d], modified. */
    template <bool FIRST, class H, class Y, class V>
    __device__ __forceinline__ void merge(
            int k, const H& h, const Four& keep, const Four& take, Y& yhat, const V& rotated) const {
        auto means = component_means(k, h, rotated);
#pragma unroll R::UNROLL_DIMENSION
        for (int i = 0; i < row.dimension(); i++) {
            Four mean = means.at(i);
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                yhat(i, r) = FIRST ? mean.of[r] : __fmaf_rn(yhat(i, r), keep.of[r], take.of[r] * mean.of[r]);
            }
        }
    }

    template <class Y>
    __device__ __forceinline__ void normalise(const Four& total, Y& yhat) const {
        if (row.components() == 1) {
            return;
        }
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            float inverse = reciprocal_in_range(total.of[r]);
#pragma unroll R::UNROLL_DIMENSION
            for (int i = 0; i < row.dimension(); i++) {
                yhat(i, r) *= inverse;
            }
        }
    }
};

}  // namespace murmuration
