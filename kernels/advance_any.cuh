// Many steps of a population of any dimension: states stay in global memory, and so does the scratch of each block.
#pragma once

#include "advance.cuh"

namespace murmuration {

/** Draws the increments of the k-th step of the launch. @param xi overwritten [d] */
__device__ __forceinline__ void draw_increments(const Advance& a, int k, const Place& place, Column<float>& xi) {
    Increments lazy = Drawn::at(a, k, place);
    for (int j = 0; j < a.dimension; j++) {
        Four drawn = lazy.at(j);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            xi(j, r) = drawn.of[r];
        }
    }
}

/** The k-th step of the launch for one guidance. @param scratch overwritten. @param xi increments [d] */
template <class E, class I>
__device__ __forceinline__ void step_any(
        const Advance& a, int k, int g, const Place& place, typename E::InMemory& scratch, const I& xi, TileSums& sums) {
    long long stride = a.tiles * TILE;
    Column<const float> z = {a.starts + place.first(), stride};
    Column<float> energies = {a.energies + g * stride + place.first(), 0};
    Agents<Column<float>> agents = {{a.states + g * a.dimension * stride + place.first(), stride}, energies.at(0)};
    sums.begin(tile_sums_at(a, k, g, place.tile));
    E::step(Moment<typename E::Row>(a, k, g), place, agents, z, scratch, xi, sums);
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        energies(0, r) = agents.energy.of[r];
    }
    if (sums.end()) {
        report_offender(agents.x, a.dimension, place.label, a.steps_before + k, place.tile, a.offender);
    }
}

/** Advances every guidance. @tparam E evaluator for any d. @tparam Noise Drawn (once for all guidances) or Stored */
template <class E, class Noise>
__device__ __forceinline__ void advance_any(const Advance& a) {
    TileSums sums(a.labels_told, a.dimension, a.tiles);
    Shelf shelf(a);
    Column<float> increments = shelf.take(a.dimension);
    typename E::InMemory scratch(a, shelf);
    for (long long tile = blockIdx.x; tile < a.tiles; tile += gridDim.x) {
        Place place(a, tile);
        for (int k = 0; k < a.count; k++) {
            if constexpr (!Noise::STORED) {
                draw_increments(a, k, place, increments);
            }
            for (int g = 0; g < a.guidances; g++) {
                if constexpr (Noise::STORED) {
                    step_any<E>(a, k, g, place, scratch, Noise::at(a, k, place), sums);
                } else {
                    step_any<E>(a, k, g, place, scratch, increments, sums);
                }
            }
        }
    }
}

}  // namespace murmuration
