// Agents in the order of their cells: ensemble.CellGrid, and a stable sort without atomics, whose order is one alone.
#pragma once

#include "replicas.cuh"

namespace murmuration {

constexpr int MOST_AXES = 3;

/** An axis of ensemble.CellGrid. */
struct CellAxis {
    double low;
    double pieces;      // of a circle; 0 of a line
    double per_length;  // pieces of one unit of length
    int coordinate;
    int count;          // of cells

    __device__ __forceinline__ int at(double x) const {
        if (pieces == 0.0) {
            return folded(floor(__dmul_rn(x, per_length)));
        }
        double piece = floor(__dmul_rn(__dadd_rn(x, -low), per_length));
        double last = pieces - 1.0;
        return folded(piece > last ? last : piece > 0.0 ? piece : 0.0);
    }

    /** Far pieces share cells. What is no number is in cell 0. */
    __device__ __forceinline__ int folded(double piece) const {
        double within = __dadd_rn(piece, -__dmul_rn(count, floor(__ddiv_rn(piece, count))));
        return within > 0.0 ? (int)within : 0;
    }

    __device__ __forceinline__ int offsets() const { return count == 1 ? 1 : 3; }
};

/** The cells of a replica. */
struct CellGrid {
    CellAxis axes[MOST_AXES];
    int dimension;   // axes
    int cells;
    int neighbours;  // of a cell, itself included

    /** The n-th neighbour of a cell, the last axis the fastest. */
    __device__ __forceinline__ int neighbour(int cell, int n) const {
        int neighbour = 0;
        int below = 1;
        for (int a = dimension - 1; a >= 0; a--) {
            int offsets = axes[a].offsets();
            int at = cell % axes[a].count + n % offsets - offsets / 2;
            at = at < 0 ? at + axes[a].count : at == axes[a].count ? 0 : at;
            neighbour += at * below;
            below *= axes[a].count;
            cell /= axes[a].count;
            n /= offsets;
        }
        return neighbour;
    }
};

/** Cells of agents, numbered through the replicas. */
struct PairCells {
    const float* states;  // [d][1024 T]
    unsigned* cells;      // [R N], overwritten
    unsigned* order;      // 0, 1, ... [R N], overwritten
    long long stride;     // 1024 T
    Replicas replicas;
    CellGrid grid;
};

__device__ __forceinline__ void tell_cells(const PairCells& p) {
    long long agents = p.replicas.count * p.replicas.agents;
    for (long long n = blockIdx.x * (long long)blockDim.x + threadIdx.x; n < agents; n += gridDim.x * (long long)blockDim.x) {
        long long replica = n / p.replicas.agents;
        long long place = p.replicas.place(replica, n % p.replicas.agents);
        int cell = 0;
        for (int a = 0; a < p.grid.dimension; a++) {
            const CellAxis& axis = p.grid.axes[a];
            cell = cell * axis.count + axis.at(p.states[axis.coordinate * p.stride + place]);
        }
        p.cells[n] = (unsigned)(replica * p.grid.cells + cell);
        p.order[n] = (unsigned)n;
    }
}

constexpr int DIGIT_BITS = 8;
constexpr int DIGITS = 1 << DIGIT_BITS;

/** A pass over one digit of the cells, in tiles of 1024 agents. Digits and threads of a block are as many: a thread looks after one digit. */
struct CellSort {
    const unsigned* cells;   // [n]
    const unsigned* order;   // [n]
    unsigned* sorted_cells;  // [n], overwritten
    unsigned* sorted_order;  // [n], overwritten
    unsigned* counts;        // agents of a tile with a digit, then where the first of them goes [tiles][256], overwritten
    long long agents;        // n
    int shift;               // bits below the digit
};

/** Brings the digits of a tile into shared memory; 256 where there is no agent. */
__device__ __forceinline__ void stage_digits(const CellSort& s, long long tile, unsigned* digits) {
    __syncthreads();
    for (int i = threadIdx.x; i < TILE; i += DIGITS) {
        long long n = tile * TILE + i;
        digits[i] = n < s.agents ? s.cells[n] >> s.shift & (DIGITS - 1) : DIGITS;
    }
    __syncthreads();
}

__device__ __forceinline__ long long sort_tiles(const CellSort& s) { return (s.agents + TILE - 1) / TILE; }

__device__ __forceinline__ void count_digits(const CellSort& s) {
    __shared__ unsigned digits[TILE];
    for (long long tile = blockIdx.x; tile < sort_tiles(s); tile += gridDim.x) {
        stage_digits(s, tile, digits);
        unsigned count = 0;
        for (int i = 0; i < TILE; i++) {
            count += digits[i] == threadIdx.x ? 1 : 0;
        }
        s.counts[tile * DIGITS + threadIdx.x] = count;
    }
}

/** Where the agents of every digit and tile go: digit by digit, tile by tile. One block. */
__device__ __forceinline__ void place_digits(const CellSort& s) {
    __shared__ unsigned totals[DIGITS];
    unsigned total = 0;
    for (long long tile = 0; tile < sort_tiles(s); tile++) {
        total += s.counts[tile * DIGITS + threadIdx.x];
    }
    totals[threadIdx.x] = total;
    __syncthreads();
    unsigned at = 0;
    for (unsigned digit = 0; digit < threadIdx.x; digit++) {
        at += totals[digit];
    }
    for (long long tile = 0; tile < sort_tiles(s); tile++) {
        unsigned count = s.counts[tile * DIGITS + threadIdx.x];
        s.counts[tile * DIGITS + threadIdx.x] = at;
        at += count;
    }
}

__device__ __forceinline__ void sort_digits(const CellSort& s) {
    __shared__ unsigned digits[TILE];
    __shared__ unsigned places[TILE];
    for (long long tile = blockIdx.x; tile < sort_tiles(s); tile += gridDim.x) {
        stage_digits(s, tile, digits);
        unsigned at = s.counts[tile * DIGITS + threadIdx.x];
        for (int i = 0; i < TILE; i++) {
            if (digits[i] == threadIdx.x) {
                places[i] = at++;
            }
        }
        __syncthreads();
        for (int i = threadIdx.x; i < TILE && tile * TILE + i < s.agents; i += DIGITS) {
            s.sorted_cells[places[i]] = s.cells[tile * TILE + i];
            s.sorted_order[places[i]] = s.order[tile * TILE + i];
        }
    }
}

/** Where the agents of each cell begin in their order. */
struct CellBegins {
    const unsigned* cells;  // sorted [n]
    unsigned* begins;       // [count + 1], overwritten
    long long agents;       // n
    long long count;        // cells of all replicas
};

__device__ __forceinline__ void find_cells(const CellBegins& b) {
    for (long long cell = blockIdx.x * (long long)blockDim.x + threadIdx.x; cell <= b.count; cell += gridDim.x * (long long)blockDim.x) {
        long long from = 0;
        long long to = b.agents;
        while (from < to) {
            long long middle = (from + to) / 2;
            bool before = b.cells[middle] < cell;
            from = before ? middle + 1 : from;
            to = before ? to : middle;
        }
        b.begins[cell] = (unsigned)from;
    }
}

}  // namespace murmuration
