// Where the agents of one or more replicas lie: ensemble.Tiling.
#pragma once

#include "block.cuh"

namespace murmuration {

/**
 * Replicas of N agents each: one after the other on tiles of their own, or side by side in a tile, each on columns of all four rows. They
 * may come after others: tiles and replicas are numbered from the first that is here, noise and agents from the first of all.
 */
struct Replicas {
    long long agents;        // N of each replica
    long long tiles_each;    // tiles of one replica; 1 where several share one
    long long first_column;  // number among all noise columns of the first here
    long long first_agent;   // number among all agents of the first here
    int count;               // R
    int columns;             // that a replica has of each of its tiles
    int beside;              // replicas side by side in a tile

    /** Number of a noise column: of this thread's, unless another is named. */
    __device__ __forceinline__ unsigned long long noise_column(long long tile, int of = column()) const {
        return (unsigned long long)(first_column + tile * COLUMNS) + of;
    }

    /** Which replica a column of a tile belongs to; empty columns count as the last one's. Tiles number less than 2^31. */
    __device__ __forceinline__ int at(long long tile, int column) const {
        if (count == 1) {
            return 0;
        }
        if (columns == COLUMNS) {
            return (int)((unsigned)tile / (unsigned)tiles_each);
        }
        int part = column / columns;
        long long replica = tile * beside + (part < beside ? part : beside - 1);
        return replica < count ? (int)replica : count - 1;
    }

    /** The four places of a column of a tile. */
    struct Seats {
        long long replica;
        long long first;  // number of the agent in row 0 among those of the replica; N or more if the places are empty
    };

    /** From a row to the next are as many agents as the replica has columns. */
    __device__ __forceinline__ Seats seats(long long tile, int column) const {
        if (columns == COLUMNS) {
            long long replica = at(tile, column);
            return {replica, (tile - replica * tiles_each) * TILE + column};
        }
        int part = column / columns;
        long long replica = tile * beside + part;
        return {replica, part < beside && replica < count ? column - part * columns : agents};
    }

    /** Number among all agents of the one in row r of a column; -1 if the place is empty. */
    __device__ __forceinline__ long long agent(long long tile, int r, int column) const {
        Seats own = seats(tile, column);
        long long i = own.first + r * columns;
        return i < agents ? first_agent + own.replica * agents + i : -1;
    }

    /** Whether some tiles exist, each belongs to one replica, and no place of them is empty. */
    __device__ __forceinline__ bool whole(long long first, int tiles = 1) const {
        if (count == 1) {
            return columns == COLUMNS && (first + tiles) * TILE <= agents;
        }
        bool all = columns == COLUMNS;
#pragma unroll 1
        for (long long tile = first; tile < first + tiles; tile++) {
            unsigned replica = (unsigned)tile / (unsigned)tiles_each;
            all = all && replica < (unsigned)count && (tile - replica * tiles_each + 1) * TILE <= agents;
        }
        return all;
    }

    /** Place of agent i of a replica, both numbered from the first that is here. */
    __device__ __forceinline__ long long place(long long replica, long long i) const {
        if (columns == COLUMNS) {
            return replica * tiles_each * TILE + i;
        }
        long long column = replica % beside * columns + i % columns;
        return replica / beside * TILE + i / columns * COLUMNS + column;
    }
};

}  // namespace murmuration
