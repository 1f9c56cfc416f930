// One step of agents whose model is a tape: backend.scalar.ScalarTapeKernel. A block has one tile of one guidance after the other.
#pragma once

#include "advance_resident.cuh"
#include "tape.cuh"

namespace murmuration {

/**
 * One step. Before its first instruction slots hold a normal for each source, then the label if the tape reads it; outputs are the state
 * after the step [d], features, and what the step costs where agents have a cost.
 */
struct TapedAdvance {
    Advance advance;
    Tape tape;
    const float* marks;  // [q][1024 T]
    const float* pairs;  // pair means [G][f][1024 T]
    int given_from;      // slot of the first normal
    int sources;
    int noise_per_step;  // normals that one of a source is the sum of
    int label_slot;      // -1 where the label is not read
    int pair_count;      // f
};

/** The values of the four agents of a column: slots [slots][1024], states, marks and pair means [length][stride], one row. */
struct AgentFrame {
    static constexpr int AGENTS = ROWS;

    float* slots;
    const float* states;
    const float* marks;
    const float* pairs;
    long long stride;
    const float* row;
    const float* fed;

    /** Whether every agent has a value of its own. */
    static __device__ __forceinline__ bool own(unsigned code) { return code >> OPERAND_BITS <= (unsigned)OperandPlace::PAIR; }

    /** A number of the column, its first agent's; from one agent to the next are COLUMNS floats, or none. */
    __device__ __forceinline__ const float* in_memory(unsigned code) const {
        int i = (int)(code & OPERAND_MASK);
        switch (static_cast<OperandPlace>(code >> OPERAND_BITS)) {
            case OperandPlace::STATE: return states + i * stride;
            case OperandPlace::MARK: return marks + i * stride;
            case OperandPlace::PAIR: return pairs + i * stride;
            case OperandPlace::TIME: return row + i;
            default: return fed + i;
        }
    }

    __device__ __forceinline__ Values<ROWS> operand(unsigned code) const {
        if (code <= OPERAND_MASK) {
            const float* at = slots + code * TILE;
            return {{at[0], at[COLUMNS], at[2 * COLUMNS], at[3 * COLUMNS]}};
        }
        const float* at = in_memory(code);
        int next = own(code) ? COLUMNS : 0;
        return {{at[0], at[next], at[2 * next], at[3 * next]}};
    }

    /** The r-th agent's value. */
    __device__ __forceinline__ float one(unsigned code, int r) const {
        return code <= OPERAND_MASK ? slots[code * TILE + r * COLUMNS] : in_memory(code)[own(code) ? r * COLUMNS : 0];
    }

    __device__ __forceinline__ void keep_one(unsigned slot, int r, float value) const { slots[slot * TILE + r * COLUMNS] = value; }

    __device__ __forceinline__ void keep(unsigned slot, const Values<ROWS>& value) const {
        float* at = slots + slot * TILE;
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            at[r * COLUMNS] = value.of[r];
        }
    }

    __device__ __forceinline__ void keep_labels(int slot, const int (&label)[ROWS]) const {
        if (slot >= 0) {
            keep((unsigned)slot, {{label[0] + 1.0f, label[1] + 1.0f, label[2] + 1.0f, label[3] + 1.0f}});
        }
    }
};

/** Slots in shared memory. */
struct SharedSlots {
    static __device__ __forceinline__ float* of_block(float*, int) {
        BLOCK_MEMORY(memory);
        return memory + column();
    }
};

/** Slots in global memory [blocks][vectors][1024], for tapes that keep more than there is shared memory for. */
struct ScratchSlots {
    static __device__ __forceinline__ float* of_block(float* scratch, int vectors) {
        return scratch + block() * vectors * TILE + column();
    }
};

/** The i-th normals of a source in a step: drawn, unless they lie in memory. */
__device__ __forceinline__ Four normals(const TapedAdvance& t, const Instant& now, const Place& place, int i, int source) {
    const Advance& a = t.advance;
    if (a.normals != nullptr) {
        return Column<const float>{a.normals + place.first(), a.tiles * TILE}.at(source * t.noise_per_step + i);
    }
    return noise_normals(a.keys, INCREMENT, place.noise, now.number * t.noise_per_step + i, source);
}

/** What evaluates the tape of a column: the interpreter. */
struct Interpreted {
    static constexpr int UNROLLED = 0;

    const TapedAdvance& t;
    AgentFrame frame;

    __device__ __forceinline__ void take_normals(int source, const Four& of) const {
        frame.keep(t.given_from + source, {{of.of[0], of.of[1], of.of[2], of.of[3]}});
    }

    __device__ __forceinline__ void take_labels(const int (&label)[ROWS]) const { frame.keep_labels(t.label_slot, label); }
    __device__ __forceinline__ void run() const { run_tape(t.tape, frame); }
    __device__ __forceinline__ Values<ROWS> output(int c) const { return frame.operand(t.tape.outputs[c]); }
};

/** Numbers from 0 to count - 1 in turn; the first UNROLLED of them are known when compiled. */
template <int UNROLLED, class F>
__device__ __forceinline__ void in_turn(int count, F f) {
#pragma unroll
    for (int n = 0; n < UNROLLED; n++) {
        if (n < count) {
            f(n);
        }
    }
#pragma unroll 1
    for (int n = UNROLLED; n < count; n++) {
        f(n);
    }
}

