// One step of a population of few coordinates that means act on: a block has one tile of one guidance.
#pragma once

#include "advance.cuh"

namespace murmuration {

/** Loads the four agents of a column, moves them and stores them. @tparam E evaluator for D coordinates */
template <class E, int D>
__device__ __forceinline__ void step_fed(const Advance& a, const Place& place, int g, TileSums& sums) {
    Agents<Registers<D>> agents;
    Registers<D> z;
    copy(agents.x, states_of(a, place, g), D);
    copy(z, starts_of(a, place), D);
    if constexpr (E::STEERED) {
        agents.energy = energies_of(a, place, g).at(0);
    }
    Instant now = Fed::instant(a, 0);
    typename E::InRegisters scratch;
    sums.begin(tile_sums_at(a, 0, g), place.tile);
    E::step(Moment<typename E::Row>(a, Fed(), now, place, g), place, agents, z, scratch, Either::at(a, now, place), sums);
    auto to = states_of(a, place, g);
    copy(to, agents.x, D);
#pragma unroll
    for (int r = 0; E::STEERED && r < ROWS; r++) {
        energies_of(a, place, g)(0, r) = agents.energy.of[r];
    }
    if (sums.end()) {
        report_offender(agents.x, D, place.label, now.of_batch, place.tile, a.offender);
    }
}

/** One step of every guidance. The copies of a tile come one after the other: they share starts, labels and rows. */
template <class E, int D>
__device__ __forceinline__ void advance_fed(const Advance& a) {
    TileSums sums(a.replicas, a.labels_told, D, a.tiles);
    for (long long copy = blockIdx.x; copy < a.tiles * a.guidances; copy += gridDim.x) {
        Place place(a, copy / a.guidances);
        step_fed<E, D>(a, place, (int)(copy % a.guidances), sums);
    }
}

}  // namespace murmuration
