// What kernels have in common that are compiled when they are needed: functions that tapes call, and constants.
#pragma once

#include "tape.cuh"

namespace murmuration {

/** A function of a tape, of the four agents of a column. Its calls are spliced in. */
#define TAPE_FUNCTION(name)                                                                                \
    extern "C" __attribute__((used)) __device__ __noinline__ Values<ROWS> tape_##name(Values<ROWS> a) {    \
        return each(a, a, a, [](float x, float, float) { return reproducible_##name(x); });                \
    }

TAPE_FUNCTION(exp)
TAPE_FUNCTION(log)
TAPE_FUNCTION(sin)
TAPE_FUNCTION(cos)
TAPE_FUNCTION(tanh)

extern "C" __attribute__((used)) __device__ __noinline__ Values<ROWS> tape_atan2(Values<ROWS> a, Values<ROWS> b) {
    return each(a, b, a, [](float y, float x, float) { return reproducible_atan2(y, x); });
}

/** A constant of the population, or what the launch says where it is none. */
#define SPLICE_CONSTANT(name, said) asm("// splice constant " #name " %0 %1" : "=r"(said) : "r"(said))

/** Address in global memory. */
__device__ __forceinline__ unsigned long long global(const float* at) { return __cvta_generic_to_global(at); }

}  // namespace murmuration
