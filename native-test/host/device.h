// Gives the words of CUDA C++ a meaning on the CPU, so that kernels/ compiles there as it is. Included before every kernel source.
//
// A block runs on one operating-system thread: its CUDA threads are fibers, switched at barriers and shuffles alone. Between two
// barriers the order of the fibers is free; a kernel without races gives the same bits in every order.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#define __device__
#define __forceinline__ inline
#define __shared__ static thread_local

namespace device {

struct Index {
    unsigned x;
};

extern thread_local Index thread_index;
extern thread_local Index block_index;
extern thread_local Index grid_size;
extern thread_local Index block_size;

/** Waits for every thread of the block. @return whether predicate was true in any of them */
int barrier(int predicate);

/** Shared memory of the block, of the size that its launch gave. */
float* block_memory();

/** Value of the thread `distance` lanes up; its own where there is none. */
float shuffle_down(float value, unsigned distance);

/** Value of a lane of the warp. */
float shuffle_from(float value, unsigned lane);

/** Least of what the threads of the warp offer. */
unsigned reduce_min(unsigned value);

/** Waits for the threads of the warp. */
void warp_barrier();

/** Lets other threads and blocks go on. */
void let_others();

/** What an entry point becomes: parameters by address. */
using Entry = void (*)(const void* parameters);

/** Makes an entry point known by name. */
struct Registration {
    Registration(const char* name, Entry entry, std::size_t parameter_size);
};

}  // namespace device

#define threadIdx (device::thread_index)
#define blockIdx (device::block_index)
#define gridDim (device::grid_size)
#define blockDim (device::block_size)

#define KERNEL(name, Parameters, parameters)                                                       \
    static void name(const Parameters& parameters);                                                \
    static device::Registration name##_registration(                                               \
            #name, [](const void* p) { name(*static_cast<const Parameters*>(p)); }, sizeof(Parameters)); \
    static void name(const Parameters& parameters)

#define KERNEL_FOR(blocks, name, Parameters, parameters) KERNEL(name, Parameters, parameters)

#define NOTE(what, constant)
#define HOLD(value)
#define BLOCK_MEMORY(name) float* name = device::block_memory()

inline void __syncthreads() { device::barrier(0); }
inline int __syncthreads_or(int predicate) { return device::barrier(predicate); }
inline float __shfl_down_sync(unsigned, float value, unsigned distance) { return device::shuffle_down(value, distance); }
inline float __shfl_sync(unsigned, float value, int lane) { return device::shuffle_from(value, static_cast<unsigned>(lane) % 32); }

inline float __shfl_xor_sync(unsigned, float value, unsigned mask) { return device::shuffle_from(value, threadIdx.x % 32 ^ mask); }

inline unsigned __reduce_min_sync(unsigned, unsigned value) { return device::reduce_min(value); }
inline void __syncwarp() { device::warp_barrier(); }

inline void announce(unsigned* number) { __atomic_fetch_add(number, 1u, __ATOMIC_RELEASE); }

inline void wait_for(const unsigned* number, unsigned least) {
    while (__atomic_load_n(number, __ATOMIC_ACQUIRE) < least) {
        device::let_others();
    }
}

inline float __ldcg(const float* at) { return *at; }

inline void copy_ahead(float* shared, const float* from) { *shared = *from; }
inline void await_copies() {}

inline float __fmaf_rn(float a, float b, float c) { return std::fma(a, b, c); }
inline float __fsqrt_rn(float a) { return std::sqrt(a); }
inline float __fdiv_rn(float a, float b) { return a / b; }
inline float sqrt_in_range(float a) { return std::sqrt(a); }
inline float reciprocal_in_range(float a) { return 1.0f / a; }
inline double __dadd_rn(double a, double b) { return a + b; }
inline double __dmul_rn(double a, double b) { return a * b; }
inline double __ddiv_rn(double a, double b) { return a / b; }
inline unsigned __umulhi(unsigned a, unsigned b) { return static_cast<unsigned>((std::uint64_t{a} * b) >> 32); }

inline unsigned long long __umul64hi(unsigned long long a, unsigned long long b) {
    return static_cast<unsigned long long>((static_cast<unsigned __int128>(a) * b) >> 64);
}

inline int __float_as_int(float a) {
    int bits;
    std::memcpy(&bits, &a, sizeof bits);
    return bits;
}

inline float __int_as_float(int bits) {
    float a;
    std::memcpy(&a, &bits, sizeof a);
    return a;
}

inline unsigned long long atomicMin(unsigned long long* at, unsigned long long value) {
    unsigned long long old = __atomic_load_n(at, __ATOMIC_RELAXED);
    while (value < old && !__atomic_compare_exchange_n(at, &old, value, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
    }
    return old;
}

template <class T>
T atomicAdd(T* at, T value) {
    return __atomic_fetch_add(at, value, __ATOMIC_RELAXED);
}
