// Steps of bridges whose coordinates are shared by lanes.
#pragma once

#include "bridge.cuh"
#include "lane_products.cuh"

namespace murmuration {

/**
 * A row of the schedule in shared memory, with vectors [8 L] that end with zeros: the scalars; thetaX, thetaY, gamma, reference and noise; the
 * five numbers of every component, a vector each; log weights [C].
 */
template <int L>
struct LaneBridgeRow {
    static constexpr int UNROLL_DIMENSION = SHARE;
    static constexpr int UNROLL_COMPONENTS = 1;
    static constexpr int WIDTH = Lane<L>::WIDTH;
    static constexpr int NOISE = 4;
    static constexpr int VECTORS = 5;
    using Sum = LaneSum<L>;

    struct Table {
        const float* at;

        __device__ __forceinline__ float operator[](int which) const { return at[which * WIDTH]; }
    };

    float scalars[ROW_SCALARS];
    const float* own;      // this lane's part of the first vector
    const float* weights;  // [C]
    Matrices<L> rotations;
    Shown<L> shown;
    int run_time_components;

    /** @param row copied. @param rotations of full covariances. @param shown room for a vector, for the same */
    __device__ __forceinline__ LaneBridgeRow(const Advance& a, const float* row, float* rotations, float* shown)
        : own(row + ROW_SCALARS + Lane<L>::first()), weights(row + tables(a) + a.components * TABLE_WIDTH * WIDTH),
          rotations{rotations, a.dimension}, shown{shown}, run_time_components(a.components) {
#pragma unroll
        for (int s = 0; s < ROW_SCALARS; s++) {
            scalars[s] = row[s];
        }
    }

    static __device__ __forceinline__ int tables(const Advance&) { return ROW_SCALARS + VECTORS * WIDTH; }

    /** Floats of a row. */
    static __device__ __forceinline__ int size(const Advance& a) { return tables(a) + a.components * (TABLE_WIDTH * WIDTH + 1); }

    /** Where the i-th number of a row of the schedule goes: row_layout.cuh. */
    static __device__ __forceinline__ int place(const Advance& a, int i) {
        int d = a.dimension;
        int n = i - ROW_SCALARS;
        if (n < 4 * d) {
            return n < 0 ? i : ROW_SCALARS + n / d * WIDTH + n % d;
        }
        n -= 4 * d;
        if (n < a.components) {
            return size(a) - a.components + n;
        }
        n -= a.components;
        int unit = n / TABLE_WIDTH;
        return tables(a) + (unit / d * TABLE_WIDTH + n % TABLE_WIDTH) * WIDTH + unit % d;
    }

    /** Copies a row of the schedule ahead. @param into shared, 0 where nothing is copied to */
    static __device__ __forceinline__ void copy(const Advance& a, const float* row, float* into) {
        int used = ROW_SCALARS + 4 * a.dimension + a.components * (1 + TABLE_WIDTH * a.dimension);
        for (int i = threadIdx.x; i < used; i += COLUMNS) {
            copy_ahead(into + place(a, i), row + i);
        }
        if ((int)threadIdx.x < a.dimension) {
            copy_ahead(into + ROW_SCALARS + NOISE * WIDTH + threadIdx.x, row + ROW_NOISE);
        }
    }

    __device__ __forceinline__ int dimension() const { return SHARE; }
    __device__ __forceinline__ int components() const { return run_time_components; }
    __device__ __forceinline__ float scalar(int which) const { return scalars[which]; }
    __device__ __forceinline__ float theta_x(int j) const { return own[j]; }
    __device__ __forceinline__ float theta_y(int j) const { return own[WIDTH + j]; }
    __device__ __forceinline__ float gamma(int j) const { return own[2 * WIDTH + j]; }
    __device__ __forceinline__ float reference(int j) const { return own[3 * WIDTH + j]; }
    __device__ __forceinline__ float noise(int j) const { return own[NOISE * WIDTH + j]; }
    __device__ __forceinline__ float log_weight(int k) const { return weights[k]; }
    __device__ __forceinline__ Table table(int k, int j) const { return {own + (VECTORS + k * TABLE_WIDTH) * WIDTH + j}; }

    /** The lane's part of Q^T v of component k. */
    __device__ __forceinline__ Registers<SHARE> rotate(const float*, int k, const Registers<SHARE>& v) const {
#pragma unroll
        for (int j = 0; j < SHARE; j++) {
            shown.put(j, v.at(j));
        }
        __syncwarp();
        Registers<SHARE> sum = {};
        rotations.add_columns(k, shown, sum);
        __syncwarp();
        return sum;
    }

    /** The lane's part of Q v of component k. */
    __device__ __forceinline__ Registers<SHARE> rotate_back(const float*, int k, const Shown<L>& v) const {
        __syncwarp();
        Registers<SHARE> sum = {};
        rotations.add_rows(k, v, sum);
        __syncwarp();
        return sum;
    }
};

/** Bridges of any number of components, by the schemes euler-maruyama and posterior-mean. */
template <int L, bool DIAGONAL>
struct LaneBridge : Bridge<SHARE, 0, DIAGONAL, false> {
    using Row = LaneBridgeRow<L>;
    static constexpr bool SHOWS = !DIAGONAL;

    struct InLanes : Scratch<Registers<SHARE>, Shown<L>, Registers<SHARE>, None> {
        __device__ __forceinline__ explicit InLanes(float* shown) { this->rotated = {shown}; }
    };

    /** Floats of what is in shared memory for the whole launch. */
    static __device__ __forceinline__ int kept(const Advance& a) { return DIAGONAL ? 0 : a.components * Matrices<L>::SIZE; }

    /** Copies it. @param into 0 where nothing is copied to */
    static __device__ __forceinline__ void keep(const Advance& a, float* into) {
        if constexpr (!DIAGONAL) {
            copy_matrices<L>(a.rotations, a.components, a.dimension, into, copy_ahead);
        }
    }
};

}  // namespace murmuration
