// Many steps of a population of any dimension: states stay in global memory, and so does the scratch of each block.
#pragma once

#include "step.cuh"

namespace murmuration {

/** Vectors of a column in the scratch of this block: increments [d], then those of a step. */
template <bool DIAGONAL, bool DRAW>
struct Workspace {
    using Vector = Column<float>;

    Vector increments;
    Scratch<Vector, Vector, Vector, Vector> step;

    __device__ __forceinline__ Workspace(const Advance& a) {
        float* next = a.scratch + (long long)blockIdx.x * a.scratch_vectors * TILE + threadIdx.x;
        increments = take(next, a.dimension);
        step.h = take(next, a.dimension);
        step.y = take(next, a.dimension);
        step.rotated = take(next, DIAGONAL ? 0 : a.dimension);
        step.u = take(next, DRAW ? a.dimension : 0);
        step.weights = take(next, DRAW ? a.components : 0);
    }

    __device__ __forceinline__ Vector take(float*& next, int length) const {
        Vector vector = {next, TILE};
        next += (long long)length * TILE;
        return vector;
    }
};

/** The k-th step of the launch for one guidance. */
template <bool DIAGONAL, bool DRAW>
__device__ __forceinline__ void step_any(
        const Advance& a, int k, int g, const Place& place, Workspace<DIAGONAL, DRAW>& workspace, TileSums& sums) {
    long long stride = a.tiles * TILE;
    Column<const float> z = {a.starts + place.first(), stride};
    Column<float> energies = {a.energies + g * stride + place.first(), 0};
    Agents<Column<float>> agents = {{a.states + g * a.dimension * stride + place.first(), stride}, energies.at(0)};
    auto row = row_at<0, 0>(a, k, g);
    sums.begin(tile_sums_at(a, k, g, place.tile));
    take_step<DIAGONAL, DRAW>(
            a, row, place, agents, z, workspace.step, workspace.increments, a.first_step + k, sums);
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        energies(0, r) = agents.energy.of[r];
    }
    if (sums.end()) {
        report_offender(agents.x, a.dimension, place.label, a.steps_before + k, place.tile, a.offender);
    }
}

/** Advances every guidance. */
template <bool DIAGONAL, bool DRAW>
__device__ __forceinline__ void advance_any(const Advance& a) {
    TileSums sums(a.labels_told, a.dimension, a.tiles);
    Workspace<DIAGONAL, DRAW> workspace(a);
    for (long long tile = blockIdx.x; tile < a.tiles; tile += gridDim.x) {
        Place place(a, tile);
        for (int k = 0; k < a.count; k++) {
            Increments xi = {a.seed, place.column(), a.first_step + k};
            for (int j = 0; j < a.dimension; j++) {
                Four drawn = xi.at(j);
#pragma unroll
                for (int r = 0; r < ROWS; r++) {
                    workspace.increments(j, r) = drawn.of[r];
                }
            }
            for (int g = 0; g < a.guidances; g++) {
                step_any(a, k, g, place, workspace, sums);
            }
        }
    }
}

}  // namespace murmuration
