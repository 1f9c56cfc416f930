// Whole backward paths before patterns, in one launch: ensemble.BackwardPaths, backend.host.PatternEndpoints.
#pragma once

#include "pattern_sets.cuh"
#include "pattern_tower.cuh"

namespace murmuration {

/** A step of the clock. */
struct PathStep {
    double tau;
    double share;   // dtau / tau
    double spread;  // standard deviation of the noise
    double a;       // 1/tau - 1/B
    float scale;    // -a/2 as weights have it
    int kept;       // which of the observed times is after the step; -1 for none
};

/** n paths, numbered from first on. T tiles of patterns each. */
struct PatternPaths {
    PatternTable table;     // of the first path
    long long stride;       // floats from the table of a path to that of the next; 0 where all share one
    RoundKeys keys;
    const PathStep* clock;  // [steps]
    const double* start;    // x_B [d], then x_B / B [d]
    double* states;         // x [n][d], overwritten
    double* observed;       // states of observed times [times][n][d], overwritten
    float* centres;         // [n][d], overwritten
    float* sums;            // [T][2 + d][n], or [T][2][n] where patterns are drawn, overwritten
    long long first;
    int n;
    int steps;
    int warps;              // of a path: a power of two, at most 8
};

/** What the threads of a path know of it. */
struct PathThreads {
    const PatternPaths& p;
    int i;          // which path
    int thread;     // which of its threads
    int threads;    // of a path
    int dimension;  // 0 where there is no path, so that its threads only wait for the others of the block

    __device__ __forceinline__ PathThreads(const PatternPaths& p, long long first)
        : p(p), thread(threadIdx.x % (p.warps * 32)), threads(p.warps * 32) {
        long long at = first + threadIdx.x / threads;
        i = (int)(at < p.n ? at : 0);
        dimension = at < p.n ? p.table.dimension : 0;
    }

    __device__ __forceinline__ PatternTable table() const {
        return {p.table.values + i * p.stride, p.table.count, p.table.dimension, p.table.run};
    }

    /** Sums over its tiles. */
    __device__ __forceinline__ PatternTotals sums(int moments, float scale) const {
        return {p.sums, p.table.tiles(), moments, p.n, scale};
    }

    __device__ __forceinline__ bool there() const { return dimension > 0; }

    __device__ __forceinline__ double* states() const { return p.states + (long long)i * p.table.dimension; }

    __device__ __forceinline__ float* centres() const { return p.centres + (long long)i * p.table.dimension; }
};

/** Squared distances of a tile's patterns to a centre, read where they lie: every warp has a tile of its own. */
__device__ __forceinline__ void distances_in_place(const PatternTile& tile, const float* centre, int lane, PatternColumn (&q)[1]) {
    clear_squares(q, tile, lane);
#pragma unroll 1
    for (int j = 0; j < tile.table.dimension; j++) {
        float c[1] = {centre[j]};
        add_squares(q, tile.places, tile.in_place(j, lane), c);
    }
}

/** Sums of a path over one tile. A warp. */
template <bool MOMENTS>
__device__ __forceinline__ void sum_tile(const PathThreads& path, int number, float scale, int lane) {
    PatternTable table = path.table();
    PatternTile tile(table, number);
    PatternColumn w[1];
    distances_in_place(tile, path.centres(), lane, w);
    int moments = MOMENTS ? path.dimension : 0;
    float* sums = path.p.sums + (long long)number * (PATTERN_MOMENTS + moments) * path.p.n + path.i;
    float least = weigh(w[0], tile.places, scale);
    float total = 0.0f;
    for_rows(tile.places, [&](int r) { total += w[0].of[r]; });
    total = halve_columns(total);
    if (lane == 0) {
        sums[(long long)PATTERN_LEAST * path.p.n] = least;
        sums[(long long)PATTERN_TOTAL * path.p.n] = total;
    }
#pragma unroll 1
    for (int j = 0; j < moments; j++) {
        const float* y = tile.in_place(j, lane);
        float moment = 0.0f;
        for_rows(tile.places, [&](int r) { moment = __fmaf_rn(w[0].of[r], y[r * PATTERN_COLUMNS], moment); });
        moment = halve_columns(moment);
        if (lane == 0) {
            sums[(long long)(PATTERN_MOMENTS + j) * path.p.n] = moment;
        }
    }
}

/** Sums of a path over all tiles, before a barrier. */
template <bool MOMENTS>
__device__ __forceinline__ void sum_tiles(const PathThreads& path, float scale) {
    int lane = path.thread % PATTERN_COLUMNS;
    int tiles = path.there() ? path.p.table.tiles() : 0;
    for (int tile = path.thread / PATTERN_COLUMNS; tile < tiles; tile += path.p.warps) {
        sum_tile<MOMENTS>(path, tile, scale, lane);
    }
}

/** c = h / a. */
__device__ __forceinline__ void take_centres(const PathThreads& path, const PathStep& step, int k) {
    const double* start_over_horizon = path.p.start + path.p.table.dimension;
    for (int j = path.thread; j < path.dimension; j += path.threads) {
        double h = path.states()[j] / step.tau - start_over_horizon[j];
        path.centres()[j] = k == 0 ? 0.0f : (float)(h / step.a);
    }
}

/** The point that a path goes to is the mean of its patterns. */
struct MeanEndpoint {
    static constexpr bool MOMENTS = true;
    const PathThreads& path;
    PatternTotals sums;

