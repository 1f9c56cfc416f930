// One step of a start-conditioned bridge for the four agents of a column, by any of the schemes: backend.scalar.ScalarBridge.
#pragma once

#include "advance.cuh"
#include "endpoint.cuh"
#include "row_layout.cuh"

namespace murmuration {

/** h = b x - b_0 z + thetaY. @param h [d], overwritten. */
template <class R, class X, class Z, class H>
__device__ __forceinline__ void pull(const R& row, const X& x, const Z& z, H& h) {
#pragma unroll R::UNROLL_DIMENSION
    for (int j = 0; j < row.dimension(); j++) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            float pulled = __fmaf_rn(row.scalar(ROW_MINUS_B0), z(j, r), row.theta_y(j));
            h(j, r) = __fmaf_rn(row.scalar(ROW_B), x(j, r), pulled);
        }
    }
}

/** What an agent does by its own state, w = b (yhat - x) - (a - b) x, and its control u = w + thetaX. */
struct Drift {
    Four w;
    Four u;
};

/** The drift, computed where it is asked for. */
template <class R, class X, class Y>
struct Control {
    const R& row;
    const X& x;
    const Y& yhat;

    __device__ __forceinline__ Drift at(int j) const {
        Drift drift;
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            drift.w.of[r] = __fmaf_rn(row.scalar(ROW_B), yhat(j, r) - x(j, r), row.scalar(ROW_MINUS_EXCESS) * x(j, r));
            drift.u.of[r] = drift.w.of[r] + row.theta_x(j);
        }
        return drift;
    }
};

/** Controls that were worked out before endpoints were drawn; steps towards an endpoint need no w. */
template <class V>
struct KeptControl {
    const V& u;

    __device__ __forceinline__ Drift at(int j) const { return {u.at(j), u.at(j)}; }
};

/** x' = x + (gamma + dt w + noise xi), or x + (gamma + (alpha - 1) x + eta y + noise xi). */
template <class R>
__device__ __forceinline__ float move(const R& row, int scheme, int j, float x, float y, float w, float xi) {
    float moved;
    if (scheme == EULER_MARUYAMA) {
        moved = __fmaf_rn(row.scalar(ROW_DT), w, row.gamma(j));
    } else {
        moved = __fmaf_rn(row.scalar(ROW_ETA), y, __fmaf_rn(row.scalar(ROW_ALPHA_MINUS_ONE), x, row.gamma(j)));
    }
    return x + __fmaf_rn(row.noise(j), xi, moved);
}

/** What a step needs for a while: h, yhat or endpoint, mean in an eigenbasis, controls [d], weights [C]. */
template <class V, class Rotated, class Controls, class Weights>
struct Scratch {
    V h;
    V y;
    Rotated rotated;
    Controls u;
    Weights weights;
};

/** Moves the four agents and adds them to the sums. @param agents modified. @param y, xi vectors [d]. @param control Drift of each coordinate */
template <class R, class X, class Y, class U, class I, class Sums>
__device__ __forceinline__ void move_and_sum(
        const R& row, int scheme, const Place& place, Agents<X>& agents, const Y& y, const U& control, const I& xi, Sums& sums) {
    auto power = row.sum_from(0.0f);
#pragma unroll R::UNROLL_DIMENSION
    for (int j = 0; j < row.dimension(); j++) {
        Four departure;
        Drift drift = control.at(j);
        Four xij = xi.at(j);
        power.add(j, drift.u, drift.u);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            float moved = move(row, scheme, j, agents.x(j, r), y(j, r), drift.w.of[r], xij.of[r]);
            agents.x(j, r) = moved;
            departure.of[r] = moved - row.reference(j);
        }
        sums.coordinate(j, place.label, departure, drift.u);
    }
    Four total = power.total();
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        agents.energy.of[r] = __fmaf_rn(row.scalar(ROW_DT), total.of[r], agents.energy.of[r]);
    }
}

/** ensemble.Evaluator.Bridge. @tparam D, C coordinates and components if known when compiled, or 0. @tparam DRAW scheme exact */
template <int D, int C, bool DIAGONAL, bool DRAW>
struct Bridge {
    using Row = BridgeRow<D, C>;
    static constexpr bool START_CONDITIONED = true;
    using InRegisters = Scratch<Registers<D>, None, Registers<D>, Registers<(C > 0 ? C : 1)>>;

    /** The same in global memory. */
    struct InMemory : Scratch<Column<float>, Column<float>, Column<float>, Column<float>> {
        __device__ __forceinline__ InMemory(const Advance& a, Shelf& shelf) {
            this->h = shelf.take(a.dimension);
            this->y = shelf.take(a.dimension);
            this->rotated = shelf.take(DIAGONAL ? 0 : a.dimension);
            this->u = shelf.take(DRAW ? a.dimension : 0);
            this->weights = shelf.take(DRAW ? a.components : 0);
        }
    };

    /** One whole step. @param agents modified. @param z starts [d]. @param scratch overwritten. */
    template <class R, class X, class Z, class S, class I, class Sums>
    static __device__ __forceinline__ void step(
            const Moment<R>& now, const Place& place, Agents<X>& agents, const Z& z, S& scratch, const I& xi, Sums& sums) {
        const Advance& a = now.advance;
        Posterior<R, DIAGONAL> posterior = {now.row, a.rotations};
        pull(now.row, agents.x, z, scratch.h);
        posterior.mean(scratch.h, scratch.y, scratch.rotated);
        auto control = Control<R, X, decltype(scratch.y)>{now.row, agents.x, scratch.y};
        if constexpr (DRAW) {
            for (int j = 0; j < now.row.dimension(); j++) {
                Drift drift = control.at(j);
#pragma unroll
                for (int r = 0; r < ROWS; r++) {
                    scratch.u(j, r) = drift.u.of[r];
                }
            }
            draw_endpoint<DIAGONAL>(posterior, scratch.h, a.keys, place.noise, now.step, scratch.y, scratch.rotated, scratch.weights);
            move_and_sum(now.row, EXACT, place, agents, scratch.y, KeptControl<decltype(scratch.u)>{scratch.u}, xi, sums);
        } else {
            move_and_sum(now.row, a.scheme, place, agents, scratch.y, control, xi, sums);
        }
    }
};

}  // namespace murmuration