/** A normal of every source: the sum, in the order of time, of noise_per_step of them. */
template <class Evaluation>
__device__ __forceinline__ void take_normals(const TapedAdvance& t, const Instant& now, const Place& place, const Evaluation& evaluation) {
    in_turn<Evaluation::UNROLLED>(t.sources, [&](int w) {
        Four sum = normals(t, now, place, 0, w);
#pragma unroll 1
        for (int i = 1; i < t.noise_per_step; i++) {
            Four fine = normals(t, now, place, i, w);
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                sum.of[r] += fine.of[r];
            }
        }
        evaluation.take_normals(w, sum);
    });
}

/** x - r. */
__device__ __forceinline__ Four departure(const Values<ROWS>& x, float reference) {
    return {{x.of[0] - reference, x.of[1] - reference, x.of[2] - reference, x.of[3] - reference}};
}

/** Stores coordinate j of the four agents. */
__device__ __forceinline__ void store(const Column<float>& states, int j, const Values<ROWS>& value) {
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        states.base[j * states.stride + r * COLUMNS] = value.of[r];
    }
}

/** Stores states, adds costs to energies, and sums every channel up. @tparam PLAIN whether every agent of the tile has label 0 */
template <bool PLAIN, class Evaluation>
__device__ __forceinline__ void keep_results(
        const TapedAdvance& t, const Instant& now, const Place& place, int g, const Evaluation& evaluation) {
    const Advance& a = t.advance;
    TileSums sums(a.replicas, a.layout, a.strides.kind);
    sums.begin(tile_sums_at(a, 0, g, place.tile));
    const float* reference = Fed::changed(a, place, g, evaluation.frame.row);
    in_turn<Evaluation::UNROLLED>(a.layout.channels(), [&](int c) {
        Values<ROWS> result = evaluation.output(c);
        Four departed = departure(result, reference[c]);
        if (c < a.dimension) {
            store(states_of(a, place.first(), g), c, result);
        }
        if (PLAIN) {
            sums.channel(departed, c < a.dimension);
        } else {
            sums.channel(place.label, departed, c < a.dimension);
        }
    });
    if (a.energies != nullptr) {
        Four energy = energies_of(a, place.first(), g);
        Values<ROWS> cost = evaluation.output(a.layout.channels() - 1);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            energy.of[r] += cost.of[r];
        }
        keep_energies(a, place.first(), g, energy);
    }
    if (sums.end<PLAIN>()) {
        report_offender(sums.infinite, states_of(a, place.first(), g), a.dimension, place.label, now.of_batch, place.tile, a.offender);
    }
}

/** Pair means of a column under guidance g. */
__device__ __forceinline__ const float* pairs_of(const TapedAdvance& t, const Place& place, int g) {
    return t.pairs + (long long)g * t.pair_count * t.advance.tiles * TILE + place.first();
}

/** One step of one tile under guidance g. @tparam Evaluation what evaluates the tape */
template <class Evaluation>
__device__ __forceinline__ void step_taped(const TapedAdvance& t, long long tile, int g, float* slots) {
    const Advance& a = t.advance;
    Instant now = Fed::instant(a, 0);
    Place place = {tile, a.replicas.noise_column(tile), {}};
    const float* row = row_at(a, now, g);
    AgentFrame frame = {
            slots, states_of(a, place.first(), g).base, t.marks + place.first(), pairs_of(t, place, g), a.tiles * TILE, row,
            Fed::changed(a, place, g, row)};
    Evaluation evaluation = {t, frame};
    take_normals(t, now, place, evaluation);
    bool plain = is_plain(a, tile);
    if (t.label_slot >= 0) {
        Fed::tell_labels(a, plain, place);
        evaluation.take_labels(place.label);
    }
    evaluation.run();
    if (plain) {
        keep_results<true>(t, now, place, g, evaluation);
    } else {
        Fed::tell_labels(a, false, place);
        keep_results<false>(t, now, place, g, evaluation);
    }
}

/** One step of the n-th tile of all guidances. The copies of a tile come one after the other: they share marks and rows. */
template <class Evaluation>
__device__ __forceinline__ void advance_taped(const TapedAdvance& t, long long n, float* slots) {
    int guidances = t.advance.guidances;
    long long tile = guidances == 1 ? n : n / guidances;
    step_taped<Evaluation>(t, tile, guidances == 1 ? 0 : (int)(n - tile * guidances), slots);
}

/** One step of every guidance, a block taking tile after tile. @param slots of the block */
template <class Evaluation>
__device__ __forceinline__ void advance_in_turn(const TapedAdvance& t, float* slots) {
    for (long long n = block(); n < t.advance.tiles * t.advance.guidances; n += blocks()) {
        advance_taped<Evaluation>(t, n, slots);
        __syncthreads();  // of the buffer of the sums
    }
}

/** Many steps, by resident blocks. @param slots of the block, before what it keeps */
template <class Evaluation>
__device__ __forceinline__ void advance_resident(TapedAdvance t, const FeedBack& f, const Residence& r, float* slots) {
    take_steps(r, f, t.advance, [&] { advance_in_turn<Evaluation>(t, slots); });
}

}  // namespace murmuration
