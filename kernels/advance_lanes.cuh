// Many steps of a population of up to 64 coordinates: states, energies and starts stay in the registers of the lanes that share a column for the
// whole launch. A block takes the columns of a tile in L passes.
#pragma once

#include "advance.cuh"
#include "lane_rows.cuh"
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
    auto from = states_of(a, at.agent(), a.first_guidance);
#pragma unroll
    for (int j = 0; j < SHARE; j++) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            agents.x(j, r) = j < at.own ? from(at.first + j, r) : 0.0f;
        }
    }
    agents.energy = energies_of(a, at.agent(), a.first_guidance);
}

__device__ __forceinline__ void store(const Advance& a, const LanePlace& at, const Agents<Registers<SHARE>>& agents) {
    auto to = states_of(a, at.agent(), a.first_guidance);
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
        keep_energies(a, at.agent(), a.first_guidance, agents.energy);
    }
}

/** Shared memory of a block: column sums or vectors, two rows, and matrices. */
template <int L, bool FULL>
struct LaneMemory {
    float* sums;
    float* rows;
    int row_floats;
    Products<L> products;

    /** @param matrices that it has */
    __device__ __forceinline__ LaneMemory(const Advance& a, float* memory, int row_size, int matrices)
        : sums(memory), rows(memory + LaneSums<L, FULL>::MEMORY), row_floats((row_size + ROWS - 1) / ROWS * ROWS),
          products{LaneSums<L, FULL>::own(sums), rows + 2 * row_floats, a.dimension} {
        for (int i = threadIdx.x; i < 2 * row_floats + matrices * Products<L>::MATRIX; i += COLUMNS) {
            rows[i] = 0.0f;
        }
        __syncthreads();
    }

    /** Where the row of the k-th step is. */
    __device__ __forceinline__ float* row(int k) const { return rows + k % 2 * row_floats; }

    /** Copies the rotations [C][d][d]. */
    __device__ __forceinline__ void copy_rotations(const Advance& a) const {
        int d = a.dimension;
        for (int i = threadIdx.x; i < a.components * d * d; i += COLUMNS) {
            products.matrices[i / (d * d) * Products<L>::MATRIX + Products<L>::place(i / d % d, i % d)] = a.rotations[i];
        }
    }
};

/** The k-th step of the launch. @param row of the schedule. @param agents modified. @param z starts */
template <class E, int L, bool FULL>
__device__ __forceinline__ void step_lanes(
        const Advance& a, int k, const float* row, const LaneMemory<L, FULL>& memory, const LanePlace& at, Agents<Registers<SHARE>>& agents,
        const Registers<SHARE>& z, LaneSums<L, FULL>& sums) {
    Instant now = Given::instant(a, k);
    LaneRow<L> copied(a, memory.row(k), memory.products);
    if (k + 1 < a.count) {
        LaneRow<L>::copy(a, row + a.row_size, memory.row(k + 1));
    }
    typename E::InRegisters scratch;
    LaneIncrements xi = {a.keys, at.place.noise, now.number, at.first};
    E::step(Moment<LaneRow<L>>(a, copied, now.number), at.place, agents, z, scratch, xi, sums);
}

/** Where a thread's agents of a pass are. */
template <int L>
__device__ __forceinline__ LanePlace lane_place(const Advance& a, long long tile, int pass) {
    int column = Lane<L>::column() * L + pass;
    int left = a.dimension - Lane<L>::first();
    return {{tile, a.replicas.noise_column(tile, column), {}}, column, Lane<L>::first(), left};
}

/** Advances the columns of one pass. @param plain whether every agent of the tile has label 0 */
template <class E, int L, bool FULL>
__device__ __forceinline__ void advance_pass(
        const Advance& a, long long tile, int pass, bool plain, const LaneMemory<L, FULL>& memory, LaneSums<L, FULL>& sums, const Parts<L>& parts) {
    LanePlace at = lane_place<L>(a, tile, pass);
    Origin origin(a.law, a.replicas, a.keys, tile, at.column);
    Registers<SHARE> z;
    draw_lane_starts<L>(a.law, a.replicas, origin, a.keys, tile, at.column, a.dimension, at.first, z);
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        at.place.label[r] = origin.label(r, a.layout.labels);
    }
    Agents<Registers<SHARE>> agents;
    load(a, at, agents);
    const float* row = row_at(a, Given::instant(a, 0), a.first_guidance);
    LaneRow<L>::copy(a, row, memory.row(0));
    await_copies();
    __syncthreads();
#pragma unroll 1
    for (int k = 0; k < a.count; k++) {
        NOTE("main loop, lane-steps", ROWS * SHARE);
        step_lanes<E>(a, k, row, memory, at, agents, z, sums);
        sums.end(at.place.label, plain, parts.at(pass, k));
        if (sums.check) {
            NOTE("rare", 0);
            parts.note(k, agents.x, at.place.label, at.column);
        }
        row += a.row_size;
    }
    store(a, at, agents);
}

/** Advances guidance first_guidance of one tile after the other. @tparam E evaluator of eight coordinates. @tparam FULL whether it rotates */
template <class E, int L, bool FULL>
__device__ __forceinline__ void advance_lanes(const Advance& a) {
    BLOCK_MEMORY(shared);
    LaneMemory<L, FULL> memory(a, shared, LaneRow<L>::size(a), FULL ? a.components : 0);
    if constexpr (FULL) {
        memory.copy_rotations(a);
    }
    LaneSums<L, FULL> sums(a, memory.sums);
    Parts<L> parts(a);
    for (long long tile = block(); tile < a.tiles; tile += blocks()) {
        bool plain = is_plain(a, tile);
        parts.clear();
#pragma unroll 1
        for (int pass = 0; pass < L; pass++) {
            advance_pass<E>(a, tile, pass, plain, memory, sums, parts);
        }
        __syncthreads();
        parts.finish(a, tile);
        __syncthreads();
    }
}

}  // namespace murmuration
