// Sums over partners, run by run: ensemble.PartnerChoice. A thread has the four agents of a column, a block a tile of agents and one run.
// Partners are read through the cache, and by all threads of a warp at once where they are everyone's.
#pragma once

#include "pair_agents.cuh"

namespace murmuration {

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
    for (long long n = block(); n < p.tiles * p.count; n += blocks()) {
        int run = (int)(n / p.tiles);
        sum_pairs_of_tile<Evaluation>(p, n - run * p.tiles, run);
    }
}

}  // namespace murmuration
