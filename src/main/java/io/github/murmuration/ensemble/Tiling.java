package io.github.murmuration.ensemble;

import io.github.murmuration.rng.Noise;

/**
 * Where agents lie. A tile of 1024 places (4 rows of 256 columns) is the unit of noise and of float32 sums; a block of up to 16 tiles is
 * the unit of storage and of work. Neither depends on the number of threads, so results do not either.
 *
 * <p>One population fills its tiles place by place. Several replicas of N agents each begin with a tile of their own where N > 1024;
 * smaller ones lie side by side, each on ceil(N / 4) columns of all four rows. Agents are numbered through: agent i of replica r is
 * agent r N + i. Noise belongs to places, so a replica has the noise of its agents and no other has it.
 *
 * @param agents N of each replica
 */
public record Tiling(long agents, int replicas) {

    public static final int TILES_PER_BLOCK = 16;
    public static final int BLOCK = TILES_PER_BLOCK * Noise.TILE;

    /** Nobody's place. */
    public static final int NOBODY = -1;

    /** Columns that a replica has of each of its tiles. */
    public int columns() {
        return replicas == 1 || agents > Noise.TILE ? Noise.COLUMNS : (int) ((agents + Noise.ROWS - 1) / Noise.ROWS);
    }

    /** Replicas side by side in a tile. */
    public int replicasPerTile() {
        return Noise.COLUMNS / columns();
    }

    /** Tiles of one replica; 1 where several share one. */
    public int tilesPerReplica() {
        return tiles(agents);
    }

    /** Tiles of all replicas. */
    public long tiles() {
        return (long) tilesPerReplica() * ((replicas + replicasPerTile() - 1) / replicasPerTile());
    }

    /** Blocks of one replica, or 1 where several share one. */
    public int blocksPerReplica() {
        return (tilesPerReplica() + TILES_PER_BLOCK - 1) / TILES_PER_BLOCK;
    }

    /** Most replicas in one block. */
    public int replicasPerBlock() {
        return replicasPerTile() == 1 ? 1 : replicasPerTile() * TILES_PER_BLOCK;
    }

    /** Blocks of all replicas. */
    public int blocks() {
        int groups = (replicas + replicasPerBlock() - 1) / replicasPerBlock();
        return Math.multiplyExact(groups, blocksPerReplica());
    }

    /** First replica that has agents in a block. */
    public int firstReplica(int block) {
        return block / blocksPerReplica() * replicasPerBlock();
    }

    /** Number of replicas that have agents in a block. */
    public int replicasIn(int block) {
        return Math.min(replicasPerBlock(), replicas - firstReplica(block));
    }

    /** Number of the first tile of a block among all. */
    public long firstTile(int block) {
        long group = block / blocksPerReplica();
        long before = replicasPerTile() == 1 ? group * tilesPerReplica() : group * TILES_PER_BLOCK;
        return before + (long) (block % blocksPerReplica()) * TILES_PER_BLOCK;
    }

    /** Tiles of a block. */
    public int tilesIn(int block) {
        if (replicasPerTile() > 1) {
            return (replicasIn(block) + replicasPerTile() - 1) / replicasPerTile();
        }
        return Math.min(TILES_PER_BLOCK, tilesPerReplica() - block % blocksPerReplica() * TILES_PER_BLOCK);
    }

    /** Places of a block. */
    public int placesIn(int block) {
        return tilesIn(block) * Noise.TILE;
    }

    /** Agents of a block, numbered through. */
    public int agentsIn(int block) {
        return (int) Math.min(replicasIn(block) * agents - offset(block), BLOCK);
    }

    /** Number of the first agent of a block. */
    public long firstAgent(int block) {
        return firstReplica(block) * agents + offset(block);
    }

    /** Place [tile][row][column] within its block of the a-th agent of a block. */
    public int place(int a) {
        int width = columns();
        if (width == Noise.COLUMNS) {
            return a;
        }
        int replica = a / (int) agents;
        int i = a % (int) agents;
        int column = replica % replicasPerTile() * width + i % width;
        return replica / replicasPerTile() * Noise.TILE + i / width * Noise.COLUMNS + column;
    }

    /** Which agent of a block has a place of it, or NOBODY. */
    public int agentAt(int block, int place) {
        int a = place;
        int width = columns();
        if (width < Noise.COLUMNS) {
            int column = place % Noise.COLUMNS;
            int i = place % Noise.TILE / Noise.COLUMNS * width + column % width;
            if (column / width >= replicasPerTile() || i >= agents) {
                return NOBODY;
            }
            a = (place / Noise.TILE * replicasPerTile() + column / width) * (int) agents + i;
        }
        return a < agentsIn(block) ? a : NOBODY;
    }

    /** Number of the agent that has a place, all tiles numbered through; NOBODY's is -1. */
    public long agentAt(long place) {
        long tile = place / Noise.TILE;
        int block = replicasPerTile() > 1
                ? (int) (tile / TILES_PER_BLOCK)
                : (int) (tile / tilesPerReplica()) * blocksPerReplica()
                        + (int) (tile % tilesPerReplica()) / TILES_PER_BLOCK;
        int agent = agentAt(block, (int) (place - firstTile(block) * Noise.TILE));
        return agent == NOBODY ? NOBODY : firstAgent(block) + agent;
    }

    /** Place of the first agent of a replica, all tiles numbered through; it is in row 0. */
    public long firstPlace(int replica) {
        long tile = (long) replica / replicasPerTile() * tilesPerReplica();
        return tile * Noise.TILE + replica % replicasPerTile() * columns();
    }

    /** Tiles that hold n agents of one population. */
    public static int tiles(long agents) {
        return Math.toIntExact((agents + Noise.TILE - 1) / Noise.TILE);
    }

    /** Agents of a replica in its earlier blocks. */
    private long offset(int block) {
        return (long) (block % blocksPerReplica()) * BLOCK;
    }
}
