// One step of interacting agents for the four agents of a column: backend.scalar.ScalarInteraction.
#pragma once

#include "advance.cuh"
#include "interaction_layout.cuh"

namespace murmuration {

/** ensemble.Evaluator.Interacting: agents without control. @tparam D coordinates. @tparam PHASE whether the first is a phase */
template <int D, bool PHASE>
struct Interaction {
    using Row = InteractionRow<D>;
    using InRegisters = None;
    static constexpr bool START_CONDITIONED = false;

    /** x_0' = x_0 + (constant + cubic x_0^3 + linear . x + noise xi). @param x agents, modified [d] */
    static __device__ __forceinline__ void move(const Row& row, Registers<D>& x, int r, float xi) {
        float x0 = x(0, r);
        float change = __fmaf_rn(row.cubic(), x0 * x0 * x0, row.constant());
#pragma unroll
        for (int j = 0; j < D; j++) {
            change = __fmaf_rn(row.linear(j), x(j, r), change);
        }
        x(0, r) = x0 + __fmaf_rn(row.noise(), xi, change);
        if constexpr (PHASE) {
            x(0, r) = wrap_phase(x(0, r));
            x(2, r) = cos_of_phase(x(0, r));
            x(3, r) = sin_of_phase(x(0, r));
        }
    }

    /** @param agents modified. @param xi increments [d], the first of which acts */
    template <class Z, class I>
    static __device__ __forceinline__ void step(
            const Moment<Row>& now, const Place& place, Agents<Registers<D>>& agents, const Z&, InRegisters&, const I& xi,
            TileSums& sums) {
        Four first = xi.at(0);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            move(now.row, agents.x, r, first.of[r]);
        }
#pragma unroll
        for (int j = 0; j < D; j++) {
            Four departure;
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                departure.of[r] = agents.x(j, r) - now.row.reference(j);
            }
            sums.coordinate(place.label, departure);
        }
    }
};

}  // namespace murmuration
