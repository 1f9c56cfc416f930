// What the advancing kernels share: their parameters, and where a tile finds its agents, rows and sums.
#pragma once

#include "kernel.cuh"
#include "offender.cuh"
#include "row_layout.cuh"

namespace murmuration {

/** scenario.Scheme. */
enum Scheme { EULER_MARUYAMA, POSTERIOR_MEAN, EXACT };

/**
 * A batch of steps of some guidances. G guidances in all, d coordinates, C components, S = 3 labels d sums; arrays of agents are
 * padded to whole tiles, T tiles.
 */
struct Advance {
    const float* rows;             // schedule rows [G][row_stride]: those of this launch first
    const float* starts;           // z [d][1024 T]
    const signed char* labels;     // [1024 T], -1 for padding
    float* states;                 // x [G][d][1024 T], modified
    float* energies;               // int |u|^2 dt [G][1024 T], modified
    const float* rotations;        // eigenvectors of the target [C][d][d]; none if diagonal
    float* sums;                   // tile sums [count][G][S][T], overwritten
    unsigned long long* offender;  // least packed (step, agent), modified
    float* scratch;                // [blocks][vectors][1024] for populations of any dimension
    unsigned long long seed;
    long long tiles;
    long long row_stride;
    int first_step;      // number of the first step
    int steps_before;    // steps of the batch in earlier launches
    int count;           // steps to take
    int scheme;          // Scheme
    int guidances;       // G
    int first_guidance;  // first of those that this launch advances
    int dimension;       // d
    int components;      // C
    int labels_told;     // labels told apart in sums
    int scratch_vectors; // [1024] vectors of scratch per block
};

/** Agents of one column of a tile. */
struct Place {
    long long tile;
    int label[ROWS];

    __device__ __forceinline__ Place(const Advance& a, long long tile) : tile(tile) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            label[r] = a.labels[first() + r * COLUMNS];
        }
    }

    /** Number of the agent in row 0. */
    __device__ __forceinline__ long long first() const { return tile * TILE + threadIdx.x; }

    /** Number of the noise column. */
    __device__ __forceinline__ unsigned long long column() const {
        return (unsigned long long)tile * COLUMNS + threadIdx.x;
    }
};

/** Where the sums of a tile for the k-th step of the launch and guidance g begin. */
__device__ __forceinline__ float* tile_sums_at(const Advance& a, int k, int g, long long tile) {
    long long size = (long long)SUMS_PER_UNIT * a.labels_told * a.dimension;
    return a.sums + ((long long)k * a.guidances + g) * size * a.tiles + tile;
}

/** Row of the k-th step of the launch for guidance g. */
template <int D, int C>
__device__ __forceinline__ Row<D, C> row_at(const Advance& a, int k, int g) {
    Row<D, C> row = {a.rows, a.dimension, a.components};
    row.at += g * a.row_stride + k * row.size();
    return row;
}

}  // namespace murmuration
