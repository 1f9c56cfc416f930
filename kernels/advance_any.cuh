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

/** One step of one guidance. @param z starts [d]. @param scratch overwritten. @param xi increments [d] */
template <class E, class Rows, class I>
__device__ __forceinline__ void step_any(
        const Advance& a, const Instant& now, int g, const Place& place, const Column<float>& z, typename E::InMemory& scratch,
        const I& xi, TileSums& sums) {
    Agents<Column<float>> agents = {states_of(a, place.first(), g), energies_of(a, place.first(), g)};
    sums.begin(tile_sums_at(a, now.of_launch, g, place.tile));
    const float* row = row_at(a, now, g);
    Moment<typename E::Row> moment(a, row, Rows::changed(a, place, g, row), now.number);
    E::step(moment, place, agents, z, scratch, xi, sums);
    keep_energies(a, place.first(), g, agents.energy);
    if (sums.end()) {
        report_offender(sums.infinite, agents.x, a.dimension, place.label, now.of_batch, place.tile, a.offender);
    }
}

/**
 * Advances every guidance.
 *
 * @tparam E evaluator for any d. @tparam Noise Drawn, Either (once for all guidances) or Stored. @tparam Rows Given or Fed
 */
template <class E, class Noise, class Rows>
__device__ __forceinline__ void advance_any(const Advance& a) {
    TileSums sums(a.replicas, {a.layout.labels, a.dimension, STEERED, 0}, a.strides.kind);
    Shelf shelf(a);
    Column<float> increments = shelf.take(a.dimension);
    Column<float> z = Rows::template room<E>(a, shelf);
    typename E::InMemory scratch(a, shelf);
    for (long long tile = block(); tile < a.tiles; tile += blocks()) {
        Place place = Rows::template begin<E, 0>(a, tile, false, z);
        for (int k = 0; k < a.count; k++) {
            Instant now = Rows::instant(a, k);
            if constexpr (!Noise::STORED) {
                draw_increments<Noise>(a, now, place, increments);
            }
            for (int g = 0; g < a.guidances; g++) {
                if constexpr (Noise::STORED) {
                    step_any<E, Rows>(a, now, g, place, z, scratch, Noise::at(a, now, place), sums);
                } else {
                    step_any<E, Rows>(a, now, g, place, z, scratch, increments, sums);
                }
            }
        }
    }
}

}  // namespace murmuration
