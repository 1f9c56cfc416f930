// The sums of one tile of 1024 agents in the fixed shape of ensemble.SumTree: float32, in turn over the four rows of a column, then
// column c takes c + 128, c + 64, ..., 1; fewer columns for each of the replicas that share a tile.
#pragma once

#include "replicas.cuh"
#include "vectors.cuh"

namespace murmuration {

constexpr int WARP = 32;

/** Sums whose columns wait in shared memory before they are halved together, one warp per sum: of two coordinates, or of three. */
constexpr int BUFFERED = 6;

/** 256 column sums below this in magnitude cannot add up to infinity. */
constexpr float SAFE_COLUMN = 1e35f;

/** Sums of a coordinate: of agents that are steered, and of others. */
constexpr int STEERED = 3;
constexpr int UNSTEERED = 2;

/** Where each sum of a reduction lies: ensemble.SumLayout. */
struct SumLayout {
    int labels;
    int dimension;
    int width;     // sums of a coordinate
    int features;  // one sum each

    __device__ __forceinline__ int of_label() const { return dimension * width + features; }
    __device__ __forceinline__ int size() const { return labels * of_label(); }
    __device__ __forceinline__ int channels() const { return dimension + features; }

    /** Where the sums of a channel begin. */
    __device__ __forceinline__ int at(int label, int channel) const {
        int beyond = channel > dimension ? channel - dimension : 0;
        return label * of_label() + (channel - beyond) * width + beyond;
    }

    /** Place of the n-th sum where channel comes after channel, and of each label after label. */
    __device__ __forceinline__ int place(int n) const {
        int coordinates = labels * dimension * width;
        int unit = n < coordinates ? n / width : labels * dimension + n - coordinates;
        return at(unit % labels, unit / labels) + (n < coordinates ? n % width : 0);
    }
};

/** Sum of 256 column sums, by one warp; valid in lane 0. @param columns shared [256] */
__device__ __forceinline__ float halve(const float* columns, int lane) {
    float v[8];
#pragma unroll
    for (int m = 0; m < 8; m++) {
        v[m] = columns[lane + m * WARP];
    }
#pragma unroll
    for (int half = 4; half > 0; half /= 2) {
#pragma unroll
        for (int m = 0; m < half; m++) {
            v[m] += v[m + half];
        }
    }
#pragma unroll
    for (int half = WARP / 2; half > 0; half /= 2) {
        v[0] += __shfl_down_sync(0xffffffffu, v[0], half);
    }
    return v[0];
}

/** Shared floats of a team. */
constexpr int TEAM_FLOATS = 2 * BUFFERED * COLUMNS;

/** Shared [2][BUFFERED][256] of the team: one half is filled while the other is halved, so one barrier per flush is enough. */
__device__ __forceinline__ float* column_buffer() {
    BLOCK_MEMORY(memory);
    return memory + team_of_block() * TEAM_FLOATS;
}

/** Collects the sums of one tile after another. Every thread of the team calls every method, in the same order. */
struct TileSums {
    const Replicas& replicas;
    SumLayout layout;
    long long slots;
    float* into;
    int parity;
    int slot;
    int done;
    bool suspicious;
    bool unbounded;

    __device__ __forceinline__ TileSums(const Replicas& replicas, const SumLayout& layout, long long tiles)
        : replicas(replicas), layout(layout), slots(tiles * replicas.beside), into(nullptr), parity(0), slot(0), done(0),
          suspicious(false), unbounded(false) {}

    /** Starts a tile. @param all where the sums of all tiles go [S][tiles][replicas side by side] */
    __device__ __forceinline__ void begin(float* all, long long tile) {
        into = all + tile * replicas.beside;
        done = 0;
        unbounded = false;
    }

    /** Adds coordinate j of the four agents of a column, label by label. Coordinates come in increasing order. @param label -1: none */
    __device__ __forceinline__ void coordinate(const int (&label)[ROWS], const Four& departure, const Four& control) {
#pragma unroll 1
        for (int l = 0; l < layout.labels; l++) {
            put_powers(label, l, departure);
            float power = 0.0f;
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                float u = label[r] == l ? control.of[r] : 0.0f;
                power = __fmaf_rn(u, u, power);
            }
            put(power);
            flush_if_full();
        }
    }

