// Affine steps of a large population of one coordinate under one guidance: a thread has a column of each of two tiles. They share the
// row, the barrier and the halving of sums of every step. The bits are those of advance_small.cuh.
#pragma once

#include "advance_small.cuh"
#include "affine.cuh"

namespace murmuration {

/** Tiles of a block: backend.cuda.KernelSet. */
constexpr int WIDE = 2;

/** The sums of two whole tiles of one coordinate and one label. Warp 0 has the first powers of both, warp 1 the second ones, warp 2 the controls. */
struct WideSums {
    static constexpr int SUMS = STEERED * WIDE;
    static_assert(WIDE == 2 && SUMS == BUFFERED, "each half of the buffer holds the sums of a step, and a warp halves two of them");

    float* columns;   // column sums of this thread, in the half of the buffer that is filled
    int tile;         // that is added to
    float magnitude;  // of the column sums of the step

    /** @param k step of the launch */
    __device__ __forceinline__ explicit WideSums(int k)
        : columns(column_buffer() + column() + (k & 1) * SUMS * COLUMNS), tile(0), magnitude(0.0f) {}

    /** Which tile the sum is of that this thread helps to add up. */
    static __device__ __forceinline__ int of_tile() { return (int)((unsigned)sum_of_thread() % WIDE); }

    /** Where the first step puts the sum that this thread stores. */
    static __device__ __forceinline__ float* place(const Advance& a, long long first) {
        unsigned tile = (unsigned)first * (unsigned)a.replicas.beside + (unsigned)of_tile();
        return a.sums + ((unsigned long long)(unsigned)a.strides.kind * (unsigned)warp() + tile);
    }

    /** Adds the four agents of a column of the tile. */
    __device__ __forceinline__ void coordinate(int, const int (&)[ROWS], const Four& departure, const Four& control) {
        ColumnSums sums(departure, control);
        sums.put(columns + tile * COLUMNS, WIDE * COLUMNS);
        magnitude = tile == 0 ? sums.magnitude() : magnitude + sums.magnitude();
    }

    /** Whether this thread stores a sum. */
    static __device__ __forceinline__ bool stores() { return warp() < STEERED && has_sum(); }

    /** Halves the columns. @param to where the sum of this thread goes. @return whether any sum may be NaN or infinite; the same in every thread */
    __device__ __forceinline__ bool end(float* to) {
        bool check = __syncthreads_or(!(magnitude < SAFE_COLUMN));
        if (warp() < STEERED) {
            NOTE("eighths of the warps", STEERED);
            float total = halve_two(columns);
            if (has_sum()) {
                *to = total;
            }
        }
        return check;
    }

    /** Whether this thread has stored a sum of a tile, and it is NaN or infinite. @param at where */
    static __device__ __forceinline__ bool infinite(const float* at, int of) {
        return stores() && of_tile() == of && *at * 0.0f != 0.0f;
    }
};

/** Agents of a column of each of the tiles. @tparam KEPT whether energies are */
template <bool KEPT>
struct WideAgents {
    Agents<Registers<1>> of[WIDE];

    /** The numbers of a column of both tiles. @param numbers of all agents. @param first tile */
    static __device__ __forceinline__ float* column_of(float* numbers, long long first) {
        return numbers + first * TILE + (unsigned)column();
    }

    __device__ __forceinline__ void load(const Advance& a, long long first) {
        const float* states = column_of(a.states, first);
        const float* energies = KEPT ? column_of(a.energies, first) : nullptr;
#pragma unroll
        for (int n = 0; n < WIDE * ROWS; n++) {
            of[n / ROWS].x(0, n % ROWS) = states[n * COLUMNS];
            of[n / ROWS].energy.of[n % ROWS] = KEPT ? energies[n * COLUMNS] : 0.0f;
        }
    }

    __device__ __forceinline__ void store(const Advance& a, long long first) const {
        HOLD(first);  // as in advance_small.cuh
        float* states = column_of(a.states, first);
        float* energies = KEPT ? column_of(a.energies, first) : nullptr;
#pragma unroll
        for (int n = 0; n < WIDE * ROWS; n++) {
            states[n * COLUMNS] = of[n / ROWS].x(0, n % ROWS);
            if (KEPT) {
                energies[n * COLUMNS] = of[n / ROWS].energy.of[n % ROWS];
            }
        }
    }
};

/** Place of a whole tile of label 0. @param noise number of the noise column of the first tile of the block */
__device__ __forceinline__ Place whole_place(long long first, unsigned long long noise, int t) {
    return {first + t, noise + t * COLUMNS, {0, 0, 0, 0}};
}

/** The k-th step of the launch. @param noise see above. @param agents modified */
template <bool KEPT>
__device__ __forceinline__ void step_wide(
        const Advance& a, int k, const Cursor& at, unsigned long long noise, WideAgents<KEPT>& agents) {
    Instant now = Given::instant(a, k);
    WideSums sums(k);
    long long first = block() * WIDE;
#pragma unroll
    for (int t = 0; t < WIDE; t++) {
        Place place = whole_place(first, noise, t);
        Affine<1>::InRegisters scratch;
        Moment<Affine<1>::Row> moment(a, at.row, Given::changed(a, place, 0, at.row), now.number);
        sums.tile = t;
        Affine<1>::step(moment, place, agents.of[t], None(), scratch, Drawn::at(a, now, place), sums);
    }
    if (sums.end(at.sums)) {
        NOTE("rare", 0);
#pragma unroll
        for (int t = 0; t < WIDE; t++) {
            Place place = whole_place(first, noise, t);
            report_offender(WideSums::infinite(at.sums, t), agents.of[t].x, 1, place.label, now.of_batch, place.tile, a.offender);
        }
    }
}

/** Advances whole tiles of one label from the first on. @tparam KEPT whether energies are */
template <bool KEPT>
__device__ __forceinline__ void advance_whole_tiles(const Advance& a, long long first) {
    unsigned long long noise = a.replicas.noise_column(first);
    HOLD(noise);
    WideAgents<KEPT> agents;
    agents.load(a, first);
    Cursor at = {row_at(a, Given::instant(a, 0), 0), WideSums::place(a, first)};
    int k = 0;
#pragma unroll 1
    do {
        NOTE("main loop, agent-steps", ROWS * WIDE);
        step_wide(a, k, at, noise, agents);
        at.move_on(a);
    } while (++k < a.count);
    agents.store(a, first);
}

/** Advances guidance 0, two tiles to a block; one after the other unless both are whole and of one label. @tparam KEPT as above */
template <bool KEPT>
__device__ __forceinline__ void advance_wide(const Advance& a) {
    long long first = block() * WIDE;
    if (is_plain(a, first, WIDE)) {
        advance_whole_tiles<KEPT>(a, first);
        return;
    }
#pragma unroll 1
    for (long long tile = first; tile < a.tiles && tile < first + WIDE; tile++) {
        advance_tile<Affine<1>, Drawn, 1, 1>(a, tile);
        __syncthreads();  // of the buffer of the sums
    }
}

}  // namespace murmuration
