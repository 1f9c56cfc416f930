// What the advancing kernels share: their parameters, and where a tile finds its agents, noise, rows and sums.
#pragma once

#include "kernel.cuh"
#include "offender.cuh"
#include "row_layout.cuh"
#include "starts.cuh"

namespace murmuration {

/** scenario.Scheme. */
enum Scheme { EULER_MARUYAMA, POSTERIOR_MEAN, EXACT };

/** Which steps are being taken; in memory where launches are submitted ahead. */
struct Clock {
    int first_step;    // number of the first step of the launches that go on from here
    int steps_before;  // steps of the batch before it
    int batch;         // steps of the batch
};

/**
 * A batch of steps of some guidances. G guidances in all, d coordinates, C components, S sums of each; arrays of agents are
 * padded to whole tiles, T tiles with B replicas side by side in each. Rows, agents and sums begin with the first guidance that the launch
 * advances: guidance 0 of all that follows.
 */
struct Advance {
    const float* rows;             // schedule rows of the batch [G][row_stride]
    const float* fed;              // the entries that means change [G][R][fed_count]; for kernels of one step
    const Clock* clock;            // adds to first_step and steps_before; for the same
    float* starts;                 // z [d][1024 T] for steps that feed back and depend on it; null otherwise
    const signed char* labels;     // [1024 T], -1 for padding, for steps that feed back; null where one label is told
    float* states;                 // x [G][d][1024 T], modified
    float* energies;               // int |u|^2 dt [G][1024 T], modified; null where it is not kept
    const float* rotations;        // eigenvectors of the target [C][d][d]; none if diagonal, or no bridge
    float* sums;                   // tile sums [count][G][S][T][B], overwritten
    unsigned long long* offender;  // least packed (step, agent), modified
    const float* normals;          // increments of this launch [count][d][1024 T], or what a tape takes; null for kernels that draw them
    float* scratch;                // [blocks][vectors][1024] for populations of any dimension
    RoundKeys keys;                // of the seed
    long long tiles;
    long long row_stride;
    SumStrides strides;  // of the sums
    StartLaw law;
    Replicas replicas;
    unsigned row_size;   // floats per row: less than 2^31 in all rows of a guidance
    int fed_count;
    int first_step;      // number of the first step
    int steps_before;    // steps of the batch before it
    int count;           // steps to take
    int scheme;          // Scheme of a bridge
    int guidances;       // G
    int dimension;       // d
    int components;      // C of a bridge
    SumLayout layout;    // of the sums; its labels are those told apart
    int scratch_vectors; // [1024] vectors of scratch per block
};

/** Agents of one column of a tile. */
struct Place {
    long long tile;
    unsigned long long noise;  // number of its noise column
    int label[ROWS];

    /** Number of the agent in row 0. */
    __device__ __forceinline__ long long first() const { return tile * TILE + column(); }
};

/** Whether a tile, or some from it on, are there, and every place is an agent's, of label 0. */
__device__ __forceinline__ bool is_plain(const Advance& a, long long tile, int tiles = 1) {
    return a.layout.labels == 1 && a.replicas.whole(tile, tiles);
}

/** Where a tile has its first sum for the k-th step of the launch and guidance g. */
__device__ __forceinline__ float* tile_sums_at(const Advance& a, int k, int g, long long tile) {
    return a.sums + k * a.strides.step + g * a.strides.guidance + (unsigned)tile * (unsigned)a.replicas.beside;
}

/** Coordinates of a column under guidance g. @param first number of its agent in row 0 */
__device__ __forceinline__ Column<float> states_of(const Advance& a, long long first, int g) {
    return {a.states + (long long)g * a.dimension * a.tiles * TILE + first, a.tiles * TILE};
}

/** Energies of a column under guidance g, if they are kept. */
__device__ __forceinline__ Four energies_of(const Advance& a, long long first, int g) {
    if (a.energies == nullptr) {
        return {{0.0f, 0.0f, 0.0f, 0.0f}};
    }
    return Column<float>{a.energies + g * a.tiles * TILE + first, 0}.at(0);
}

/** Keeps them, if they are. */
__device__ __forceinline__ void keep_energies(const Advance& a, long long first, int g, const Four& energy) {
    if (a.energies != nullptr) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            a.energies[g * a.tiles * TILE + first + r * COLUMNS] = energy.of[r];
        }
    }
}

/** A step of a launch. */
struct Instant {
    int of_launch;
    int of_batch;
    int number;
};

/** Hands out the scratch of this block, vector by vector. */
struct Shelf {
    float* next;

    __device__ __forceinline__ explicit Shelf(const Advance& a)
        : next(a.scratch + block() * a.scratch_vectors * TILE + column()) {}

    __device__ __forceinline__ Column<float> take(int length) {
        Column<float> vector = {next, TILE};
        next += (long long)length * TILE;
        return vector;
    }
};

/** Rows as the schedule gives them, the same for every replica. Many steps are taken at a time: starts and labels are drawn anew. */
struct Given {
    static __device__ __forceinline__ Instant instant(const Advance& a, int k) {
        return {k, a.steps_before + k, a.first_step + k};
    }

