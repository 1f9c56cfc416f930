// One affine step of the four agents of a column: backend.scalar.ScalarAffine.
#pragma once

#include "advance.cuh"
#include "affine_layout.cuh"

namespace murmuration {

/** Element j of v + M x, summed in the order of k. @param constant v_j. @param coefficients row j of M [d]. @param x [d] */
template <class R, class X>
__device__ __forceinline__ Four affine(const R& row, float constant, const float* __restrict__ coefficients, const X& x) {
    Four sum = {{constant, constant, constant, constant}};
#pragma unroll R::UNROLL_DIMENSION
    for (int k = 0; k < row.dimension(); k++) {
        Four xk = x.at(k);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            sum.of[r] = __fmaf_rn(coefficients[k], xk.of[r], sum.of[r]);
        }
    }
    return sum;
}

/** Both affine maps of the state before it moves: u = f + F x and moved = g + D x. @param u, moved overwritten [d] */
template <class R, class X, class V>
__device__ __forceinline__ void affine_maps(const R& row, const X& x, V& u, V& moved) {
#pragma unroll R::UNROLL_DIMENSION
    for (int j = 0; j < row.dimension(); j++) {
        Four uj = affine(row, row.fed_vector(AFFINE_OFFSET, j), row.matrix(AFFINE_GAIN, j), x);
        Four movedj = affine(row, row.fed_vector(AFFINE_SHIFT, j), row.matrix(AFFINE_INCREMENT, j), x);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            u(j, r) = uj.of[r];
            moved(j, r) = movedj.of[r];
        }
    }
}

/** ensemble.Evaluator.Affine. @tparam D coordinates if known when compiled, or 0 */
template <int D>
struct Affine {
    using Row = AffineRow<D>;
    static constexpr bool START_CONDITIONED = false;

    /** Controls and changes of the state [d]. */
    struct InRegisters {
        Registers<D> u;
        Registers<D> moved;
    };

    /** The same in global memory. */
    struct InMemory {
        Column<float> u;
        Column<float> moved;

        __device__ __forceinline__ InMemory(const Advance& a, Shelf& shelf)
            : u(shelf.take(a.dimension)), moved(shelf.take(a.dimension)) {}
    };

    /** x' = x + (moved + noise xi). @param agents modified. @param scratch overwritten. @param xi increments [d] */
    template <class R, class X, class Z, class S, class I, class Sums>
    static __device__ __forceinline__ void step(
            const Moment<R>& now, const Place& place, Agents<X>& agents, const Z&, S& scratch, const I& xi, Sums& sums) {
        affine_maps(now.row, agents.x, scratch.u, scratch.moved);
        auto power = now.row.sum_from(0.0f);
#pragma unroll R::UNROLL_DIMENSION
        for (int j = 0; j < now.row.dimension(); j++) {
            Four departure;
            Four uj = scratch.u.at(j);
            Four xij = xi.at(j);
            power.add(j, uj, uj);
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                float x = agents.x(j, r) + __fmaf_rn(now.row.noise(j), xij.of[r], scratch.moved(j, r));
                agents.x(j, r) = x;
                departure.of[r] = x - now.row.reference(j);
            }
            sums.coordinate(j, place.label, departure, uj);
        }
        Four total = power.total();
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            agents.energy.of[r] = __fmaf_rn(now.row.scalar(AFFINE_DT), total.of[r], agents.energy.of[r]);
        }
    }
};

}  // namespace murmuration
