// Starts of agents whose coordinates are shared by lanes: those of starts.cuh, to the bit.
#pragma once

#include "advance.cuh"
#include "lanes.cuh"

namespace murmuration {

/** z_i of the lane's coordinates i: starts.cuh. @param column of the tile. @param first coordinate of the lane. @param z overwritten */
__device__ __forceinline__ void draw_lane_starts(
        const Advance& a, const Origin& origin, long long tile, int column, int first, Registers<SHARE>& z) {
    const StartLaw& law = a.law;
    int d = a.dimension;
    int own = d - first;
    int component[ROWS];
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        component[r] = origin.component[r] < 0 ? 0 : origin.component[r];
        long long agent = a.replicas.agent(tile, r, column);
        const float* from = law.means + component[r] * d;
        if (law.listed_count > 0) {
            from = law.listed + (agent < 0 ? 0 : agent % law.listed_count) * d;
        }
        from += first;
#pragma unroll
        for (int i = 0; i < SHARE; i++) {
            z(i, r) = i < own ? from[i] : 0.0f;
        }
    }
    int down = law.diagonal ? 1 : d;
    int begin = law.diagonal ? 0 : -first;
    int end = law.listed_count > 0 ? begin : law.diagonal && own > SHARE ? SHARE : own;
#pragma unroll 1
    for (int j = begin; j < end; j++) {
        Four xi = noise_normals(a.keys, START, a.replicas.noise_column(tile, column), 0, first + j);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            const float* factor = law.factors + (component[r] * d + first) * down + (law.diagonal ? 0 : first + j);
#pragma unroll
            for (int i = 0; i < SHARE; i++) {
                if (i < own && (!law.diagonal || i == j)) {
                    z(i, r) = __fmaf_rn(factor[i * down], xi.of[r], z(i, r));
                }
            }
        }
    }
}

}  // namespace murmuration
