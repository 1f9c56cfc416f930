// First (step, agent) that left the representable range: backend.host.Offender over the whole population.
#pragma once

#include "tile_sums.cuh"

namespace murmuration {

/** Magnitude of state or control from which 1024 squares could overflow float32. */
constexpr float LIMIT = 1e17f;

/** Bits of an agent's number in a packed offender; the step within the batch lies above them. */
constexpr int AGENT_BITS = 48;

/** The first row of a column whose agent left the range; ROWS if none did. @param x state of the four agents [d] */
template <class X>
__device__ __forceinline__ int first_out(const X& x, int dimension, const int (&label)[ROWS]) {
    int first = ROWS;
#pragma unroll
    for (int r = ROWS - 1; r >= 0; r--) {
        bool out = false;
#pragma unroll 8
        for (int j = 0; j < dimension; j++) {
            out = out || !(fabsf(x(j, r)) < LIMIT);
        }
        first = out && label[r] >= 0 ? r : first;
    }
    return first;
}

/**
 * Where a sum of a tile is NaN or infinite, reports the first of its agents whose state is out of range, or the tile's first one if the
 * control alone was. Every thread of the block calls it.
 *
 * @param infinite whether a sum that this thread has seen is. @param offender least packed (step, agent) so far, modified.
 */
template <class X>
__device__ __forceinline__ void report_offender(
        int infinite, const X& x, int dimension, const int (&label)[ROWS], int step, long long tile, unsigned long long* offender) {
    int row = first_out(x, dimension, label);
    if (!__syncthreads_or(infinite)) {
        return;
    }
    unsigned long long base = ((unsigned long long)step << AGENT_BITS) + (unsigned long long)(tile * TILE);
    if (row < ROWS) {
        atomicMin(offender, base + (unsigned)(row * COLUMNS) + (unsigned)column());
    }
    if (!__syncthreads_or(row < ROWS) && column() == 0) {
        atomicMin(offender, base);
    }
}

}  // namespace murmuration