    /** The same of agents without control; power is 0 where it is summed. */
    __device__ __forceinline__ void coordinate(const int (&label)[ROWS], const Four& departure) {
#pragma unroll 1
        for (int l = 0; l < layout.labels; l++) {
            put_powers(label, l, departure);
            if (layout.width == STEERED) {
                put(0.0f);
            }
            flush_if_full();
        }
    }

    /** Adds a feature of the four agents, after all coordinates. */
    __device__ __forceinline__ void feature(const int (&label)[ROWS], const Four& departure) {
#pragma unroll 1
        for (int l = 0; l < layout.labels; l++) {
            float first = 0.0f;
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                first += label[r] == l ? departure.of[r] : 0.0f;
            }
            put(first);
            flush_if_full();
        }
    }

    /** Ends a tile. @return whether any of its sums is NaN or infinite; the same in every thread. */
    __device__ __forceinline__ bool end() {
        if (slot > 0) {
            flush();
        }
        return unbounded;
    }

    /** First and second powers of the agents of a label. */
    __device__ __forceinline__ void put_powers(const int (&label)[ROWS], int l, const Four& departure) {
        float first = 0.0f;
        float second = 0.0f;
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            float x = label[r] == l ? departure.of[r] : 0.0f;
            first += x;
            second = __fmaf_rn(x, x, second);
        }
        put(first);
        put(second);
    }

    __device__ __forceinline__ void put(float sum) {
        column_buffer()[(parity * BUFFERED + slot) * COLUMNS + column()] = sum;
        suspicious = suspicious || !(fabsf(sum) < SAFE_COLUMN);
        slot++;
    }

    /** The sums of a coordinate divide what there is room for, and features come last: none is split. */
    __device__ __forceinline__ void flush_if_full() {
        if (slot == BUFFERED) {
            flush();
        }
    }

    __device__ __forceinline__ void flush() {
        bool check = team_any(suspicious);
        bool found = replicas.columns == COLUMNS ? halve_whole() : halve_parts();
        if (check) {
            unbounded = team_any(found) || unbounded;
        }
        parity ^= 1;
        done += slot;
        slot = 0;
        suspicious = false;
    }

    /** Sums of the whole tile, one warp each. @return whether this thread saw one that is NaN or infinite */
    __device__ __forceinline__ bool halve_whole() {
        bool found = false;
        int lane = column() % WARP;
#pragma unroll 1
        for (int s = column() / WARP; s < slot; s += COLUMNS / WARP) {
            float total = halve(column_buffer() + (parity * BUFFERED + s) * COLUMNS, lane);
            if (lane == 0) {
                into[layout.place(done + s) * slots] = total;
                found = found || total * 0.0f != 0.0f;
            }
        }
        return found;
    }

    /** The same for each of the replicas that share the tile, all sums in step. */
    __device__ __forceinline__ bool halve_parts() {
        float* own = column_buffer() + parity * BUFFERED * COLUMNS + column();
        int part = column() / replicas.columns;
        int within = column() % replicas.columns;
        bool anyones = part < replicas.beside;
#pragma unroll 1
        for (int left = replicas.columns; left > 1; left = (left + 1) / 2) {
            int half = (left + 1) / 2;
#pragma unroll 1
            for (int s = 0; anyones && within < left - half && s < slot; s++) {
                own[s * COLUMNS] += own[s * COLUMNS + half];
            }
            team_any(false);
        }
        bool found = false;
#pragma unroll 1
        for (int s = 0; anyones && within == 0 && s < slot; s++) {
            into[layout.place(done + s) * slots + part] = own[s * COLUMNS];
            found = found || own[s * COLUMNS] * 0.0f != 0.0f;
        }
        return found;
    }
};

}  // namespace murmuration
