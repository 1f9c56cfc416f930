// The sums of one tile in the fixed order, where lanes share columns. A block takes the columns c = q, q + L, ... of a tile through all steps of
// a launch, for one q after the other. The tree of tile_sums.cuh adds those columns among themselves first: c takes c + 128, ..., c + L. Its last
// additions, of what the L passes have, follow once all passes are done.
#pragma once

#include "advance.cuh"
#include "few_sums.cuh"
#include "lane_products.cuh"

namespace murmuration {

/** Sums of a lane at a step that wait for each other: of eight coordinates. */
constexpr int LANE_SUMS = STEERED * SHARE;

/** State and control below this in magnitude, in all columns, cannot be those of an agent that is out of range. */
constexpr float SAFE_LANE = 0.9e34f;

/** What a block keeps in global memory while it advances a tile: at each step of the launch, the first agent out of range, and sums of each pass. */
struct Parts {
    unsigned long long* out;  // place in the tile [count]
    float* sums;              // [L][count][S]
    int passes;               // L
    int count;
    int size;                 // S

    __device__ __forceinline__ explicit Parts(const Advance& a)
        : out((unsigned long long*)(a.scratch + block() * a.scratch_vectors * TILE)), sums((float*)(out + a.count)),
          passes(Lanes(a.dimension).count()), count(a.count), size(a.layout.size()) {}

    /** Where the sums of a pass begin [count][S]. */
    __device__ __forceinline__ float* of(int pass) const { return sums + (long long)pass * count * size; }

    __device__ __forceinline__ void clear() const {
        for (int k = threadIdx.x; k < count; k += COLUMNS) {
            out[k] = TILE;
        }
    }

    /** Notes the lane's first agent that is out of range, if any is. */
    template <class X>
    __device__ __forceinline__ void note(int k, const X& x, const int (&label)[ROWS], int column) const {
        int row = first_out(x, SHARE, label);
        if (row < ROWS) {
            atomicMin(out + k, (unsigned long long)(row * COLUMNS + column));
        }
    }

    /** A sum of the whole tile. @param i number of the sum among those of all steps */
    __device__ __forceinline__ float whole(int i) const {
        float v[MOST_LANES];
#pragma unroll
        for (int pass = 0; pass < MOST_LANES; pass++) {
            v[pass] = pass < passes ? of(pass)[i] : 0.0f;
        }
#pragma unroll
        for (int half = MOST_LANES / 2; half > 0; half /= 2) {
#pragma unroll
            for (int pass = 0; pass < half; pass++) {
                v[pass] = half < passes ? v[pass] + v[pass + half] : v[pass];
            }
        }
        return v[0];
    }

    /** Stores the sums of a tile, and reports the first of its agents that is out of range where one is not finite: offender.cuh. */
    __device__ __forceinline__ void finish(const Advance& a, long long tile) const {
        for (int i = threadIdx.x; i < count * size; i += COLUMNS) {
            int k = i / size;
            float sum = whole(i);
            tile_sums_at(a, k, 0, tile)[a.strides.kind * (i % size)] = sum;
            if (sum * 0.0f != 0.0f) {
                unsigned long long step = (unsigned long long)(a.steps_before + k) << AGENT_BITS;
                atomicMin(a.offender, step + (unsigned long long)(tile * TILE) + out[k] % TILE);
            }
        }
    }
};

/** Departure or control of the agents of a label; 0 for others. */
__device__ __forceinline__ Four only(const int (&label)[ROWS], int l, const Registers<SHARE>& values, int j) {
    Four own;
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        own.of[r] = label[r] == l ? values(j, r) : 0.0f;
    }
    return own;
}

/**
 * Collects the sums of one step after another. Every thread of the block calls every method, in the same order. Column sums wait in shared
 * memory [8 warps][24][32]: what a warp has put there lies apart, and while it puts nothing it may use the place for something else.
 *
 * @tparam SHOWS whether it shows vectors there: then there is one buffer; otherwise one is filled while another is halved, and a barrier is spared
 */
template <bool SHOWS>
struct LaneSums {
    static constexpr int OF_WARP = SHOWS ? Shown::SIZE : LANE_SUMS * WARP;
    static constexpr int BUFFER = OF_WARP * COLUMNS / WARP;

    Lanes lanes;
    int dimension;
    int labels;
    float* buffer;
    int other;  // floats from there to the other one
    int check;  // whether the step may have an agent out of range; the same in every thread
    Registers<SHARE> departures;
    Registers<SHARE> controls;

    /** Floats of shared memory. */
    static constexpr int MEMORY = SHOWS ? BUFFER : 2 * BUFFER;

    /** @param memory shared [MEMORY] */
    __device__ __forceinline__ LaneSums(const Advance& a, float* memory)
        : lanes(a.dimension), dimension(a.dimension), labels(a.layout.labels), buffer(memory), other(MEMORY - BUFFER), check(0) {}

    /** What this warp has of a buffer. */
    static __device__ __forceinline__ float* own(float* buffer) { return buffer + warp() * OF_WARP; }

    /** Takes the lane's coordinate j of the four agents of a column. */
    __device__ __forceinline__ void coordinate(int j, const int (&)[ROWS], const Four& departure, const Four& control) {
        departures.put(j, departure);
        controls.put(j, control);
    }

    /** Ends a step. @param plain whether every agent of the tile has label 0. @param into where its sums of this pass go [S] */
    __device__ __forceinline__ void end(const int (&label)[ROWS], bool plain, float* into) {
        check = 0;
        if (plain) {
            float magnitude = 0.0f;
#pragma unroll
            for (int j = 0; j < SHARE; j++) {
                put(j, ColumnSums(departures.at(j), controls.at(j)), magnitude);
            }
            halve_together(magnitude, into);
            return;
        }
        NOTE("rare", 0);
#pragma unroll 1
        for (int l = 0; l < labels; l++) {
            float magnitude = 0.0f;
#pragma unroll
            for (int j = 0; j < SHARE; j++) {
                put(j, ColumnSums(only(label, l, departures, j), only(label, l, controls, j)), magnitude);
            }
            halve_together(magnitude, into + l * STEERED * dimension);
        }
    }

    __device__ __forceinline__ void put(int j, const ColumnSums& sums, float& magnitude) const {
        sums.put(own(buffer) + STEERED * j * WARP + lane(), WARP);
        magnitude += sums.magnitude();
    }

    /** Sums over the columns of the pass, each by a warp for all lanes. What was copied ahead is there afterwards. */
    __device__ __forceinline__ void halve_together(float magnitude, float* into) {
        await_copies();
        check |= __syncthreads_or(!(magnitude < SAFE_LANE));
#pragma unroll
        for (int n = 0; n < LANE_SUMS; n += COLUMNS / WARP) {
            int s = n + warp();
            float sum = over_lanes(within_lane<OF_WARP>(buffer + s * WARP + lane()), WARP / 2, lanes.count());
            int coordinate = lanes.first() + s / STEERED;
            if (lane() < lanes.count() && coordinate < dimension) {
                into[STEERED * coordinate + s % STEERED] = sum;
            }
        }
        if (SHOWS) {
            __syncthreads();
        }
        buffer += other;
        other = -other;
    }
};

}  // namespace murmuration
