// What the language has no word for: how an entry point is declared, memory sized at launch, copies to it, notes in the PTX, how blocks wait
// for each other, and roots and reciprocals of a known range. A build for another target defines its own.
#pragma once

#ifndef KERNEL

/** An entry point with one parameter struct by value, for blocks of at most 256 threads. */
#define KERNEL(name, Parameters, parameters) \
    extern "C" __global__ void __launch_bounds__(256) name(const __grid_constant__ Parameters parameters)

/** The same with registers for so many blocks on a multiprocessor: more, or more registers, than ptxas would choose. */
#define KERNEL_FOR(blocks, name, Parameters, parameters) \
    extern "C" __global__ void __launch_bounds__(256, blocks) name(const __grid_constant__ Parameters parameters)

/** A line of the PTX that kernels/instructions.awk reads, with a constant at its end. It becomes no instruction. */
#define NOTE(what, constant) asm volatile("// note " what " %0" ::"n"(constant))

/** Keeps a 64-bit value as it is, where the compiler would compute it anew in every step. */
#define HOLD(value) asm("" : "+l"(value))

/** Shared floats, as many as the launch asks for. */
#define BLOCK_MEMORY(name) extern __shared__ __align__(16) float name[]

/** Adds one to a number that blocks wait for. Whoever has waited for it sees what was written before. */
__device__ __forceinline__ void announce(unsigned* number) {
    asm volatile("red.release.gpu.add.u32 [%0], 1;" ::"l"(number) : "memory");
}

/** Waits until a number is no less than some. */
__device__ __forceinline__ void wait_for(const unsigned* number, unsigned least) {
    unsigned now;
    do {
        asm volatile("ld.relaxed.gpu.u32 %0, [%1];" : "=r"(now) : "l"(number) : "memory");
    } while (now < least);
    asm volatile("fence.acq_rel.gpu;" ::: "memory");
}

/** Copies a float to shared memory while the thread goes on. */
__device__ __forceinline__ void copy_ahead(float* shared, const float* from) {
    asm volatile("cp.async.ca.shared.global [%0], [%1], 4;" ::"r"((unsigned)__cvta_generic_to_shared(shared)), "l"(from) : "memory");
}

/** Waits for what the thread has copied ahead. */
__device__ __forceinline__ void await_copies() { asm volatile("cp.async.wait_all;" ::: "memory"); }

/**
 * sqrt(a) for a = 0 or 2^-100 <= a <= 2^100, correctly rounded. What __fsqrt_rn does to such a number, without asking whether it is one:
 * a Newton step from 1 / sqrt(a) in the residual form, Markstein, "Computation of elementary functions on the IBM RISC System/6000", 1990.
 */
__device__ __forceinline__ float sqrt_in_range(float a) {
    float inverse;
    asm("rsqrt.approx.ftz.f32 %0, %1;" : "=f"(inverse) : "f"(fmaxf(a, 0x1p-100f)));
    float root = a * inverse;
    return __fmaf_rn(__fmaf_rn(-root, root, a), 0.5f * inverse, root);
}

/** 1 / a for 1 <= a <= 2^100, correctly rounded, or NaN: the same of __frcp_rn. */
__device__ __forceinline__ float reciprocal_in_range(float a) {
    float inverse;
    asm("rcp.approx.ftz.f32 %0, %1;" : "=f"(inverse) : "f"(a));
    return __fmaf_rn(inverse, __fmaf_rn(-a, inverse, 1.0f), inverse);
}

#endif
