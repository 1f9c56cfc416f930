// A population at its beginning: states, what is kept of its starts, and its sums.
#pragma once

#include "kernel.cuh"
#include "starts.cuh"
#include "tile_sums.cuh"

namespace murmuration {

/** Arrays of agents are padded to whole tiles, T tiles; null where they are not kept. d coordinates, G guidances. */
struct Population {
    StartLaw law;
    const float* reference;  // point the sums are taken about [d]
    float* starts;           // [d][1024 T], overwritten
    signed char* labels;     // [1024 T], overwritten
    float* states;           // [G][d][1024 T], overwritten
    float* energies;         // [G][1024 T], overwritten
    float* sums;             // tile sums [S][T][B], overwritten
    unsigned long long seed;
    long long tiles;
    Replicas replicas;
    int guidances;
    int dimension;
    SumLayout layout;
};

/** Copies of the state, starts, labels, and energies 0. @param state the first copy */
__device__ __forceinline__ void keep_starts(const Population& p, const Origin& origin, long long first, const Column<float>& state) {
    for (int g = 1; g < p.guidances; g++) {
        Column<float> copied = {p.states + g * p.dimension * state.stride + first, state.stride};
        copy(copied, state, p.dimension);
    }
    if (p.starts != nullptr) {
        Column<float> starts = {p.starts + first, state.stride};
        copy(starts, state, p.dimension);
    }
    if (p.labels != nullptr) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            p.labels[first + r * COLUMNS] = (signed char)origin.label(r, p.layout.labels);
        }
    }
    for (int i = 0; p.energies != nullptr && i < p.guidances * ROWS; i++) {
        p.energies[i / ROWS * state.stride + first + i % ROWS * COLUMNS] = 0.0f;
    }
}

/** Sums of the coordinates of a tile about the reference. */
__device__ __forceinline__ void sum_coordinates(
        const Population& p, const int (&label)[ROWS], long long tile, const Column<float>& state, TileSums& sums) {
    sums.begin(p.sums, tile);
    for (int j = 0; j < p.dimension; j++) {
        Four departure = state.at(j);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            departure.of[r] -= p.reference[j];
        }
        sums.coordinate(label, departure);
    }
}

/**
 * Puts the agents of one tile where they start, and sums their coordinates up.
 *
 * @param settle takes agents that were drawn, and their labels, to where they start
 */
template <class Settle>
__device__ __forceinline__ void populate_tile(const Population& p, long long tile, int (&label)[ROWS], TileSums& sums, Settle settle) {
    long long first = tile * TILE + column();
    Column<float> state = {p.states + first, p.tiles * TILE};
    Origin origin(p.law, p.replicas, p.seed, tile);
    draw_starts<0>(p.law, p.replicas, origin, p.seed, tile, p.dimension, state);
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        label[r] = origin.label(r, p.layout.labels);
    }
    settle(state);
    keep_starts(p, origin, first, state);
    sum_coordinates(p, label, tile, state, sums);
}

__device__ __forceinline__ void populate(const Population& p) {
    if (team() < p.tiles) {
        TileSums sums(p.replicas, p.layout, p.tiles);
        int label[ROWS];
        populate_tile(p, team(), label, sums, [](const Column<float>&) {});
        sums.end();
    }
}

}  // namespace murmuration
