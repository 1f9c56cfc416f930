// Affine steps of a large population of one coordinate under one guidance: a thread has a column of each of two tiles. They share the
// row, the barrier and the halving of sums of every step. The bits are those of advance_small.cuh.
#pragma once

#include "advance_small.cuh"
#include "affine.cuh"

namespace murmuration {

/** Tiles of a block: backend.cuda.KernelSet. */
constexpr int WIDE = 2;

/** The sums of whole tiles of one coordinate and one label: a warp has one of them. */
struct WideSums {
    static constexpr int SUMS = STEERED * WIDE;
    static_assert(SUMS == BUFFERED && SUMS <= COLUMNS / WARP, "each half of the buffer holds the sums of a step");

    float* columns;   // column sums of this thread, in the half of the buffer that is filled
    int other;        // floats to the other half
    int tile;         // that is added to
    float stored;     // the sum of the step that this thread has stored; 0 if none
    float magnitude;  // of the column sums of the step

    __device__ __forceinline__ WideSums()
        : columns(column_buffer() + column()), other(SUMS * COLUMNS), tile(0), stored(0.0f), magnitude(0.0f) {}

    /** Floats from the first sum of the first tile to that of this warp. @param stride from a sum of a tile to its next */
    static __device__ __forceinline__ long long place(long long stride) { return stride * (warp() % STEERED) + warp() / STEERED; }

    /** Adds the four agents of a column of the tile. */
    __device__ __forceinline__ void coordinate(int, const int (&)[ROWS], const Four& departure, const Four& control) {
        ColumnSums sums(departure, control);
        sums.put(columns + STEERED * tile * COLUMNS);
        magnitude = tile == 0 ? sums.magnitude() : magnitude + sums.magnitude();
    }

    /** Halves the columns. @param to where the sum of this warp goes. @return whether any sum may be NaN or infinite; the same in every thread */
    __device__ __forceinline__ bool end(float* to) {
        bool check = __syncthreads_or(!(magnitude < SAFE_COLUMN));
        if (warp() < SUMS) {
            NOTE("eighths of the warps", SUMS);
            float total = halve(of_warp(columns));
            if (lane() == 0) {
                *to = total;
                stored = total;
            }
        }
        columns += other;
        other = -other;
        return check;
    }

    /** Whether this thread has stored a sum of a tile, and it is NaN or infinite. */
    __device__ __forceinline__ bool infinite(int of) const { return warp() / STEERED == of && stored * 0.0f != 0.0f; }
};

/** Place of a whole tile of label 0. @param noise number of the noise column of the first tile of the block */
__device__ __forceinline__ Place whole_place(long long first, unsigned long long noise, int t) {
    return {first + t, noise + t * COLUMNS, {0, 0, 0, 0}};
}

/** The k-th step of the launch. @param noise see above. @param copies modified */
__device__ __forceinline__ void step_wide(
        const Advance& a, int k, const Cursor& at, unsigned long long noise, Copies<1, 1> (&copies)[WIDE], WideSums& sums) {
    Instant now = Given::instant(a, k);
    long long first = block() * WIDE;
#pragma unroll
    for (int t = 0; t < WIDE; t++) {
        Place place = whole_place(first, noise, t);
        Affine<1>::InRegisters scratch;
        Moment<Affine<1>::Row> moment(a, at.row, Given::changed(a, place, 0, at.row), now.number);
        sums.tile = t;
        Affine<1>::step(moment, place, copies[t].of[0], None(), scratch, Drawn::at(a, now, place), sums);
    }
    if (sums.end(at.sums)) {
        NOTE("rare", 0);
#pragma unroll
        for (int t = 0; t < WIDE; t++) {
            Place place = whole_place(first, noise, t);
            report_offender(sums.infinite(t), copies[t].of[0].x, 1, place.label, now.of_batch, place.tile, a.offender);
        }
    }
}

/** Advances whole tiles of one label from the first on. */
__device__ __forceinline__ void advance_whole_tiles(const Advance& a, long long first) {
    unsigned long long noise = a.replicas.noise_column(first);
    HOLD(noise);
    Copies<1, 1> copies[WIDE];
#pragma unroll
    for (int t = 0; t < WIDE; t++) {
        copies[t].load(a, whole_place(first, noise, t));
    }
    WideSums sums;
    Cursor at(a, first);
    at.sums += WideSums::place(a.strides.kind);
#pragma unroll 1
    for (int k = 0; k < a.count; k++) {
        NOTE("main loop, agent-steps", ROWS * WIDE);
        step_wide(a, k, at, noise, copies, sums);
        at.move_on(a);
    }
#pragma unroll
    for (int t = 0; t < WIDE; t++) {
        copies[t].store(a, whole_place(first, noise, t));
    }
}

/** Advances guidance 0, two tiles to a block; one after the other where they are not all whole and of one label. */
__device__ __forceinline__ void advance_wide(const Advance& a) {
    long long first = block() * WIDE;
    if (first + WIDE <= a.tiles && is_plain(a, first, WIDE)) {
        advance_whole_tiles(a, first);
        return;
    }
#pragma unroll 1
    for (long long tile = first; tile < a.tiles && tile < first + WIDE; tile++) {
        advance_tile<Affine<1>, Drawn, 1, 1>(a, tile);
        __syncthreads();  // of the buffer of the sums
    }
}

}  // namespace murmuration
