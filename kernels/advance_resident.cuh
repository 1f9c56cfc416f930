// Many steps that feed back in one launch, of blocks that are all resident: each advances its tiles, waits for the sums of the others, and
// makes the rows of the next step for itself, in its own memory and in the order of feedback.cuh. So a step has one barrier across blocks.
#pragma once

#include "feedback.cuh"

namespace murmuration {

/** The steps of a launch. */
struct Residence {
    float* sums;         // tile sums of the step after the first [V][T][B], overwritten: steps take turns with those of Advance
    unsigned* arrivals;  // of blocks at the ends of steps, modified; 0 before the launch
    Clock clock;         // at the first step
    int steps;
    int kept_from;       // floats of a block's memory before what it keeps from step to step; a multiple of 4
};

/** A launch of agents that T describes. */
template <class T>
struct Resident {
    T agents;
    FeedBack feedback;
    Residence residence;
};

/** Copies numbers, by all threads of the block. */
template <class T>
__device__ __forceinline__ void copy_by_block(T* to, const T* from, int count) {
#pragma unroll 1
    for (int i = threadIdx.x; i < count; i += GROUP) {
        to[i] = from[i];
    }
}

/** The memory of a block, given out piece by piece, each with a copy of what lies in global memory. */
struct Keeping {
    float* next;

    template <class T>
    __device__ __forceinline__ T* keep(const T* from, int count) {
        T* at = reinterpret_cast<T*>(next);
        copy_by_block(at, from, count);
        next += count * (int)(sizeof(T) / sizeof(float));
        return at;
    }
};

/** What ends steps, with all that it changes in the memory of the block, and its tables too: to wait for other blocks empties the cache. */
__device__ __forceinline__ FeedBack kept(FeedBack f, const Residence& r) {
    BLOCK_MEMORY(memory);
    Keeping keeping = {memory + r.kept_from};
    int entries = f.guidances * f.fed_count;
    f.tape.tape.code = keeping.keep(f.tape.tape.code, f.tape.outputs > 0 ? f.tape.tape.count + 1 : 0);
    f.states = keeping.keep(f.states, f.replicas.count * f.state_size);
    f.fed = keeping.keep(f.fed, f.replicas.count * entries);
    f.tape.tape.outputs = keeping.keep(f.tape.tape.outputs, f.tape.outputs);
    f.averages = keeping.keep(f.averages, f.tape.averages);
    f.feeds = keeping.keep(f.feeds, f.firsts[entries]);
    f.firsts = keeping.keep(f.firsts, entries + 1);
    f.own = keeping.keep(f.own, f.guidances);
    f.clock = &r.clock;
    f.totals_stride = 0;
    f.together = f.replicas.count;
    return f;
}

/** Waits for every block of the launch. @param arrivals as many as there are once all have come */
__device__ __forceinline__ void meet(unsigned* number, unsigned arrivals) {
    __syncthreads();
    if (threadIdx.x == 0) {
        announce(number);
        wait_for(number, arrivals);
    }
    __syncthreads();
}

/** Totals of the step, in the memory of the block. Sums are other blocks' too, so they are not read through the cache of the multiprocessor. */
__device__ __forceinline__ double* totals_here(const FeedBack& f, const float* sums) {
    BLOCK_MEMORY(memory);
    int vectors = f.guidances * f.layout.size() * f.places;
    int count = vectors * (int)f.count;
#pragma unroll 4
    for (int i = threadIdx.x; i < count; i += GROUP) {
        memory[i] = __ldcg(sums + i);
    }
    __syncthreads();
    return combine_here(memory, reinterpret_cast<double*>(memory + (count + 1) / 2 * 2), vectors, (int)f.count);
}

/** The end of a step as every block makes it. @param f in its memory. @param history where the first block keeps the totals [V][P] */
__device__ __forceinline__ void end_step(const FeedBack& f, double* history) {
    if (blockIdx.x == 0) {
        copy_by_block(history, f.totals, f.guidances * f.layout.size() * f.places);
    }
    take_all_means(f, 0);
    __syncthreads();
    make_rows(f, 0);
    __syncthreads();
}

/**
 * Takes every step of a launch.
 *
 * @param a modified: what is taken of it is one step
 * @param advance of the tiles of a block, as a says
 */
template <class Advancing>
__device__ __forceinline__ void take_steps(const Residence& r, const FeedBack& f, Advance& a, const Advancing& advance) {
    FeedBack own = kept(f, r);
    __syncthreads();
    a.fed = own.fed;
    a.clock = own.clock;
    float* const first = a.sums;
#pragma unroll 1
    for (int k = 0; k < r.steps; k++) {
        a.sums = k % 2 == 0 ? first : r.sums;
        a.first_step = a.steps_before = own.step = k;
        advance();
        meet(r.arrivals, (unsigned)(k + 1) * gridDim.x);
        own.totals = totals_here(own, a.sums);
        end_step(own, f.totals + (r.clock.steps_before + k) * f.totals_stride);
    }
    if (blockIdx.x == 0) {
        copy_by_block(f.states, own.states, f.replicas.count * f.state_size);
        copy_by_block(f.fed, own.fed, f.guidances * f.replicas.count * f.fed_count);
    }
}

}  // namespace murmuration
