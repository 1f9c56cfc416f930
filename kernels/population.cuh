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

/** @param label overwritten */
__device__ __forceinline__ void tell_labels(const Origin& origin, int labels_told, int (&label)[ROWS]) {
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        label[r] = origin.label(r, labels_told);
    }
}

/** Sums of the coordinates of a tile about the reference. */
__device__ __forceinline__ void sum_coordinates(
        const Population& p, const int (&label)[ROWS], long long tile, const Column<float>& state, TileSums& sums) {
    sums.begin(p.sums + tile * p.replicas.beside);
    for (int j = 0; j < p.dimension; j++) {
        Four departure = state.at(j);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            departure.of[r] -= p.reference[j];
        }
        sums.coordinate(label, departure);
    }
}

/** Puts the agents of one tile where they are drawn. @return the first copy */
__device__ __forceinline__ Column<float> draw_tile(const Population& p, const Origin& origin, long long tile) {
    Column<float> state = {p.states + tile * TILE + column(), p.tiles * TILE};
    draw_starts<0>(p.law, p.replicas, origin, round_keys(p.seed), tile, p.dimension, state);
    return state;
}

/** Keeps what is kept of the agents of a tile, and sums their coordinates up. */
__device__ __forceinline__ void keep_tile(
        const Population& p, const Origin& origin, long long tile, const Column<float>& state, TileSums& sums) {
    keep_starts(p, origin, tile * TILE + column(), state);
    int label[ROWS];
    tell_labels(origin, p.layout.labels, label);
    sum_coordinates(p, label, tile, state, sums);
}

__device__ __forceinline__ void populate(const Population& p) {
    TileSums sums(p.replicas, p.layout, p.tiles * p.replicas.beside);
    Origin origin(p.law, p.replicas, round_keys(p.seed), block());
    keep_tile(p, origin, block(), draw_tile(p, origin, block()), sums);
    sums.end();
}

}  // namespace murmuration
