// What the language has no word for: how an entry point is declared, memory sized at launch, and barriers for a part of a block. A
// build for another target defines its own.
#pragma once

#ifndef KERNEL

/** An entry point with one parameter struct by value. @param most threads of a block, a multiple of 256 */
#define KERNEL(most, name, Parameters, parameters) \
    extern "C" __global__ void __launch_bounds__(most) name(const __grid_constant__ Parameters parameters)

/** For kernels a little too large for the 64 or 80 registers that ptxas likes: without the 1 it would spill to get there. */
#define ROOMY_KERNEL(most, name, Parameters, parameters) \
    extern "C" __global__ void __launch_bounds__(most, 1) name(const __grid_constant__ Parameters parameters)

/** Shared floats, as many as the launch asks for. */
#define BLOCK_MEMORY(name) extern __shared__ float name[]

/** Waits for 256 threads, whole warps, that give the same barrier of the block, 0 to 15. @return whether predicate holds in any of them */
__device__ __forceinline__ bool barrier_any(unsigned barrier, bool predicate) {
    int any;
    asm volatile(
            "{ .reg .pred mine, any; setp.ne.s32 mine, %1, 0; bar.red.or.pred any, %2, 256, mine; selp.s32 %0, 1, 0, any; }"
            : "=r"(any) : "r"((int)predicate), "r"(barrier) : "memory");
    return any != 0;
}

#endif
