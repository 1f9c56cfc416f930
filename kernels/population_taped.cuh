// A population with marks and features at its beginning: backend.host.TapedSampler.
#pragma once

#include "advance_taped.cuh"
#include "marks.cuh"
#include "population.cuh"

namespace murmuration {

/**
 * Outputs of the tape are where an agent that was drawn starts [d], and its features there. Its rows are the functions of time alone; it
 * is run once to place the agents and once more for their features.
 */
struct TapedPopulation {
    Population population;
    Tape tape;
    MarkLaws marks;
    const float* times;
    const float* zeros;  // reference of the first run [channels]
    float* scratch;  // [blocks][vectors][1024]
    int features;
    int label_slot;  // -1 where the label is not read
    int scratch_vectors;
};

/** Takes agents that were drawn to where they start. @param state overwritten */
__device__ __forceinline__ void settle(const TapedPopulation& t, const AgentFrame& frame, const Column<float>& state) {
    run_tape(t.tape, frame);
#pragma unroll 1
    for (int j = 0; j < t.population.dimension; j++) {
        store(state, j, frame.operand(t.tape.outputs[j]));
    }
}

/** Sums of the features about the reference; a cost is 0 at the beginning. */
__device__ __forceinline__ void sum_features(
        const TapedPopulation& t, const int (&label)[ROWS], const AgentFrame& frame, TileSums& sums) {
    const Population& p = t.population;
    run_tape(t.tape, frame);
    for (int f = 0; f < t.features; f++) {
        int channel = p.dimension + f;
        sums.channel(label, departure(frame.operand(t.tape.outputs[channel]), p.reference[channel]), false);
    }
    for (int f = t.features; f < p.layout.features; f++) {
        sums.channel(label, {{0.0f, 0.0f, 0.0f, 0.0f}}, false);
    }
}

/** Puts the agents of one tile where they start, with their marks, and sums them up. */
__device__ __forceinline__ void populate_taped_tile(const TapedPopulation& t, long long tile, float* slots, TileSums& sums) {
    const Population& p = t.population;
    Origin origin(p.law, p.replicas, round_keys(p.seed), tile);
    Column<float> state = draw_tile(p, origin, tile);
    draw_marks(t.marks, p.replicas, round_keys(p.seed), tile, p.tiles);
    int label[ROWS];
    tell_labels(origin, p.layout.labels, label);
    AgentFrame frame = {slots, state.base, t.marks.marks + tile * TILE + column(), nullptr, p.tiles * TILE, t.times, t.zeros};
    frame.keep_labels(t.label_slot, label);
    settle(t, frame, state);
    keep_tile(p, origin, tile, state, sums);
    frame.fed = p.reference;
    sum_features(t, label, frame, sums);
    sums.end();
}

/** Every tile. @tparam Slots where the slots of a block are */
template <class Slots>
__device__ __forceinline__ void populate_taped(const TapedPopulation& t) {
    TileSums sums(t.population.replicas, t.population.layout, t.population.tiles * t.population.replicas.beside);
    float* slots = Slots::of_block(t.scratch, t.scratch_vectors);
    for (long long tile = block(); tile < t.population.tiles; tile += blocks()) {
        populate_taped_tile(t, tile, slots, sums);
    }
}

}  // namespace murmuration
