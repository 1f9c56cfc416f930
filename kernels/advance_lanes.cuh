// Many steps of a population of up to 64 coordinates: states, energies and starts stay in the registers of the lanes that share a column for the
// whole launch. A block takes the columns of a tile in L passes.
#pragma once

#include "advance.cuh"
#include "lane_starts.cuh"
#include "lane_sums.cuh"

namespace murmuration {

/** Where a column has its states or energies, and which part of them is the lane's. */
struct LanePlace {
    Place place;
    int column;  // of the tile
    int first;   // coordinate of the lane
    int own;     // coordinates of the lane

    /** Number of the agent in row 0. */
    __device__ __forceinline__ long long agent() const { return place.tile * TILE + column; }
};

/** Copies the lane's coordinates of the four agents. */
__device__ __forceinline__ void load(const Advance& a, const LanePlace& at, Agents<Registers<SHARE>>& agents) {
    auto from = states_of(a, at.agent(), 0);
#pragma unroll
    for (int j = 0; j < SHARE; j++) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            agents.x(j, r) = j < at.own ? from(at.first + j, r) : 0.0f;
        }
    }
    agents.energy = energies_of(a, at.agent(), 0);
}

__device__ __forceinline__ void store(const Advance& a, const LanePlace& at, const Agents<Registers<SHARE>>& agents) {
    auto to = states_of(a, at.agent(), 0);
#pragma unroll
    for (int j = 0; j < SHARE; j++) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            if (j < at.own) {
                to(at.first + j, r) = agents.x(j, r);
            }
        }
    }
    if (at.first == 0) {
        keep_energies(a, at.agent(), 0, agents.energy);
    }
}

/** Shared memory of a block: column sums or vectors, two rows, and what is kept for the launch. */
template <class E>
struct LaneMemory {
    using Sums = LaneSums<E::SHOWS>;

    float* sums;
    float* rows;
    float* kept;
    int row_floats;

    /** Fills all but the sums with zeros, then with what is kept. */
    __device__ __forceinline__ LaneMemory(const Advance& a, float* memory)
        : sums(memory), rows(sums + Sums::MEMORY), row_floats((E::Row::size(a) + ROWS - 1) / ROWS * ROWS) {
        kept = rows + 2 * row_floats;
        for (int i = threadIdx.x; i < 2 * row_floats + E::kept(a); i += COLUMNS) {
            rows[i] = 0.0f;
        }
        __syncthreads();
        E::keep(a, kept);
    }

    /** Where the row of the k-th step is. */
    __device__ __forceinline__ float* row(int k) const { return rows + k % 2 * row_floats; }

    /** Where a warp shows vectors. */
    __device__ __forceinline__ Shown shown(const Advance& a) const { return {Lanes(a.dimension), Sums::own(sums)}; }
};

/** The k-th step of the launch, while the row of the next is copied. @param agents modified. @param z starts */
template <class E>
__device__ __forceinline__ void step_lanes(
        const Advance& a, int k, const LaneMemory<E>& memory, const LanePlace& at, Agents<Registers<SHARE>>& agents,
        const Registers<SHARE>& z, LaneSums<E::SHOWS>& sums) {
    Instant now = Given::instant(a, k);
    typename E::Row copied(a, memory.row(k), memory.kept, memory.shown(a));
    if (k + 1 < a.count) {
        E::Row::copy(a, row_at(a, Given::instant(a, k + 1), 0), memory.row(k + 1));
    }
    typename E::InLanes scratch(memory.shown(a));
    LaneIncrements xi = {a.keys, at.place.noise, now.number, at.first};
    E::step(Moment<typename E::Row>(a, copied, now.number), at.place, agents, z, scratch, xi, sums);
}

/** Where a thread's agents of a pass are. */
__device__ __forceinline__ LanePlace lane_place(const Advance& a, long long tile, int pass) {
    Lanes lanes(a.dimension);
    int column = lanes.column() * lanes.count() + pass;
    return {{tile, a.replicas.noise_column(tile, column), {}}, column, lanes.first(), a.dimension - lanes.first()};
}

/** Labels of the agents of a column, and starts. @param plain whether every agent of the tile has label 0. @param z overwritten if steps depend on it */
template <class E>
__device__ __forceinline__ void begin_pass(const Advance& a, bool plain, LanePlace& at, Registers<SHARE>& z) {
    if (E::START_CONDITIONED || !plain) {
        Origin origin(a.law, a.replicas, a.keys, at.place.tile, at.column);
        if constexpr (E::START_CONDITIONED) {
            draw_lane_starts(a, origin, at.place.tile, at.column, at.first, z);
        }
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            at.place.label[r] = plain ? 0 : origin.label(r, a.layout.labels);
        }
    }
}

/** Advances the columns of one pass. @param plain whether every agent of the tile has label 0 */
template <class E>
__device__ __forceinline__ void advance_pass(
        const Advance& a, long long tile, int pass, bool plain, const LaneMemory<E>& memory, LaneSums<E::SHOWS>& sums,
        const Parts& parts) {
    LanePlace at = lane_place(a, tile, pass);
    Registers<SHARE> z;
    begin_pass<E>(a, plain, at, z);
    Agents<Registers<SHARE>> agents;
    load(a, at, agents);
    float* into = parts.of(pass);
    E::Row::copy(a, row_at(a, Given::instant(a, 0), 0), memory.row(0));
    await_copies();
    __syncthreads();
#pragma unroll 1
    for (int k = 0; k < a.count; k++) {
        NOTE("main loop, agent-steps", ROWS / NOTED_LANES);
        step_lanes<E>(a, k, memory, at, agents, z, sums);
        sums.end(at.place.label, plain, into);
        if (sums.check) {
            NOTE("rare", 0);
            parts.note(k, agents.x, at.place.label, at.column);
        }
        into += parts.size;
    }
    store(a, at, agents);
}

/** Advances guidance 0 of one tile after the other. @tparam E evaluator of eight coordinates */
template <class E>
__device__ __forceinline__ void advance_lanes(const Advance& a) {
    BLOCK_MEMORY(shared);
    LaneMemory<E> memory(a, shared);
    LaneSums<E::SHOWS> sums(a, memory.sums);
    Parts parts(a);
    for (long long tile = block(); tile < a.tiles; tile += blocks()) {
        bool plain = is_plain(a, tile);
        parts.clear();
#pragma unroll 1
        for (int pass = 0; pass < parts.passes; pass++) {
            advance_pass<E>(a, tile, pass, plain, memory, sums, parts);
        }
        __syncthreads();
        parts.finish(a, tile);
        __syncthreads();
    }
}

}  // namespace murmuration
