// Steps of bridges whose coordinates are shared by lanes.
#pragma once

#include "bridge.cuh"
#include "lane_products.cuh"

namespace murmuration {

/**
 * A row of the schedule in shared memory, with vectors [8 L] that end with zeros: the scalars; thetaX, thetaY, gamma, reference and noise; the
 * five numbers of every component, a vector each; log weights [C].
 */
struct LaneBridgeRow {
    static constexpr int UNROLL_DIMENSION = SHARE;
    static constexpr int UNROLL_COMPONENTS = 1;
    static constexpr int NOISE = 4;
    static constexpr int VECTORS = 5;

    struct Table {
        const float* vectors;
        int width;
        int j;

        __device__ __forceinline__ float operator[](int which) const { return (vectors + which * width)[j]; }
    };

    Lanes lanes;

    float scalars[ROW_SCALARS];
    const float* own;      // this lane's part of the first vector
    const float* weights;  // [C]
    Matrices rotations;
    Shown shown;
    int run_time_components;

    /** @param row copied. @param rotations of full covariances. @param shown room for a vector, for the same */
    __device__ __forceinline__ LaneBridgeRow(const Advance& a, const float* row, float* rotations, const Shown& shown)
        : lanes(a.dimension), own(row + ROW_SCALARS + lanes.first()), weights(row + size(a) - a.components),
          rotations{lanes, rotations, a.dimension}, shown(shown), run_time_components(a.components) {
#pragma unroll
        for (int s = 0; s < ROW_SCALARS; s++) {
            scalars[s] = row[s];
        }
    }

    /** Floats of a row. */
    static __device__ __forceinline__ int size(const Advance& a) {
        return ROW_SCALARS + (VECTORS + a.components * TABLE_WIDTH) * Lanes(a.dimension).width() + a.components;
    }

    /** Where the i-th number of a row of the schedule goes: row_layout.cuh. */
    static __device__ __forceinline__ int place(const Advance& a, int i) {
        int d = a.dimension;
        int width = Lanes(d).width();
        int n = i - ROW_SCALARS;
        if (n < 4 * d) {
            return n < 0 ? i : ROW_SCALARS + n / d * width + n % d;
        }
        n -= 4 * d;
        if (n < a.components) {
            return size(a) - a.components + n;
        }
        n -= a.components;
        int unit = n / TABLE_WIDTH;
        return ROW_SCALARS + (VECTORS + unit / d * TABLE_WIDTH + n % TABLE_WIDTH) * width + unit % d;
    }

    /** Copies a row of the schedule ahead. @param into shared, 0 where nothing is copied to */
    static __device__ __forceinline__ void copy(const Advance& a, const float* row, float* into) {
        int used = ROW_SCALARS + 4 * a.dimension + a.components * (1 + TABLE_WIDTH * a.dimension);
        for (int i = threadIdx.x; i < used; i += COLUMNS) {
            copy_ahead(into + place(a, i), row + i);
        }
        if ((int)threadIdx.x < a.dimension) {
            copy_ahead(into + ROW_SCALARS + NOISE * Lanes(a.dimension).width() + threadIdx.x, row + ROW_NOISE);
        }
    }

    __device__ __forceinline__ int dimension() const { return SHARE; }
    __device__ __forceinline__ int components() const { return run_time_components; }
    __device__ __forceinline__ LaneSum sum_from(float start) const { return LaneSum(lanes, start); }
    __device__ __forceinline__ float scalar(int which) const { return scalars[which]; }
    __device__ __forceinline__ float theta_x(int j) const { return own[j]; }
    __device__ __forceinline__ float theta_y(int j) const { return (own + lanes.width())[j]; }
    __device__ __forceinline__ float gamma(int j) const { return (own + 2 * lanes.width())[j]; }
    __device__ __forceinline__ float reference(int j) const { return (own + 3 * lanes.width())[j]; }
    __device__ __forceinline__ float noise(int j) const { return (own + NOISE * lanes.width())[j]; }
    __device__ __forceinline__ float log_weight(int k) const { return weights[k]; }
    __device__ __forceinline__ Table table(int k, int j) const {
        return {own + (VECTORS + k * TABLE_WIDTH) * lanes.width(), lanes.width(), j};
    }

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
    __device__ __forceinline__ Registers<SHARE> rotate_back(const float*, int k, const Shown& v) const {
        __syncwarp();
        Registers<SHARE> sum = {};
        rotations.add_rows(k, v, sum);
        __syncwarp();
        return sum;
    }
};

/** Bridges of any number of components, by the schemes euler-maruyama and posterior-mean. */
template <bool DIAGONAL>
struct LaneBridge : Bridge<SHARE, 0, DIAGONAL, false> {
    using Row = LaneBridgeRow;
    static constexpr bool SHOWS = !DIAGONAL;

    using Vectors = Scratch<Registers<SHARE>, Shown, Registers<SHARE>, None>;

    struct InLanes : Vectors {
        __device__ __forceinline__ explicit InLanes(const Shown& shown) : Vectors{{}, {}, shown, {}, {}} {}
    };

    /** Floats of what is in shared memory for the whole launch. */
    static __device__ __forceinline__ int kept(const Advance& a) { return DIAGONAL ? 0 : a.components * Matrices::size(Lanes(a.dimension)); }

    /** Copies it. @param into 0 where nothing is copied to */
    static __device__ __forceinline__ void keep(const Advance& a, float* into) {
        if constexpr (!DIAGONAL) {
            copy_matrices(a.rotations, a.components, {Lanes(a.dimension), into, a.dimension});
        }
    }
};

}  // namespace murmuration
