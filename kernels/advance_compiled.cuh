// One step of agents whose tape is compiled when it is needed. In the PTX of such kernels backend.cuda.StepPtx replaces each line that
// begins with "// splice": by a constant of the population, or by operations of its tape, whose values are registers.
#pragma once

#include "advance_taped.cuh"
#include "splices.cuh"

namespace murmuration {

/** What evaluates the tape of a column: the operations themselves. */
struct Compiled {
    static constexpr int UNROLLED = 4;  // ptxas removes what constants exclude, but does not unroll

    const TapedAdvance& t;
    AgentFrame frame;

    __device__ __forceinline__ void take_normals(int source, const Four& x) const {
        asm volatile("// splice normals %0 %1 %2 %3 %4" ::"r"(source), "f"(x.of[0]), "f"(x.of[1]), "f"(x.of[2]), "f"(x.of[3]));
    }

    __device__ __forceinline__ void take_labels(const int (&label)[ROWS]) const {
        asm volatile("// splice labels %0 %1 %2 %3"
                     ::"f"(label[0] + 1.0f), "f"(label[1] + 1.0f), "f"(label[2] + 1.0f), "f"(label[3] + 1.0f));
    }

    __device__ __forceinline__ void run() const {
        asm volatile("// splice tape %0 %1 %2 %3 %4 %5"
                     ::"l"(global(frame.states)), "l"(global(frame.marks)), "l"(frame.stride), "l"(global(frame.row)),
                     "l"(frame.fed), "l"(global(frame.pairs))
                     : "memory");
    }

    __device__ __forceinline__ Values<ROWS> output(int c) const {
        Values<ROWS> y;
        asm volatile("// splice output %4 %0 %1 %2 %3" : "=f"(y.of[0]), "=f"(y.of[1]), "=f"(y.of[2]), "=f"(y.of[3]) : "r"(c));
        return y;
    }
};

/** Puts what is known of the population in place of what the launch says. @param layout modified */
__device__ __forceinline__ void know(SumLayout& layout) {
    SPLICE_CONSTANT(labels, layout.labels);
    SPLICE_CONSTANT(dimension, layout.dimension);
    SPLICE_CONSTANT(width, layout.width);
    SPLICE_CONSTANT(features, layout.features);
}

/** The same of all that a step reads. */
__device__ __forceinline__ TapedAdvance known(TapedAdvance t) {
    SPLICE_CONSTANT(sources, t.sources);
    SPLICE_CONSTANT(noise_per_step, t.noise_per_step);
    SPLICE_CONSTANT(label_slot, t.label_slot);
    SPLICE_CONSTANT(pairs, t.pair_count);
    SPLICE_CONSTANT(dimension, t.advance.dimension);
    SPLICE_CONSTANT(guidances, t.advance.guidances);
    SPLICE_CONSTANT(replicas, t.advance.replicas.count);
    SPLICE_CONSTANT(columns, t.advance.replicas.columns);
    SPLICE_CONSTANT(beside, t.advance.replicas.beside);
    int drawn = t.advance.normals == nullptr;
    SPLICE_CONSTANT(drawn, drawn);
    t.advance.normals = drawn ? nullptr : t.advance.normals;
    int energies = t.advance.energies != nullptr;
    SPLICE_CONSTANT(energies, energies);
    t.advance.energies = energies ? t.advance.energies : nullptr;
    know(t.advance.layout);
    return t;
}

/** And of what ends it. */
__device__ __forceinline__ FeedBack known(FeedBack f) {
    SPLICE_CONSTANT(guidances, f.guidances);
    SPLICE_CONSTANT(replicas, f.replicas.count);
    know(f.layout);
    return f;
}

}  // namespace murmuration
