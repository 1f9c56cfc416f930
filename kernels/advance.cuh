// What the advancing kernels share: their parameters, and where a tile finds its agents, noise, rows and sums.
#pragma once

#include "kernel.cuh"
#include "offender.cuh"

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
    const float* rotations;        // eigenvectors of the target [C][d][d]; none if diagonal, or no bridge
    float* sums;                   // tile sums [count][G][S][T], overwritten
    unsigned long long* offender;  // least packed (step, agent), modified
    const float* normals;          // increments of this launch [count][d][1024 T]; for kernels that do not draw them
    float* scratch;                // [blocks][vectors][1024] for populations of any dimension
    unsigned long long seed;
    long long tiles;
    long long row_stride;
    int first_step;      // number of the first step
    int steps_before;    // steps of the batch in earlier launches
    int count;           // steps to take
    int scheme;          // Scheme of a bridge
    int guidances;       // G
    int first_guidance;  // first of those that this launch advances
    int dimension;       // d
    int components;      // C of a bridge
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

/** One copy of the four agents of a column: state [d], and int |u|^2 dt. */
template <class X>
struct Agents {
    X x;
    Four energy;
};

/** Brownian increments xi of a column, computed where they are asked for. */
struct Increments {
    unsigned long long seed;
    unsigned long long column;
    int step;

    __device__ __forceinline__ Four at(int j) const { return noise_normals(seed, INCREMENT, column, step, j); }
};

/** Noise that the kernel draws: noise layout 1. */
struct Drawn {
    static constexpr bool STORED = false;

    static __device__ __forceinline__ Increments at(const Advance& a, int k, const Place& place) {
        return {a.seed, place.column(), a.first_step + k};
    }
};

/** Noise that lies in memory before the launch. */
struct Stored {
    static constexpr bool STORED = true;

    static __device__ __forceinline__ Column<const float> at(const Advance& a, int k, const Place& place) {
        long long stride = a.tiles * TILE;
        return {a.normals + k * a.dimension * stride + place.first(), stride};
    }
};

/** The k-th step of a launch under guidance g. */
template <class R>
struct Moment {
    const Advance& advance;
    R row;
    int step;

    __device__ __forceinline__ Moment(const Advance& a, int k, int g)
        : advance(a), row{a.rows, a.dimension, a.components}, step(a.first_step + k) {
        row.at += g * a.row_stride + k * row.size();
    }
};

/** Hands out the scratch of this block, vector by vector. */
struct Shelf {
    float* next;

    __device__ __forceinline__ explicit Shelf(const Advance& a)
        : next(a.scratch + (long long)blockIdx.x * a.scratch_vectors * TILE + threadIdx.x) {}

    __device__ __forceinline__ Column<float> take(int length) {
        Column<float> vector = {next, TILE};
        next += (long long)length * TILE;
        return vector;
    }
};

}  // namespace murmuration
