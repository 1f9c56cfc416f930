// Sums over partners where the tape of pairs is compiled when it is needed: in the PTX of this kernel backend.cuda.PairPtx replaces each line
// that begins with "// splice". Own values, sums of a run and values of a pair are registers that live from one splice to the next.
#pragma once

#include "pair_sums.cuh"
#include "splices.cuh"

namespace murmuration {

/** What evaluates pairs: the operations themselves. */
struct CompiledPairs {
    __device__ __forceinline__ CompiledPairs(const PairSums& p, const PairAgents& agents, const float* row, const float* fed) {
        const float* own[ROWS];
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            own[r] = p.table + (agents.base + agents.at[r]) * p.width;
        }
        asm volatile("// splice own %0 %1 %2 %3 %4 %5"
                     ::"l"(global(own[0])), "l"(global(own[1])), "l"(global(own[2])), "l"(global(own[3])), "l"(global(row)),
                     "l"(global(fed)));
    }

    __device__ __forceinline__ void clear() const { asm volatile("// splice clear %0" ::"r"(0)); }

    __device__ __forceinline__ void add_shared(const float* other) const {
        asm volatile("// splice shared %0" ::"l"(global(other)));
    }

    __device__ __forceinline__ void add_each(const PairOthers& others) const {
        asm volatile("// splice each %0 %1 %2 %3 %4 %5 %6 %7"
                     ::"l"(global(others.at[0])), "l"(global(others.at[1])), "l"(global(others.at[2])), "l"(global(others.at[3])),
                     "r"((int)others.there[0]), "r"((int)others.there[1]), "r"((int)others.there[2]), "r"((int)others.there[3]));
    }

    __device__ __forceinline__ Values<ROWS> run(int f) const {
        Values<ROWS> y;
        asm volatile("// splice run %4 %0 %1 %2 %3" : "=f"(y.of[0]), "=f"(y.of[1]), "=f"(y.of[2]), "=f"(y.of[3]) : "r"(f));
        return y;
    }
};

/** Every tile and run, with what is known of the population in place of what the launch says. */
__device__ __forceinline__ void sum_pairs_compiled(PairSums p) {
    SPLICE_CONSTANT(width, p.width);
    SPLICE_CONSTANT(values, p.values);
    SPLICE_CONSTANT(kind, p.kind);
    SPLICE_CONSTANT(replicas, p.replicas.count);
    SPLICE_CONSTANT(columns, p.replicas.columns);
    sum_pairs<CompiledPairs>(p);
}

}  // namespace murmuration
