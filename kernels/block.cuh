// A block is the 256 threads that work on a tile, a thread for each column.
#pragma once

#include "kernel.cuh"
#include "noise.cuh"

namespace murmuration {

constexpr int WARP = 32;

/** Column of a thread. */
__device__ __forceinline__ int column() { return threadIdx.x; }

/** Warp of a thread within its block. */
__device__ __forceinline__ int warp() { return (int)(threadIdx.x / WARP); }

/** Number of a thread within its warp. */
__device__ __forceinline__ int lane() { return (int)(threadIdx.x % WARP); }

/** Number of a block among all of the launch. */
__device__ __forceinline__ long long block() { return blockIdx.x; }

/** Blocks of the launch. */
__device__ __forceinline__ long long blocks() { return gridDim.x; }

}  // namespace murmuration
