// How an entry point is declared: one block of 256 threads, one parameter struct by value. A build for another target defines its own.
#pragma once

#ifndef KERNEL
#define KERNEL(name, Parameters, parameters) \
    extern "C" __global__ void __launch_bounds__(256) name(const __grid_constant__ Parameters parameters)
#endif
