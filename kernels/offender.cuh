// First (step, agent) that left the representable range: backend.host.Offender over the whole population.
#pragma once

#include "tile_sums.cuh"

namespace murmuration {

/** Magnitude of state or control from which 1024 squares could overflow float32. */
constexpr float LIMIT = 1e17f;

/** Bits of an agent's number in a packed offender; the step within the batch lies above them. */
constexpr int AGENT_BITS = 48;

/**
 * Reports the first agent of a tile whose state is out of range, or the tile's first one if the control alone was. Every thread of
 * the team calls it.
 *
 * @param x state of the four agents of a column [d]. @param offender least packed (step, agent) so far, modified.
 */
template <class X>
__device__ __forceinline__ void report_offender(
        const X& x, int dimension, const int (&label)[ROWS], int step, long long tile, unsigned long long* offender) {
    unsigned long long base = ((unsigned long long)step << AGENT_BITS) + (unsigned long long)(tile * TILE);
    bool found = false;
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        bool out = false;
#pragma unroll 8
        for (int j = 0; j < dimension; j++) {
            out = out || !(fabsf(x(j, r)) < LIMIT);
        }
        if (out && !found && label[r] >= 0) {
            atomicMin(offender, base + (unsigned)(r * COLUMNS) + (unsigned)column());
            found = true;
        }
    }
    if (!team_any(found) && column() == 0) {
        atomicMin(offender, base);
    }
}

}  // namespace murmuration
