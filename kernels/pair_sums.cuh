// Sums over partners, run by run: ensemble.PartnerChoice. A thread has the four agents of a column, a team a tile of agents and one run.
// Partners are read through the cache, and by all threads of a warp at once where they are everyone's.
#pragma once

#include "advance.cuh"
#include "pair_cells.cuh"
#include "pair_table.cuh"
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
    float* scratch;          // [teams][vectors][1024]
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
        : p(p), frame{p.scratch + team() * p.scratch_vectors * TILE + column(), row, fed, {}, {}} {
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

/** Adds a run of everyone. @param run its number */
template <class Evaluation>
__device__ __forceinline__ void add_all(const PairSums& p, const PairAgents& agents, int run, Evaluation& evaluation) {
    long long left = p.replicas.agents - run * (long long)RUN;
    const float* other = p.table + (agents.base + run * (long long)RUN) * p.width;
#pragma unroll 1
    for (int j = 0; j < RUN && j < left; j++) {
        evaluation.add_shared(other);
        other += p.width;
    }
}

/** Adds the partner that is a shift away from each agent. */
template <class Evaluation>
__device__ __forceinline__ void add_shifted(const PairSums& p, const PairAgents& agents, unsigned shift, Evaluation& evaluation) {
    PairOthers others;
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        long long j = agents.at[r] + (long long)shift;
        j = j < p.replicas.agents ? j : j - p.replicas.agents;
        others.at[r] = p.table + (agents.base + j) * p.width;
        others.there[r] = true;
    }
    evaluation.add_each(others);
}

/** Adds a run of a batch, or the agents themselves. */
template <class Evaluation>
__device__ __forceinline__ void add_batch(const PairSums& p, const PairAgents& agents, int run, Evaluation& evaluation) {
    const unsigned* shifts = p.shifts + agents.replica * p.partners;
    int to = run < p.partners / RUN ? (run + 1) * RUN : p.partners;
    bool themselves = run * (long long)RUN >= p.partners;
#pragma unroll 1
    for (int k = themselves ? p.partners - 1 : run * RUN; k < to; k++) {
        add_shifted(p, agents, themselves ? 0 : shifts[k], evaluation);
    }
}

/** Positions of the agents of some cells, one for each of the four agents. */
struct PairRanges {
    unsigned from[ROWS];
    int count[ROWS];
    int longest;

    /** The n-th neighbours of the cells of agents. */
    __device__ __forceinline__ PairRanges(const PairSums& p, const PairAgents& agents, int n) : longest(0) {
        long long before = agents.replica * p.grid.cells;
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            int own = (int)(p.cells[agents.base + agents.at[r]] - before);
            long long cell = before + p.grid.neighbour(own, n);
            from[r] = p.begins[cell];
            count[r] = agents.there[r] ? (int)(p.begins[cell + 1] - from[r]) : 0;
            longest = count[r] > longest ? count[r] : longest;
        }
    }
};

/** Adds the k-th agents of some cells. */
template <class Evaluation>
__device__ __forceinline__ void add_ranged(const PairSums& p, const PairRanges& ranges, int k, Evaluation& evaluation) {
    PairOthers others;
#pragma unroll
    for (int r = 0; r < ROWS; r++) {
        others.there[r] = k < ranges.count[r];
        others.at[r] = p.table + (others.there[r] ? ranges.from[r] + (long long)k : 0) * p.width;
    }
    evaluation.add_each(others);
}

/** Adds the sum of a run to that of all runs, or begins with it. */
template <class Evaluation>
__device__ __forceinline__ void add_run(const PairSums& p, const PairAgents& agents, bool begin, const Evaluation& evaluation) {
    long long all = p.replicas.count * p.replicas.agents;
#pragma unroll 1
    for (int f = 0; f < p.values; f++) {
        Values<ROWS> run = evaluation.run(f);
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            double* sum = p.sums + f * all + agents.base + agents.at[r];
            if (agents.there[r]) {
                *sum = __dadd_rn(begin ? 0.0 : *sum, (double)run.of[r]);
            }
        }
    }
}

