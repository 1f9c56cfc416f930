// Starts of agents whose coordinates are shared by lanes: those of starts.cuh, to the bit.
#pragma once

#include "lanes.cuh"
#include "starts.cuh"

namespace murmuration {

/** z_i of the lane's coordinates i: starts.cuh. @param column of the tile. @param first coordinate of the lane. @param z overwritten */
template <int L>
__device__ __forceinline__ void draw_lane_starts(
        const StartLaw& law, const Replicas& replicas, const Origin& origin, const RoundKeys& keys, long long tile, int column, int d,
        int first, Registers<SHARE>& z) {
    const float* means[ROWS];
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        long long agent = replicas.agent(tile, r, column);
        means[r] = law.listed_count > 0 ? law.listed + (agent < 0 ? 0 : agent % law.listed_count) * d
                                        : law.means + (origin.component[r] < 0 ? 0 : origin.component[r]) * (long long)d;
#pragma unroll
        for (int i = 0; i < SHARE; i++) {
            z(i, r) = first + i < d ? means[r][first + i] : 0.0f;
        }
    }
    int begin = law.diagonal ? first : 0;
    int end = law.listed_count > 0 ? 0 : law.diagonal && first + SHARE < d ? first + SHARE : d;
#pragma unroll 1
    for (int j = begin; j < end; j++) {
        Four xi = noise_normals(keys, START, replicas.noise_column(tile, column), 0, j);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            long long component = origin.component[r] < 0 ? 0 : origin.component[r];
#pragma unroll
            for (int i = 0; i < SHARE; i++) {
                if (first + i < d && (!law.diagonal || first + i == j)) {
                    long long coordinate = component * d + first + i;
                    z(i, r) = __fmaf_rn(law.factors[law.diagonal ? coordinate : coordinate * d + j], xi.of[r], z(i, r));
                }
            }
        }
    }
}

}  // namespace murmuration
