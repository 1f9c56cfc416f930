// One step of a population of few coordinates that means act on: a block has one tile of one guidance.
#pragma once

#include "advance.cuh"
#include "few_sums.cuh"

namespace murmuration {

/** Loads the four agents of a column, moves them and stores them. @param starts of the column. @tparam E evaluator for D coordinates */
template <class E, int D>
__device__ __forceinline__ void step_fed(const Advance& a, const Place& place, const Column<float>& starts, int g, FewSums<D>& sums) {
    Agents<Registers<D>> agents;
    Registers<D> z;
    copy(agents.x, states_of(a, place, g), D);
    if constexpr (E::START_CONDITIONED) {
        copy(z, starts, D);
    }
    agents.energy = energies_of(a, place, g);
    Instant now = Fed::instant(a, 0);
    typename E::InRegisters scratch;
    sums.begin(tile_sums_at(a, 0, g, place.tile));
    Moment<typename E::Row> moment(a, row_at(a, now, g), Fed::changed(a, place, g, nullptr), now.number);
    E::step(moment, place, agents, z, scratch, Either::at(a, now, place), sums);
    auto to = states_of(a, place, g);
    copy(to, agents.x, D);
    keep_energies(a, place, g, agents.energy);
    if (sums.end()) {
        report_offender(sums.infinite, agents.x, D, place.label, now.of_batch, place.tile, a.offender);
    }
}

/** One step of every guidance. The copies of a tile come one after the other: they share starts, labels and rows. */
template <class E, int D>
__device__ __forceinline__ void advance_fed(const Advance& a) {
    unsigned tile = blockIdx.x / (unsigned)a.guidances;
    Column<float> starts;
    bool plain = is_plain(a, tile);
    Place place = Fed::begin<E, D>(a, tile, plain, starts);
    FewSums<D> sums(a.replicas, a.layout.labels, a.strides.kind, plain);
    step_fed<E, D>(a, place, starts, (int)(blockIdx.x % (unsigned)a.guidances), sums);
}

}  // namespace murmuration