/** Sums over the agents of neighbouring cells. */
template <class Evaluation>
__device__ __forceinline__ void sum_neighbours(const PairSums& p, const PairAgents& agents, Evaluation& evaluation) {
    bool begin = true;
#pragma unroll 1
    for (int n = 0; n < p.grid.neighbours; n++) {
        PairRanges ranges(p, agents, n);
#pragma unroll 1
        for (int from = 0; from < ranges.longest; from += RUN) {
            evaluation.clear();
#pragma unroll 1
            for (int k = from; k < from + RUN && k < ranges.longest; k++) {
                add_ranged(p, ranges, k, evaluation);
            }
            add_run(p, agents, begin, evaluation);
            begin = false;
        }
    }
}

/** Stores the sums of a run. @param i which of those of the launch */
template <class Evaluation>
__device__ __forceinline__ void store_run(const PairSums& p, const PairAgents& agents, int i, const Evaluation& evaluation) {
    long long all = p.replicas.count * p.replicas.agents;
#pragma unroll 1
    for (int f = 0; f < p.values; f++) {
        Values<ROWS> run = evaluation.run(f);
        float* runs = p.runs + (i * (long long)p.values + f) * all + agents.base;
#pragma unroll
        for (int r = 0; r < ROWS; r++) {
            if (agents.there[r]) {
                runs[agents.at[r]] = run.of[r];
            }
        }
    }
}

/** One run of the agents of a tile, or all of them. @param i which of those of the launch */
template <class Evaluation>
__device__ __forceinline__ void sum_pairs_of_tile(const PairSums& p, long long tile, int i) {
    PairAgents agents(p, tile);
    const float* row = p.rows + (p.clock->steps_before + p.step) * p.row_size;
    Evaluation evaluation(p, agents, row, p.fed + agents.replica * p.fed_count);
    if (p.kind == (int)Partners::WITHIN) {
        sum_neighbours(p, agents, evaluation);
        return;
    }
    evaluation.clear();
    if (p.kind == (int)Partners::ALL) {
        add_all(p, agents, p.first + i, evaluation);
    } else {
        add_batch(p, agents, p.first + i, evaluation);
    }
    store_run(p, agents, i, evaluation);
}

/** Every tile and run. Runs of the same partners come one after the other. */
template <class Evaluation>
__device__ __forceinline__ void sum_pairs(const PairSums& p) {
#pragma unroll 1
    for (long long n = team(); n < p.tiles * p.count; n += teams()) {
        int run = (int)(n / p.tiles);
        sum_pairs_of_tile<Evaluation>(p, n - run * p.tiles, run);
    }
}

/** Means, made of the sums of runs. */
struct PairMeans {
    const float* runs;      // [count][F][R N]
    const unsigned* order;  // number of the agent at each position; null where positions are numbers
    double* sums;           // of all runs before [F][R N], modified
    float* means;           // [F][1024 T], overwritten if these are the last
    double weight;          // of all runs but the last one of a batch
    long long stride;       // 1024 T
    Replicas replicas;
    int values;             // F
    int count;
    int begins;             // whether there are no runs before
    int weighs;             // whether the last run is the last of a batch
    int ends;               // whether no runs are left
};

/** Sum over runs of the value f of whoever is at a position. */
__device__ __forceinline__ double pair_sum(const PairMeans& p, int f, long long n, long long all) {
    double sum = p.begins ? 0.0 : p.sums[f * all + n];
    for (int i = 0; i < p.count; i++) {
        sum = p.weighs && i == p.count - 1 ? __dmul_rn(sum, p.weight) : sum;
        sum = __dadd_rn(sum, (double)p.runs[(i * (long long)p.values + f) * all + n]);
    }
    return sum;
}

__device__ __forceinline__ void average_pairs(const PairMeans& p) {
    long long all = p.replicas.count * p.replicas.agents;
    for (long long n = blockIdx.x * (long long)blockDim.x + threadIdx.x; n < all; n += gridDim.x * (long long)blockDim.x) {
        long long place = place_of(p.replicas, p.order == nullptr ? n : p.order[n]);
        for (int f = 0; f < p.values; f++) {
            double sum = pair_sum(p, f, n, all);
            if (p.ends) {
                p.means[f * p.stride + place] = (float)__ddiv_rn(sum, (double)p.replicas.agents);
            } else {
                p.sums[f * all + n] = sum;
            }
        }
    }
}

}  // namespace murmuration
