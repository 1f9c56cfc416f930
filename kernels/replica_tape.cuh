// What the agents of a replica have in common in a step: ensemble.ReplicaTape.
#pragma once

#include "replicas.cuh"
#include "tape.cuh"

namespace murmuration {

/** The tape of a replica. Before its first instruction slots hold the averages, then the normals; averages lie in its state. */
struct ReplicaTape {
    Tape tape;  // none where it has no instructions and no outputs
    unsigned long long seed;
    int outputs;
    int given_from;    // slot of the first average
    int averages;
    int sources;
    int noise_per_step;
};

/** The values of one replica. */
struct ReplicaFrame {
    static constexpr int AGENTS = 1;

    float* slots;
    int stride;  // from one slot to the next
    const float* row;
    const float* fed;

    __device__ __forceinline__ float one(unsigned code, int) const {
        int i = (int)(code & OPERAND_MASK);
        switch (static_cast<OperandPlace>(code >> OPERAND_BITS)) {
            case OperandPlace::SLOT: return slots[i * stride];
            case OperandPlace::TIME: return row[i];
            default: return fed[i];
        }
    }

    __device__ __forceinline__ Values<1> operand(unsigned code) const { return {{one(code, 0)}}; }

    __device__ __forceinline__ void keep_one(unsigned slot, int, float value) const { slots[(int)slot * stride] = value; }
    __device__ __forceinline__ void keep(unsigned slot, const Values<1>& value) const { keep_one(slot, 0, value.of[0]); }
};

/** Number of the noise column of a replica's first agent, who is in row 0. */
__device__ __forceinline__ unsigned long long first_column(const Replicas& replicas, int replica) {
    long long tile = replica / replicas.beside * replicas.tiles_each;
    return (unsigned long long)(replicas.first_column + tile * COLUMNS) + replica % replicas.beside * replicas.columns;
}

/** A normal of the replica, in the order of time the sum of some. @param column of its first agent */
__device__ __forceinline__ float common_normal(const ReplicaTape& t, unsigned long long column, int step, int source) {
    float sum = 0.0f;
    for (int i = 0; i < t.noise_per_step; i++) {
        float fine = noise_normals(round_keys(t.seed), COMMON, column, step * t.noise_per_step + i, source).of[0];
        sum = i == 0 ? fine : sum + fine;
    }
    return sum;
}

/** Runs the tape of a replica. @param averages of a guidance. @param results overwritten [outputs] */
__device__ __forceinline__ void run_replica(
        const ReplicaTape& t, const ReplicaFrame& frame, const double* averages, unsigned long long column, int step, float* results) {
    for (int i = 0; i < t.averages; i++) {
        frame.keep_one(t.given_from + i, 0, (float)averages[i]);
    }
    for (int w = 0; w < t.sources; w++) {
        frame.keep_one(t.given_from + t.averages + w, 0, common_normal(t, column, step, w));
    }
    run_tape(t.tape, frame);
    for (int i = 0; i < t.outputs; i++) {
        results[i] = frame.one(t.tape.outputs[i], 0);
    }
}

}  // namespace murmuration
