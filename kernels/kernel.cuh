// How an entry point is declared: one block of 256 threads, one parameter struct by value. A build for another target defines its own.
#pragma once

#ifndef KERNEL
#define KERNEL(name, Parameters, parameters) \
    extern "C" __global__ void __launch_bounds__(256) name(const __grid_constant__ Parameters parameters)

// For kernels a little too large for the 64 or 80 registers that ptxas likes: without the 1 it would spill to get there.
#define ROOMY_KERNEL(name, Parameters, parameters) \
    extern "C" __global__ void __launch_bounds__(256, 1) name(const __grid_constant__ Parameters parameters)
#endif
