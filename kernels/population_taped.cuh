// A population with marks and features at its beginning: backend.host.TapedSampler.
#pragma once

#include "advance_taped.cuh"
#include "marks.cuh"
#include "population.cuh"

namespace murmuration {

/** Outputs of the tape are where an agent starts [d], and its features there. Its rows are the functions of time alone. */
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
    for (int c = p.dimension; c < p.layout.channels(); c++) {
        Values<ROWS> none = {{0.0f, 0.0f, 0.0f, 0.0f}};
        Values<ROWS> feature = c < t.outputs ? frame.operand(t.tape.outputs[c]) : none;
        sums.feature(label, departure(feature, c < t.outputs ? p.reference[c] : 0.0f));
    }
}

/** Takes agents to where the tape says that they start. What a coordinate becomes is a result, or that coordinate as it was. */
__device__ __forceinline__ void settle(const TapedPopulation& t, const AgentFrame& frame, const Column<float>& state) {
    for (int j = 0; j < t.population.dimension; j++) {
        Values<ROWS> start = frame.operand(t.tape.outputs[j]);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            state(j, r) = start.of[r];
        }
    }
}

/** Puts the agents of one tile where they start, with their marks, and sums their features up. */
__device__ __forceinline__ void populate_taped_tile(const TapedPopulation& t, long long tile, float* slots, TileSums& sums) {
    const Population& p = t.population;
    int label[ROWS];
    AgentFrame frame = {
            slots, p.states + tile * TILE + column(), t.marks.marks + tile * TILE + column(), p.tiles * TILE, t.times, p.reference};
    draw_marks(t.marks, p.replicas, p.seed, tile, p.tiles);
    populate_tile(p, tile, label, sums, [&](const Column<float>& state) {
        frame.keep_labels(t.label_slot, label);
        run_tape(t.tape, frame);
        settle(t, frame, state);
    });
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
