// What sums over partners are made from: the agents of a column, their partners, and the interpreter of the tape of pairs.
#pragma once

#include "advance.cuh"
#include "pair_cells.cuh"
#include "tape.cuh"

namespace murmuration {

/** Partners whose values are added in float32. */
constexpr int RUN = 1024;

/** ensemble.PartnerChoice. */
enum class Partners { ALL, BATCH, WITHIN };

/** Runs of every agent, F values each. The table has C columns. */
struct PairSums {
    Tape tape;               // outputs are the values of a pair
    const float* table;      // [R N][C], of Partners::WITHIN in the order of cells
    const unsigned* shifts;  // of a batch [R][p]
    const unsigned* cells;   // of agents, in their order [R N]
    const unsigned* begins;  // of the agents of a cell [R cells + 1]
    const float* rows;       // of the guidance [batch][row_size]
    const float* fed;        // the same [R][fed_count]
    const Clock* clock;
    float* runs;             // sums of runs [count][F][R N], overwritten unless Partners::WITHIN
    double* sums;            // of all runs [F][R N], overwritten if Partners::WITHIN
    float* scratch;          // [blocks][vectors][1024]
    long long tiles;
    long long row_size;
    Replicas replicas;
    CellGrid grid;
    int fed_count;
    int step;                // since the clock
    int width;               // C
    int values;              // F
    int kind;                // Partners
    int partners;            // p of a batch
    int first;               // run, and
    int count;               // how many; the one after those of a batch is of the agents themselves
    int run_from;            // slot of the first value of a run
    int scratch_vectors;
};

/** The four agents of a column, of one replica; who is nobody is agent 0. */
struct PairAgents {
    long long replica;
    long long base;  // number of the replica's first agent, the replicas numbered through
    int at[ROWS];    // number within the replica, or position in the order of cells
    bool there[ROWS];

    __device__ __forceinline__ PairAgents(const PairSums& p, long long tile) : replica(p.replicas.at(tile, column())) {
        const Replicas& all = p.replicas;
        base = replica * all.agents;
        int part = column() / all.columns;
        bool someone = all.columns == COLUMNS || (part < all.beside && tile * all.beside + part < all.count);
        long long before = all.columns == COLUMNS ? (tile - replica * all.tiles_each) * TILE : 0;
        int within = column() % all.columns;
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            // Neighbours in the order of cells have the same partners, or nearly.
            bool ordered = p.kind == (int)Partners::WITHIN;
            long long i = before + (ordered ? within * ROWS + r : r * all.columns + within);
            there[r] = someone && i < all.agents;
            at[r] = there[r] ? (int)i : 0;
        }
    }
};

/** A partner of each of the four agents, and whether there is one. */
struct PairOthers {
    const float* at[ROWS];
    bool there[ROWS];
};

/** What a tape of pairs reads of four agents and of a partner of each: slots [slots][1024], columns of the table, one row. */
struct PairFrame {
    static constexpr int AGENTS = ROWS;

    float* slots;
    const float* row;
    const float* fed;
    const float* own[ROWS];
    const float* other[ROWS];

    /** The r-th: chosen, not indexed, so that all stay in registers. */
    static __device__ __forceinline__ const float* chosen(const float* const (&from)[ROWS], int r) {
        return r == 0 ? from[0] : r == 1 ? from[1] : r == 2 ? from[2] : from[3];
    }

    __device__ __forceinline__ float one(unsigned code, int r) const {
        int i = (int)(code & OPERAND_MASK);
        switch (static_cast<OperandPlace>(code >> OPERAND_BITS)) {
            case OperandPlace::SLOT: return slots[i * TILE + r * COLUMNS];
            case OperandPlace::OWN: return chosen(own, r)[i];
            case OperandPlace::OTHER: return chosen(other, r)[i];
            case OperandPlace::TIME: return row[i];
            default: return fed[i];
        }
    }

    __device__ __forceinline__ Values<ROWS> operand(unsigned code) const {
        return {{one(code, 0), one(code, 1), one(code, 2), one(code, 3)}};
    }

    __device__ __forceinline__ void keep_one(unsigned slot, int r, float value) const { slots[slot * TILE + r * COLUMNS] = value; }

    __device__ __forceinline__ void keep(unsigned slot, const Values<ROWS>& value) const {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            keep_one(slot, r, value.of[r]);
        }
    }
};

/** What evaluates pairs: the interpreter. */
struct InterpretedPairs {
    const PairSums& p;
    PairFrame frame;

    __device__ __forceinline__ InterpretedPairs(const PairSums& p, const PairAgents& agents, const float* row, const float* fed)
        : p(p), frame{p.scratch + block() * p.scratch_vectors * TILE + column(), row, fed, {}, {}} {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            frame.own[r] = p.table + (agents.base + agents.at[r]) * p.width;
        }
    }

    /** Begins a run. */
    __device__ __forceinline__ void clear() {
        for (int f = 0; f < p.values; f++) {
            frame.keep(p.run_from + f, {{0.0f, 0.0f, 0.0f, 0.0f}});
        }
    }

    /** Adds the values with one partner. */
    __device__ __forceinline__ void add_shared(const float* other) {
        add_each({{other, other, other, other}, {true, true, true, true}});
    }

    /** Adds the values with a partner of each. */
    __device__ __forceinline__ void add_each(const PairOthers& others) {
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            frame.other[r] = others.at[r];
        }
        run_tape(p.tape, frame);
        for (int f = 0; f < p.values; f++) {
            Values<ROWS> value = frame.operand(p.tape.outputs[f]);
            Values<ROWS> sum = run(f);
#pragma unroll
            for (int r = 0; r < ROWS; r++) {
                sum.of[r] = others.there[r] ? sum.of[r] + value.of[r] : sum.of[r];
            }
            frame.keep(p.run_from + f, sum);
        }
    }

    /** Sum of a value over the run. */
    __device__ __forceinline__ Values<ROWS> run(int f) const { return frame.operand(p.run_from + f); }
};

}  // namespace murmuration
