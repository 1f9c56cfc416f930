// Steps of a population of few coordinates that means act on: a block has one tile of one guidance, or one after the other in every step.
#pragma once

#include "advance_resident.cuh"
#include "few_sums.cuh"

namespace murmuration {

/** Loads the four agents of a column, moves them and stores them. @param starts of the column. @tparam E evaluator for D coordinates */
template <class E, int D>
__device__ __forceinline__ void step_fed(const Advance& a, const Place& place, const Column<float>& starts, int g, FewSums<D>& sums) {
    Agents<Registers<D>> agents;
    Registers<D> z;
    copy(agents.x, states_of(a, place.first(), g), D);
    if constexpr (E::START_CONDITIONED) {
        copy(z, starts, D);
    }
    agents.energy = energies_of(a, place.first(), g);
    Instant now = Fed::instant(a, 0);
    typename E::InRegisters scratch;
    sums.begin(tile_sums_at(a, 0, g, place.tile));
    Moment<typename E::Row> moment(a, row_at(a, now, g), Fed::changed(a, place, g, nullptr), now.number);
    E::step(moment, place, agents, z, scratch, Either::at(a, now, place), sums);
    auto to = states_of(a, place.first(), g);
    copy(to, agents.x, D);
    keep_energies(a, place.first(), g, agents.energy);
    if (sums.end()) {
        report_offender(sums.infinite, agents.x, D, place.label, now.of_batch, place.tile, a.offender);
    }
}

/** One step of the n-th tile of all guidances. The copies of a tile come one after the other: they share starts, labels and rows. */
template <class E, int D>
__device__ __forceinline__ void advance_fed(const Advance& a, unsigned n, FewSums<D>& sums) {
    unsigned guidances = (unsigned)a.guidances;
    unsigned tile = guidances == 1 ? n : n / guidances;
    Column<float> starts;
    sums.plain = is_plain(a, tile);
    Place place = Fed::begin<E, D>(a, tile, sums.plain, starts);
    step_fed<E, D>(a, place, starts, (int)(n - tile * guidances), sums);
}

/** One step, a tile to a block. */
template <class E, int D>
__device__ __forceinline__ void advance_fed(const Advance& a) {
    FewSums<D> sums(a.replicas, a.layout.labels, a.strides.kind, false);
    advance_fed<E, D>(a, blockIdx.x, sums);
}

/** Many steps, by resident blocks. No replica has a tape. */
template <class E, int D>
__device__ __forceinline__ void advance_resident(Advance a, FeedBack f, const Residence& r) {
    f.tape.outputs = f.tape.averages = 0;
    take_steps(r, f, a, [&] {
        FewSums<D> sums(a.replicas, a.layout.labels, a.strides.kind, false);
        for (long long n = block(); n < a.tiles * a.guidances; n += blocks()) {
            advance_fed<E, D>(a, (unsigned)n, sums);
        }
    });
}

}  // namespace murmuration
