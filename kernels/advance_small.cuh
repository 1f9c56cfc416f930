// Many steps of a population of few coordinates: states, energies and starts of a tile stay in registers for the whole launch.
#pragma once

#include "advance.cuh"

namespace murmuration {

/** Copies of the four agents of a column under G guidances, in registers. */
template <int D, int G>
struct Copies {
    Agents<Registers<D>> of[G];

    __device__ __forceinline__ void load(const Advance& a, const Place& place) {
#pragma unroll
        for (int g = 0; g < G; g++) {
            copy(of[g].x, states_of(a, place, a.first_guidance + g), D);
            of[g].energy = energies_of(a, place, a.first_guidance + g);
        }
    }

    __device__ __forceinline__ void store(const Advance& a, const Place& place) const {
#pragma unroll
        for (int g = 0; g < G; g++) {
            auto to = states_of(a, place, a.first_guidance + g);
            copy(to, of[g].x, D);
            keep_energies(a, place, a.first_guidance + g, of[g].energy);
        }
    }
};

/** The k-th step of the launch for every guidance, on one pass of noise. @param copies modified. @param z starts */
template <class E, class Noise, int D, int G>
__device__ __forceinline__ void step_copies(
        const Advance& a, int k, const Place& place, Copies<D, G>& copies, const Registers<D>& z, TileSums& sums) {
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
        Moment<typename E::Row> moment(a, Given(), now, place, a.first_guidance + g);
        sums.begin(tile_sums_at(a, k, a.first_guidance + g), place.tile);
        if constexpr (G > 1) {
            E::step(moment, place, copies.of[g], z, scratch, drawn, sums);
        } else {
            E::step(moment, place, copies.of[g], z, scratch, lazy, sums);
        }
        if (sums.end()) {
            report_offender(copies.of[g].x, D, place.label, now.of_batch, place.tile, a.offender);
        }
    }
}

/** Advances guidances first_guidance, ..., first_guidance + G - 1. @tparam E evaluator for D coordinates. @tparam Noise Drawn, Stored */
template <class E, class Noise, int D, int G>
__device__ __forceinline__ void advance_small(const Advance& a) {
    long long tile = team();
    if (tile >= a.tiles) {
        return;
    }
    Registers<D> z;
    Place place = Given::begin<E, D>(a, tile, z);
    Copies<D, G> copies;
    copies.load(a, place);
    TileSums sums(a.replicas, {a.layout.labels, D, STEERED, 0}, a.tiles);
#pragma unroll 1
    for (int k = 0; k < a.count; k++) {
        step_copies<E, Noise>(a, k, place, copies, z, sums);
    }
    copies.store(a, place);
}

}  // namespace murmuration
