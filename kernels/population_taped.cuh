// A population with marks and features at its beginning: backend.host.TapedSampler.
#pragma once

#include "advance_taped.cuh"
#include "marks.cuh"
#include "population.cuh"

namespace murmuration {

/** Outputs of the tape are the features of a start. Its rows are the functions of time alone. */
struct TapedPopulation {
    Population population;
    Tape tape;
    MarkLaws marks;
    const float* times;
    float* scratch;  // [teams][vectors][1024]
    int outputs;
    int label_slot;  // -1 where the label is not read
    int scratch_vectors;
};

/** Sums of the features about the reference; a cost is 0 at the beginning. */
__device__ __forceinline__ void sum_features(
        const TapedPopulation& t, const int (&label)[ROWS], const AgentFrame& frame, TileSums& sums) {
    const Population& p = t.population;
    for (int f = 0; f < p.layout.features; f++) {
        Values<ROWS> none = {{0.0f, 0.0f, 0.0f, 0.0f}};
        Values<ROWS> feature = f < t.outputs ? frame.operand(t.tape.outputs[f]) : none;
        sums.feature(label, departure(feature, f < t.outputs ? p.reference[p.dimension + f] : 0.0f));
    }
}

/** Puts the agents of one tile where they start, with their marks, and sums their features up. */
__device__ __forceinline__ void populate_taped_tile(const TapedPopulation& t, long long tile, float* slots, TileSums& sums) {
    const Population& p = t.population;
    int label[ROWS];
    Column<float> state = populate_tile(p, tile, label, sums);
    draw_marks(t.marks, p.replicas, p.seed, tile, p.tiles);
    AgentFrame frame = {slots, state.base, t.marks.marks + tile * TILE + column(), p.tiles * TILE, t.times, p.reference};
    frame.keep_labels(t.label_slot, label);
    run_tape(t.tape, frame);
    sum_features(t, label, frame, sums);
    sums.end();
}

/** Every tile. @tparam Slots where the slots of a team are */
template <class Slots>
__device__ __forceinline__ void populate_taped(const TapedPopulation& t) {
    TileSums sums(t.population.replicas, t.population.layout, t.population.tiles);
    float* slots = Slots::of_team(t.tape.slots, t.scratch, t.scratch_vectors);
    for (long long tile = team(); tile < t.population.tiles; tile += teams()) {
        populate_taped_tile(t, tile, slots, sums);
    }
}

}  // namespace murmuration
