// Posterior mean of a mixture, and draws from the posterior, for the four agents of a column at one row of the schedule. Operation
// by operation backend.scalar.ScalarPosterior: a streaming soft-max over components, one exponential each.
#pragma once

#include "row_layout.cuh"
#include "vectors.cuh"

namespace murmuration {

/** @tparam R a Row. @tparam DIAGONAL every covariance is diagonal; otherwise rotations holds eigenvectors in columns [C][d][d]. */
template <class R, bool DIAGONAL>
struct Posterior {
    R row;
    const float* __restrict__ rotations;

    __device__ __forceinline__ float eigenvector(int k, int i, int j) const {
        return rotations[(k * (long long)row.dimension() + i) * row.dimension() + j];
    }

    /** (Q^T h)_j - shift of the four agents, in the eigenbasis of component k. @param h [d] */
    template <class H>
    __device__ __forceinline__ Four departures(int k, int j, const H& h) const {
        float shift = row.table(k, j)[TABLE_SHIFT];
        Four q = {{0.0f, 0.0f, 0.0f, 0.0f}};
        if constexpr (DIAGONAL) {
            q = h.at(j);
        } else {
            q = product(k, 0, 1, j, 0, h);
        }
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            q.of[r] -= shift;
        }
        return q;
    }

    /** Sum over m < d of Q_(i + m di)(j + m dj) v_m for the four agents: (Q^T v)_j with i = 0, di = 1, (Q v)_i with j = 0, dj = 1. */
    template <class V>
    __device__ __forceinline__ Four product(int k, int i, int di, int j, int dj, const V& v) const {
        Four sum = {{0.0f, 0.0f, 0.0f, 0.0f}};
#pragma unroll 1
        for (int m = 0; m < row.dimension(); m++) {
            float q = eigenvector(k, i + m * di, j + m * dj);
            Four vm = v.at(m);
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                sum.of[r] = __fmaf_rn(q, vm.of[r], sum.of[r]);
            }
        }
        return sum;
    }

    /** Log weights of component k; unless diagonal its posterior mean in its eigenbasis goes to rotated [d]. */
    template <class H, class V>
    __device__ __forceinline__ Four log_weight(int k, const H& h, V& rotated) const {
        float start = row.log_weight(k);
        Four weight = {{start, start, start, start}};
#pragma unroll R::UNROLL_DIMENSION
        for (int j = 0; j < row.dimension(); j++) {
            const float* table = row.table(k, j);
            Four q = departures(k, j, h);
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                float slope = __fmaf_rn(table[TABLE_QUADRATIC], q.of[r], table[TABLE_LINEAR]);
                weight.of[r] = __fmaf_rn(slope, q.of[r], weight.of[r]);
                if constexpr (!DIAGONAL) {
                    rotated(j, r) = __fmaf_rn(table[TABLE_GAIN], q.of[r], table[TABLE_BASE]);
                }
            }
        }
        return weight;
    }

    /** Coordinate i of the posterior means within component k; log_weight has filled rotated. */
    template <class H, class V>
    __device__ __forceinline__ Four component_means(int k, int i, const H& h, const V& rotated) const {
        if constexpr (DIAGONAL) {
            const float* table = row.table(k, i);
            Four mean = departures(k, i, h);
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                mean.of[r] = __fmaf_rn(table[TABLE_GAIN], mean.of[r], table[TABLE_BASE]);
            }
            return mean;
        } else {
            return product(k, i, 0, 0, 1, rotated);
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
#pragma unroll R::UNROLL_DIMENSION
        for (int i = 0; i < row.dimension(); i++) {
            Four mean = component_means(k, i, h, rotated);
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