    static __device__ __forceinline__ const float* changed(const Advance&, const Place&, int, const float* row) {
        return row + ROW_SCALARS;
    }

    /** A place and its starts. @param plain whether every agent of the tile has label 0. @param z overwritten [d] if steps depend on it */
    template <class E, int D, class Z>
    static __device__ __forceinline__ Place begin(const Advance& a, long long tile, bool plain, Z& z) {
        Place place = {tile, a.replicas.noise_column(tile), {}};
        if (E::START_CONDITIONED || !plain) {
            Origin origin(a.law, a.replicas, a.keys, tile);
            if constexpr (E::START_CONDITIONED) {
                draw_starts<D>(a.law, a.replicas, origin, a.keys, tile, a.dimension, z);
            }
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                place.label[r] = plain ? 0 : origin.label(r, a.layout.labels);
            }
        }
        return place;
    }

    /** Room for the starts of a column. */
    template <class E>
    static __device__ __forceinline__ Column<float> room(const Advance& a, Shelf& shelf) {
        return shelf.take(E::START_CONDITIONED ? a.dimension : 0);
    }
};

/**
 * Rows that means act on: the entries that they change lie apart, for each replica, and launches are submitted ahead. One step is taken at
 * a time: starts and labels are kept.
 */
struct Fed {
    static __device__ __forceinline__ Instant instant(const Advance& a, int k) {
        return {k, a.clock->steps_before + a.steps_before + k, a.clock->first_step + a.first_step + k};
    }

    static __device__ __forceinline__ const float* changed(const Advance& a, const Place& place, int g, const float*) {
        long long replica = a.replicas.at(place.tile, column());
        return a.fed + (g * (long long)a.replicas.count + replica) * a.fed_count;
    }

    /** A place. @param plain whether every agent of the tile has label 0. @param z where its starts lie, if they are kept */
    template <class E, int D>
    static __device__ __forceinline__ Place begin(const Advance& a, long long tile, bool plain, Column<float>& z) {
        Place place = {tile, a.replicas.noise_column(tile), {}};
        if constexpr (E::START_CONDITIONED) {
            z = {a.starts + place.first(), a.tiles * TILE};
        }
        tell_labels(a, plain, place);
        return place;
    }

    /** @param plain as above. @param place its labels are 0, and are overwritten where others may be */
    static __device__ __forceinline__ void tell_labels(const Advance& a, bool plain, Place& place) {
        if (plain) {
            return;
        }
        long long first = a.labels != nullptr ? 0 : a.replicas.seats(place.tile, column()).first;
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            place.label[r] = a.labels != nullptr ? a.labels[place.first() + r * COLUMNS]
                    : first + r * a.replicas.columns < a.replicas.agents ? 0 : -1;
        }
    }

    template <class E>
    static __device__ __forceinline__ Column<float> room(const Advance&, Shelf&) {
        return {nullptr, 0};
    }
};

/** One copy of the four agents of a column: state [d], and int |u|^2 dt. */
template <class X>
struct Agents {
    X x;
    Four energy;
};

/** Brownian increments xi of a column, computed where they are asked for. */
struct Increments {
    const RoundKeys& keys;
    unsigned long long column;
    int step;

    __device__ __forceinline__ Four at(int j) const { return noise_normals(keys, INCREMENT, column, step, j); }
};

/** Noise that the kernel draws: noise layout 1. */
struct Drawn {
    static constexpr bool STORED = false;

    static __device__ __forceinline__ Increments at(const Advance& a, const Instant& now, const Place& place) {
        return {a.keys, place.noise, now.number};
    }
};

/** Noise that lies in memory before the launch. */
struct Stored {
    static constexpr bool STORED = true;

    static __device__ __forceinline__ Column<const float> at(const Advance& a, const Instant& now, const Place& place) {
        long long stride = a.tiles * TILE;
        return {a.normals + now.of_launch * a.dimension * stride + place.first(), stride};
    }
};

/** Noise that lies in memory if there is any, and is drawn otherwise. */
struct Either {
    static constexpr bool STORED = false;

    struct Increment {
        Increments drawn;
        Column<const float> stored;

        __device__ __forceinline__ Four at(int j) const { return stored.base != nullptr ? stored.at(j) : drawn.at(j); }
    };

    static __device__ __forceinline__ Increment at(const Advance& a, const Instant& now, const Place& place) {
        Column<const float> none = {nullptr, 0};
        return {Drawn::at(a, now, place), a.normals != nullptr ? Stored::at(a, now, place) : none};
    }
};

/** Where the row of a step under guidance g begins. */
__device__ __forceinline__ const float* row_at(const Advance& a, const Instant& now, int g) {
    return a.rows + g * a.row_stride + (unsigned)now.of_batch * a.row_size;
}

/** A step under a guidance. */
template <class R>
struct Moment {
    const Advance& advance;
    R row;
    int step;  // its number

    /** @param row as the schedule gives it. @param changed its entries that means may change */
    __device__ __forceinline__ Moment(const Advance& a, const float* row, const float* changed, int step)
        : advance(a), row{row, changed, a.dimension, a.components}, step(step) {}

    __device__ __forceinline__ Moment(const Advance& a, const R& row, int step) : advance(a), row(row), step(step) {}
};

}  // namespace murmuration
