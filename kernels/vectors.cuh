// Per-thread vectors [length][4]: one number per coordinate (or component) for each of the four agents of a column.
#pragma once

#include "noise.cuh"

namespace murmuration {

/** In registers; every index must be known when compiled. */
template <int LENGTH>
struct Registers {
    float value[LENGTH * ROWS];

    __device__ __forceinline__ float& operator()(int j, int r) { return value[j * ROWS + r]; }
    __device__ __forceinline__ float operator()(int j, int r) const { return value[j * ROWS + r]; }
    __device__ __forceinline__ Four at(int j) const {
        return {{value[j * ROWS], value[j * ROWS + 1], value[j * ROWS + 2], value[j * ROWS + 3]}};
    }

    __device__ __forceinline__ void put(int j, const Four& four) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            value[j * ROWS + r] = four.of[r];
        }
    }
};

/** In global memory, of any length: a column of a tile in an array [length][stride]. */
template <class T>
struct Column {
    T* base;
    long long stride;

    __device__ __forceinline__ T& operator()(int j, int r) const { return base[j * stride + r * COLUMNS]; }
    __device__ __forceinline__ Four at(int j) const {
        const T* row = base + j * stride;
        return {{row[0], row[COLUMNS], row[2 * COLUMNS], row[3 * COLUMNS]}};
    }

    __device__ __forceinline__ void put(int j, const Four& four) const {
        T* row = base + j * stride;
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            row[r * COLUMNS] = four.of[r];
        }
    }
};

/** Stands for a vector that a kernel does not need. */
struct None {};

/** Copies length coordinates of the four agents. @param to modified. */
template <class To, class From>
__device__ __forceinline__ void copy(To& to, const From& from, int length) {
#pragma unroll 8
    for (int j = 0; j < length; j++) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            to(j, r) = from(j, r);
        }
    }
}

}  // namespace murmuration
