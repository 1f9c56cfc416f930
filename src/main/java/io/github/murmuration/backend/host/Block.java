package io.github.murmuration.backend.host;

import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;

/**
 * Memory of up to 16384 agents: starts, labels, and per guidance the states and energies. Coordinate j of a tile is a run of 1024
 * floats; runs are 1040 apart, since a distance of 4096 bytes would put all coordinates of an agent into one cache set.
 */
public final class Block {

    /** Label of the padding that fills up the last tile: in no sum. */
    public static final byte PADDING = -1;

    private static final int RUN = Noise.TILE + 16;

    public final long firstAgent;
    public final int agents;
    public final int tiles;
    public final float[] starts;
    public final byte[] labels;
    public final float[][] states;
    public final float[][] energies;

    private final int dimension;

    Block(long firstAgent, int agents, int dimension, int guidances) {
        this.firstAgent = firstAgent;
        this.agents = agents;
        this.tiles = Tiling.tiles(agents);
        this.dimension = dimension;
        this.starts = new float[tiles * dimension * RUN];
        this.labels = new byte[tiles * Noise.TILE];
        this.states = new float[guidances][starts.length];
        this.energies = new float[guidances][labels.length];
    }

    /** Where coordinate j of a tile begins in starts and states. */
    public int run(int tile, int j) {
        return (tile * dimension + j) * RUN;
    }

    /** Number of the first noise column of a tile. */
    public long firstColumn(int tile) {
        return Noise.column(firstAgent + (long) tile * Noise.TILE);
    }

    /** Copies coordinate j of all agents out of a state array. */
    float[] coordinate(float[] state, int j) {
        float[] values = new float[agents];
        for (int tile = 0; tile < tiles; tile++) {
            System.arraycopy(state, run(tile, j), values, tile * Noise.TILE, agentsIn(tile));
        }
        return values;
    }

    /** Copies coordinate j of all agents into a state array. */
    void setCoordinate(float[] state, int j, float[] values) {
        for (int tile = 0; tile < tiles; tile++) {
            System.arraycopy(values, tile * Noise.TILE, state, run(tile, j), agentsIn(tile));
        }
    }

    /** Agents of a tile that are not padding. */
    public int agentsIn(int tile) {
        return Math.min(Noise.TILE, agents - tile * Noise.TILE);
    }
}
