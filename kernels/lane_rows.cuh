// Rows of the schedule in shared memory as lanes read them: vectors padded with zeros to the coordinates of all lanes. While a step is taken
// the row of the next is copied.
#pragma once

#include "advance.cuh"
#include "lane_products.cuh"
#include "row_layout.cuh"

namespace murmuration {

/** A row of a bridge: the scalars, vectors [8 L], for each component five vectors [8 L], and log weights [C]. */
template <int L>
struct LaneRow {
    // Loops of unknown length stay loops.
    static constexpr int UNROLL_DIMENSION = SHARE;
    static constexpr int UNROLL_COMPONENTS = 1;
    static constexpr int WIDTH = Lane<L>::WIDTH;
    static constexpr int NOISE = 4;    // vector after those that means may change: the noise, and 0 beyond the last coordinate
    static constexpr int VECTORS = 5;
    using Sum = LaneSum<L>;

    struct Table {
        const float* at;

        __device__ __forceinline__ float operator[](int which) const { return at[which * WIDTH]; }
    };

    float scalars[ROW_SCALARS];
    const float* own;      // this lane's part of the first vector, shared
    const float* weights;  // shared [C]
    Products<L> products;  // of the rotations of components, if covariances are full
    int run_time_components;

    /** @param row shared, copied whole */
    __device__ __forceinline__ LaneRow(const Advance& a, const float* row, const Products<L>& products)
        : own(row + ROW_SCALARS + Lane<L>::first()), weights(row + ROW_SCALARS + (VECTORS + a.components * TABLE_WIDTH) * WIDTH),
          products(products), run_time_components(a.components) {
#pragma unroll
        for (int s = 0; s < ROW_SCALARS; s++) {
            scalars[s] = row[s];
        }
    }

    /** Floats of a row. */
    static __device__ __forceinline__ int size(const Advance& a) {
        return ROW_SCALARS + (VECTORS + a.components * TABLE_WIDTH) * WIDTH + a.components;
    }

    /** Where the i-th number of the schedule's row goes. */
    static __device__ __forceinline__ int place(const Advance& a, int i) {
        int d = a.dimension;
        int n = i - ROW_SCALARS;
        if (n < 4 * d) {
            return n < 0 ? i : ROW_SCALARS + n / d * WIDTH + n % d;
        }
        n -= 4 * d;
        int tables = ROW_SCALARS + VECTORS * WIDTH;
        if (n < a.components) {
            return tables + a.components * TABLE_WIDTH * WIDTH + n;
        }
        n -= a.components;
        int unit = n / TABLE_WIDTH;
        return tables + (unit / d * TABLE_WIDTH + n % TABLE_WIDTH) * WIDTH + unit % d;
    }

    /** Starts to copy a row. @param row of the schedule. @param into shared, with zeros beyond the last coordinate */
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
        Registers<SHARE> sum = {};
        products.show(v);
        products.add_columns(k, sum);
        products.hide();
        return sum;
    }

    /** The lane's part of Q v of component k. */
    __device__ __forceinline__ Registers<SHARE> rotate_back(const float*, int k, const Registers<SHARE>& v) const {
        Registers<SHARE> sum = {};
        products.show(v);
        products.add_rows(k, sum);
        products.hide();
        return sum;
    }
};

}  // namespace murmuration