    /** Spans of many tiles are added side by side, and their means lie where centres lay, which are not needed any more. */
    __device__ __forceinline__ MeanEndpoint(const PathThreads& path, float scale, int)
        : path(path), sums(path.sums(path.p.table.dimension, scale)) {
        if (sums.tiles > PATTERN_SPAN) {
            for (int j = path.thread / PATTERN_COLUMNS; j < path.dimension; j += path.p.warps) {
                SoftMaxSums all = many_sums(j, path.thread % PATTERN_COLUMNS);
                if (path.thread % PATTERN_COLUMNS == 0) {
                    path.centres()[j] = __fdiv_rn(all.moment, all.total);
                }
            }
            __syncthreads();
        }
    }

    /** Sums over all tiles: a lane for each of 32 spans at a time. Valid in lane 0. */
    __device__ __forceinline__ SoftMaxSums many_sums(int j, int lane) const {
        constexpr int TILES = PATTERN_COLUMNS * PATTERN_SPAN;
        SoftMaxSums all = {};
        for (int first = 0; first < sums.tiles; first += TILES) {
            int begin = first + lane * PATTERN_SPAN;
            SoftMaxSums own = span_sums(sums, begin < sums.tiles ? begin : 0, j, path.i);
            for (int s = 0; s < PATTERN_COLUMNS && first + s * PATTERN_SPAN < sums.tiles; s++) {
                SoftMaxSums span = lanes_down(own, s);
                if (first + s == 0) {
                    all = span;
                } else {
                    all.add(span, sums.scale);
                }
            }
        }
        return all;
    }

    static __device__ __forceinline__ SoftMaxSums lanes_down(const SoftMaxSums& own, int lanes) {
        constexpr unsigned ALL = 0xffffffffu;
        return {__shfl_down_sync(ALL, own.least, lanes), __shfl_down_sync(ALL, own.total, lanes), __shfl_down_sync(ALL, own.moment, lanes)};
    }

    __device__ __forceinline__ float at(int j) const {
        if (sums.tiles > PATTERN_SPAN) {
            return path.centres()[j];
        }
        SoftMaxSums all = span_sums(sums, 0, j, path.i);
        return __fdiv_rn(all.moment, all.total);
    }
};

/** It is a pattern, drawn by the first warp of the path; the others wait for it. */
struct DrawnEndpoint {
    static constexpr bool MOMENTS = false;
    const PathThreads& path;
    const float* values;

    static __device__ __forceinline__ int& chosen() {
        __shared__ int of_path[8];
        return of_path[threadIdx.x / PATTERN_COLUMNS];
    }

    __device__ __forceinline__ DrawnEndpoint(const PathThreads& path, float scale, int k) : path(path) {
        if (path.thread < PATTERN_COLUMNS && path.there()) {
            draw(scale, k);
        }
        __syncthreads();
        int pattern = (&chosen())[-(path.thread / PATTERN_COLUMNS)];
        PatternTable table = path.table();
        values = table.values + (long long)(pattern / PATTERN_TILE) * table.dimension * table.run + pattern % PATTERN_TILE;
    }

    __device__ __forceinline__ void draw(float scale, int k) {
        PatternTotals sums = path.sums(0, scale);
        unsigned long long number = path.p.first + path.i;
        Words words = noise_words(path.p.keys, PATTERN_CHOICE, noise_column(number), k, 0);
        TileShare found = TileTower(sums, path.i).climb(uniform(noise_word(words, noise_row(number))));
        PatternTable table = path.table();
        PatternTile tile(table, found.tile);
        PatternColumn w[1];
        distances_in_place(tile, path.centres(), path.thread, w);
        weigh(w[0], tile.places, scale);
        float* weights = PatternTile::buffer() + threadIdx.x / PATTERN_COLUMNS * PATTERN_TILE;
        for_rows(tile.places, [&](int r) { weights[r * PATTERN_COLUMNS + path.thread] = w[0].of[r]; });
        __syncwarp();
        if (path.thread == 0) {
            chosen() = found.tile * PATTERN_TILE + within(weights, tile.count, found.share);
        }
    }

    __device__ __forceinline__ float at(int j) const { return values[(long long)j * path.p.table.run]; }
};

/** x <- (1 - dtau/tau) x + (dtau/tau) y + spread xi. */
template <class Endpoint>
__device__ __forceinline__ void move_paths(const PathThreads& path, const PathStep& step, int k, const Endpoint& y) {
    unsigned long long number = path.p.first + path.i;
    double* kept = path.p.observed + (long long)step.kept * path.p.n * path.p.table.dimension + (path.states() - path.p.states);
    for (int j = path.thread; j < path.dimension; j += path.threads) {
        Four xi = noise_normals(path.p.keys, INCREMENT, noise_column(number), k, j);
        double x = (1.0 - step.share) * path.states()[j] + step.share * (double)y.at(j) + step.spread * (double)row_of(xi, noise_row(number));
        path.states()[j] = x;
        if (step.kept >= 0) {
            kept[j] = x;
        }
    }
}

/** A block takes some paths at a time through all steps; warps of a path share its tiles. */
template <class Endpoint>
__device__ __forceinline__ void build_paths(const PatternPaths& p) {
    int together = blockDim.x / (p.warps * 32);
    for (long long first = (long long)blockIdx.x * together; first < p.n; first += (long long)gridDim.x * together) {
        PathThreads path(p, first);
        for (int j = path.thread; j < path.dimension; j += path.threads) {
            path.states()[j] = p.start[j];
        }
        for (int k = 0; k < p.steps; k++) {
            const PathStep& step = p.clock[k];
            take_centres(path, step, k);
            __syncthreads();
            sum_tiles<Endpoint::MOMENTS>(path, step.scale);
            __syncthreads();
            Endpoint y(path, step.scale, k);
            move_paths(path, step, k, y);
        }
    }
}

}  // namespace murmuration
