package io.github.murmuration.ensemble;

import io.github.murmuration.rng.Noise;

/**
 * Where agents lie. A tile of 1024 places (4 rows of 256 columns) is the unit of noise and of float32 sums; a block of up to 16 tiles is
 * the unit of storage and of work. Neither depends on the number of threads, so results do not either.
 *
 * <p>A population by itself fills its tiles place by place. Replicas of N agents each begin with a tile of their own where N > 1024.
 * Smaller ones have ceil(N / 4) columns of all four rows each, and lie side by side where a tile has room for two or more. Noise belongs to places, tiles and agents being numbered
 * through from those of replica 0 on: agent i of replica r is agent r N + i, and has the same noise whichever replicas are advanced
 * together. Blocks, and replicas unless it is said otherwise, are numbered from the first of those that are.
 *
 * <p>One replica alone lies on the first columns of its tile, wherever it lies among others; its noise stays that of its own columns.
 *
 * @param agents of each replica that are here: all of them, or the first
 * @param of N of each replica
 * @param columns that a replica has of each of its tiles
 * @param first number of the first replica; of several, a multiple of those in a tile
 * @param replicas that are advanced together
 */
public record Tiling(long agents, long of, int columns, int first, int replicas) {

    public static final int TILES_PER_BLOCK = 16;
    public static final int BLOCK = TILES_PER_BLOCK * Noise.TILE;

    /** In place of the number of an agent, at a place that pads the last tile. */
    public static final int NOBODY = -1;

    /** @throws IllegalArgumentException there are several, and the first is not the first of a tile */
    public Tiling {
        if (replicas > 1 && first % (Noise.COLUMNS / columns) != 0) {
            throw new IllegalArgumentException(first + " is not the first replica of a tile");
        }
    }

    /** A population by itself. */
    public static Tiling alone(long agents) {
        return new Tiling(agents, agents, Noise.COLUMNS, 0, 1);
    }

    /**
     * Replicas of a population.
     * @param first of several, a multiple of those in a tile
     */
    public static Tiling replicas(long agents, int first, int replicas) {
        int columns = agents > Noise.TILE ? Noise.COLUMNS : (int) ((agents + Noise.ROWS - 1) / Noise.ROWS);
        return new Tiling(agents, agents, columns, first, replicas);
    }

    /** The first agents of one population, with the noise that they have in it. */
    public Tiling firstAgents(long count) {
        return new Tiling(count, of, columns, first, 1);
    }

    /** Replicas side by side in a tile. */
    public int replicasPerTile() {
        return Noise.COLUMNS / columns;
    }

    /** Tiles of one replica; 1 where several share one. */
    public int tilesPerReplica() {
        return tiles(agents);
    }

    /** Tiles of all replicas. */
    public long tiles() {
        return tilesOf(replicas);
    }

    /** Number among all of the noise column that the first column here has. */
    public long columnsBefore() {
        return (long) first / replicasPerTile() * tiles(of) * Noise.COLUMNS + first % replicasPerTile() * columns;
    }

    /** Number of a block's first agent among those of the replicas that are advanced together. */
    public long firstHere(int block) {
        return firstReplica(block) * agents + offset(block);
    }

    /** Agents of the replicas before the first: the number of its first agent among all. */
    public long agentsBefore() {
        return first * of;
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

    /** Number of the first tile of a block. */
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

    /** Agents of a block, numbered from 0. */
    public int agentsIn(int block) {
        return (int) Math.min(replicasIn(block) * agents - offset(block), BLOCK);
    }

    /** Number of the first agent of a block among all. */
    public long firstAgent(int block) {
        return agentsBefore() + firstHere(block);
    }

    /** Place [tile][row][column] within its block of the a-th agent of a block. */
    public int place(int a) {
        if (columns == Noise.COLUMNS) {
            return a;
        }
        int replica = a / (int) agents;
        int i = a % (int) agents;
        int column = replica % replicasPerTile() * columns + i % columns;
        return replica / replicasPerTile() * Noise.TILE + i / columns * Noise.COLUMNS + column;
    }

    /** How many agents from the a-th of a block on have places one after the other, in one tile. */
    public int together(int a) {
        return columns == Noise.COLUMNS
                ? Noise.TILE - a % Noise.TILE
                : Math.min(columns - a % (int) agents % columns, (int) agents - a % (int) agents);
    }

    /** Which agent of a block has a place of it, or NOBODY. */
    public int agentAt(int block, int place) {
        int a = place;
        if (columns < Noise.COLUMNS) {
            int column = place % Noise.COLUMNS;
            int i = place % Noise.TILE / Noise.COLUMNS * columns + column % columns;
            if (column / columns >= replicasPerTile() || i >= agents) {
                return NOBODY;
            }
            a = (place / Noise.TILE * replicasPerTile() + column / columns) * (int) agents + i;
        }
        return a < agentsIn(block) ? a : NOBODY;
    }

    /** Number among all agents of the one that has a place, with the tiles here numbered from 0; -1 at a place that pads. */
    public long agentAt(long place) {
        long tile = place / Noise.TILE;
        int block = replicasPerTile() > 1
                ? (int) (tile / TILES_PER_BLOCK)
                : (int) (tile / tilesPerReplica()) * blocksPerReplica()
                        + (int) (tile % tilesPerReplica()) / TILES_PER_BLOCK;
        int agent = agentAt(block, (int) (place - firstTile(block) * Noise.TILE));
        return agent == NOBODY ? NOBODY : firstAgent(block) + agent;
    }

    /** Number of the noise column of a replica's first agent, who is in row 0. */
    public long firstColumn(int replica) {
        long tile = (long) replica / replicasPerTile() * tilesPerReplica();
        return columnsBefore() + tile * Noise.COLUMNS + replica % replicasPerTile() * columns;
    }

    /** Tiles that hold n agents of one population. */
    public static int tiles(long agents) {
        return Math.toIntExact((agents + Noise.TILE - 1) / Noise.TILE);
    }

    /** Tiles of so many replicas. */
    private long tilesOf(int count) {
        return (count + replicasPerTile() - 1L) / replicasPerTile() * tilesPerReplica();
    }

    /** Agents of a replica in its earlier blocks. */
    private long offset(int block) {
        return (long) (block % blocksPerReplica()) * BLOCK;
    }
}
