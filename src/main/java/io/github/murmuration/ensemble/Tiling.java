package io.github.murmuration.ensemble;

import io.github.murmuration.rng.Noise;

/**
 * How agents are grouped. A tile of 1024 agents (4 rows of 256 columns) is the unit of noise and of float32 sums; a block of 16
 * tiles is the unit of storage and of work. Neither depends on the number of threads, so results do not either.
 */
public final class Tiling {

    public static final int TILES_PER_BLOCK = 16;
    public static final int BLOCK = TILES_PER_BLOCK * Noise.TILE;

    private Tiling() {}

    /** Number of blocks of a population. */
    public static int blocks(long agents) {
        return Math.toIntExact((agents + BLOCK - 1) / BLOCK);
    }

    /** Agents of block b: all but the last block are full. */
    public static int agentsIn(long agents, int block) {
        return (int) Math.min(BLOCK, agents - (long) block * BLOCK);
    }

    /** Tiles that hold n agents. */
    public static int tiles(int agents) {
        return (agents + Noise.TILE - 1) / Noise.TILE;
    }
}
