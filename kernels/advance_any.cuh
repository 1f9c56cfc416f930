// Many steps of a population of any dimension: states stay in global memory, and so does the scratch of each block.
#pragma once

#include "advance.cuh"

namespace murmuration {

/** Draws the increments of a step. @param xi overwritten [d] */
template <class Noise>
__device__ __forceinline__ void draw_increments(const Advance& a, const Instant& now, const Place& place, Column<float>& xi) {
    auto lazy = Noise::at(a, now, place);
    for (int j = 0; j < a.dimension; j++) {
        Four drawn = lazy.at(j);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            xi(j, r) = drawn.of[r];
        }
    }
}

/** One step of one guidance. @param scratch overwritten. @param xi increments [d] */
template <class E, class Rows, class I>
__device__ __forceinline__ void step_any(
        const Advance& a, const Instant& now, int g, const Place& place, typename E::InMemory& scratch, const I& xi, TileSums& sums) {
    Column<float> energies = energies_of(a, place, g);
    Agents<Column<float>> agents = {states_of(a, place, g), energies.at(0)};
    sums.begin(tile_sums_at(a, now.of_launch, g), place.tile);
    Moment<typename E::Row> moment(a, Rows(), now, place, g);
    E::step(moment, place, agents, starts_of(a, place), scratch, xi, sums);
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        energies(0, r) = agents.energy.of[r];
    }
    if (sums.end()) {
        report_offender(agents.x, a.dimension, place.label, now.of_batch, place.tile, a.offender);
    }
}

/**
 * Advances every guidance.
 *
 * @tparam E evaluator for any d. @tparam Noise Drawn, Either (once for all guidances) or Stored. @tparam Rows Given or Fed
 */
template <class E, class Noise, class Rows>
__device__ __forceinline__ void advance_any(const Advance& a) {
    TileSums sums(a.replicas, a.labels_told, a.dimension, a.tiles);
    Shelf shelf(a);
    Column<float> increments = shelf.take(a.dimension);
    typename E::InMemory scratch(a, shelf);
    for (long long tile = blockIdx.x; tile < a.tiles; tile += gridDim.x) {
        Place place(a, tile);
        for (int k = 0; k < a.count; k++) {
            Instant now = Rows::instant(a, k);
            if constexpr (!Noise::STORED) {
                draw_increments<Noise>(a, now, place, increments);
            }
            for (int g = 0; g < a.guidances; g++) {
                if constexpr (Noise::STORED) {
                    step_any<E, Rows>(a, now, g, place, scratch, Noise::at(a, now, place), sums);
                } else {
                    step_any<E, Rows>(a, now, g, place, scratch, increments, sums);
                }
            }
        }
    }
}

}  // namespace murmuration
