// A team is the 256 threads that work on a tile, a thread for each column. A block is one or more teams that share nothing and never wait
// for each other: results do not depend on how many there are.
#pragma once

#include "kernel.cuh"
#include "noise.cuh"

namespace murmuration {

/** Column of a thread. */
__device__ __forceinline__ int column() { return threadIdx.x % COLUMNS; }

/** Number of a team within its block. */
__device__ __forceinline__ unsigned team_of_block() { return threadIdx.x / COLUMNS; }

/** Number of a team among all of the launch. */
__device__ __forceinline__ long long team() { return (long long)blockIdx.x * (blockDim.x / COLUMNS) + team_of_block(); }

/** Teams of the launch. */
__device__ __forceinline__ long long teams() { return (long long)gridDim.x * (blockDim.x / COLUMNS); }

/** Waits for the team. @return whether predicate holds in any of its threads */
__device__ __forceinline__ bool team_any(bool predicate) { return barrier_any(team_of_block(), predicate); }

}  // namespace murmuration
