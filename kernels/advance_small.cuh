// Many steps of a population of few coordinates: states, energies and starts of a tile stay in registers for the whole launch.
#pragma once

#include "advance.cuh"
#include "few_sums.cuh"

namespace murmuration {

/** Copies of the four agents of a column under G guidances, in registers. */
template <int D, int G>
struct Copies {
    Agents<Registers<D>> of[G];

    __device__ __forceinline__ void load(const Advance& a, const Place& place) {
#pragma unroll
        for (int g = 0; g < G; g++) {
            copy(of[g].x, states_of(a, place.first(), g), D);
            of[g].energy = energies_of(a, place.first(), g);
        }
    }

    __device__ __forceinline__ void store(const Advance& a, const Place& place) const {
        long long first = place.first();
        HOLD(first);  // else addresses are kept through all steps, where there are no registers for them
#pragma unroll
        for (int g = 0; g < G; g++) {
            auto to = states_of(a, first, g);
            copy(to, of[g].x, D);
            keep_energies(a, first, g, of[g].energy);
        }
    }
};

/** Where a launch stands: its row and sums for the first of its guidances. From step to step they move on by additions. */
struct Cursor {
    const float* row;
    float* sums;

    __device__ __forceinline__ void move_on(const Advance& a) {
        row += a.row_size;
        sums += a.strides.step;
    }
};

/** The k-th step of the launch for every guidance, on one pass of noise. @param copies modified. @param z starts */
template <class E, class Noise, int D, int G>
__device__ __forceinline__ void step_copies(
        const Advance& a, int k, const Cursor& at, const Place& place, Copies<D, G>& copies, const Registers<D>& z, FewSums<D>& sums) {
    Instant now = Given::instant(a, k);
    auto lazy = Noise::at(a, now, place);
    Registers<D> drawn;
    if constexpr (G > 1) {
#pragma unroll
        for (int j = 0; j < D; j++) {
            Four xi = lazy.at(j);
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                drawn(j, r) = xi.of[r];
            }
        }
    }
#pragma unroll
    for (int g = 0; g < G; g++) {
        typename E::InRegisters scratch;
        const float* row = at.row + g * a.row_stride;
        Moment<typename E::Row> moment(a, row, Given::changed(a, place, g, row), now.number);
        sums.begin(at.sums + g * a.strides.guidance);
        if constexpr (G > 1) {
            E::step(moment, place, copies.of[g], z, scratch, drawn, sums);
        } else {
            E::step(moment, place, copies.of[g], z, scratch, lazy, sums);
        }
        if (sums.end()) {
            NOTE("rare", 0);
            report_offender(sums.infinite, copies.of[g].x, D, place.label, now.of_batch, place.tile, a.offender);
        }
    }
}

/** Advances a tile under guidances 0 to G - 1. @tparam E evaluator for D coordinates. @tparam Noise Drawn, Stored */
template <class E, class Noise, int D, int G>
__device__ __forceinline__ void advance_tile(const Advance& a, long long tile) {
    Registers<D> z;
    bool plain = is_plain(a, tile);
    Place place = Given::begin<E, D>(a, tile, plain, z);
    HOLD(place.noise);
    Copies<D, G> copies;
    copies.load(a, place);
    FewSums<D> sums(a.replicas, a.layout.labels, a.strides.kind, plain);
    Cursor at = {row_at(a, Given::instant(a, 0), 0), tile_sums_at(a, 0, 0, tile)};
#pragma unroll 1
    for (int k = 0; k < a.count; k++) {
        NOTE("main loop, agent-steps", ROWS * G);
        step_copies<E, Noise>(a, k, at, place, copies, z, sums);
        at.move_on(a);
    }
    copies.store(a, place);
}

/** The same, a tile to a block. */
template <class E, class Noise, int D, int G>
__device__ __forceinline__ void advance_small(const Advance& a) {
    advance_tile<E, Noise, D, G>(a, block());
}

}  // namespace murmuration
