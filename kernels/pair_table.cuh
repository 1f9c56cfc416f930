// What a tape of pairs reads of the agents of every replica: backend.host.PairTable.
#pragma once

#include "replicas.cuh"
#include "tape.cuh"

namespace murmuration {

/** Agents of all replicas, R N of them, number r N + i is agent i of replica r: in this order or in another. */
struct PairTable {
    const float* states;         // [d][1024 T]
    const float* marks;          // [q][1024 T]
    const signed char* labels;   // [1024 T]; null where one label is told
    const unsigned* columns;     // what is read: operands, of which SLOT stands for the label [C]
    const unsigned* order;       // number of the agent at each position; null where positions are numbers
    float* values;               // [R N][C], overwritten
    long long stride;            // 1024 T
    Replicas replicas;
    int width;                   // C
};

/** Place of an agent. @param number r N + i */
__device__ __forceinline__ long long place_of(const Replicas& replicas, long long number) {
    return replicas.place(number / replicas.agents, number % replicas.agents);
}

/** A number of an agent. */
__device__ __forceinline__ float pair_input(const PairTable& t, unsigned column, long long place) {
    long long i = column & OPERAND_MASK;
    switch (static_cast<OperandPlace>(column >> OPERAND_BITS)) {
        case OperandPlace::STATE: return t.states[i * t.stride + place];
        case OperandPlace::MARK: return t.marks[i * t.stride + place];
        default: return t.labels == nullptr ? 1.0f : t.labels[place] + 1.0f;
    }
}

__device__ __forceinline__ void gather_pairs(const PairTable& t) {
    long long agents = t.replicas.count * t.replicas.agents;
    for (long long n = blockIdx.x * (long long)blockDim.x + threadIdx.x; n < agents; n += gridDim.x * (long long)blockDim.x) {
        long long place = place_of(t.replicas, t.order == nullptr ? n : t.order[n]);
        for (int c = 0; c < t.width; c++) {
            t.values[n * t.width + c] = pair_input(t, t.columns[c], place);
        }
    }
}

}  // namespace murmuration
