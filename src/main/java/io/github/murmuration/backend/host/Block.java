package io.github.murmuration.backend.host;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import java.util.Arrays;

/**
 * Memory of up to 16 tiles: starts where steps depend on them, and per guidance the states, and energies if they are kept. Labels are
 * kept where agents have different ones or a place pads the last tile; elsewhere everyone has label 0.
 * Coordinate j of a tile is a run of 1024 floats; runs are 1040 apart, since a distance of 4096 bytes would put all coordinates of an
 * agent into one cache set.
 */
public final class Block {

    /** Label of a place that pads: in no sum. */
    public static final byte PADDING = -1;

    /** Bits of a label in a word of labels. */
    public static final int LABEL_BITS = 8;

    private static final int RUN = Noise.TILE + 16;

    /** Bytes of an array besides its elements. */
    static final int HEADER = 16;

    public final int tiles;
    public final int replicas;
    public final float[] starts;

    /** Constants of the agents. */
    public final float[] marks;

    /** Of every column a word, row r in its r-th byte [tile][256]; empty where everyone has label 0. */
    public final int[] labels;

    public final float[][] states;
    public final float[][] energies;

    /** Pair means of the step that is being taken. */
    public final float[][] pairs;

    private final boolean[] full;
    private final Tiling tiling;
    private final int number;
    private final int dimension;
    private final int markCount;
    private final int pairCount;
    private final int replicasPerTile;
    private final int columns;

    Block(EnsembleSpec spec, int number) {
        this.tiling = spec.tiling();
        this.number = number;
        this.tiles = tiling.tilesIn(number);
        this.replicas = tiling.replicasIn(number);
        this.dimension = spec.dimension();
        this.replicasPerTile = tiling.replicasPerTile();
        this.columns = tiling.columns();
        this.labels = new int[labelled(spec) ? tiles * Noise.COLUMNS : 0];
        this.full = new boolean[tiles];
        this.states = new float[spec.guidances()][tiles * dimension * RUN];
        this.starts = new float[spec.evaluator().startConditioned() ? states[0].length : 0];
        this.markCount = spec.marks();
        this.marks = new float[tiles * markCount * RUN];
        this.pairCount = spec.evaluator().pairs();
        this.pairs = new float[spec.guidances()][tiles * pairCount * RUN];
        this.energies = new float[spec.guidances()][spec.agentEnergies() ? tiles * Noise.TILE : 0];
    }

    /** Number among all blocks. */
    int number() {
        return number;
    }

    private boolean labelled(EnsembleSpec spec) {
        return spec.start().labels() > 1 || agents() < tiles * Noise.TILE;
    }

    /** Bytes of each array of a block that is full, as the heap holds it. */
    static long[] arrays(EnsembleSpec spec, int tiles) {
        int copies = spec.guidances() + (spec.evaluator().startConditioned() ? 1 : 0);
        int energies = spec.agentEnergies() ? spec.guidances() : 0;
        int labels = spec.start().labels() > 1 ? 1 : 0;
        int marks = spec.marks() > 0 ? 1 : 0;
        int pairs = spec.evaluator().pairs() > 0 ? spec.guidances() : 0;
        long[] bytes = new long[pairs + copies + energies + labels + marks];
        Arrays.fill(
                bytes,
                HEADER + (long) Float.BYTES * RUN * tiles * spec.evaluator().pairs());
        Arrays.fill(bytes, 0, copies, HEADER + (long) Float.BYTES * RUN * tiles * spec.dimension());
        Arrays.fill(bytes, copies, copies + energies, HEADER + (long) Float.BYTES * Noise.TILE * tiles);
        Arrays.fill(bytes, copies + energies, copies + energies + labels, HEADER + (long) Noise.TILE * tiles);
        Arrays.fill(
                bytes, bytes.length - marks, bytes.length, HEADER + (long) Float.BYTES * RUN * tiles * spec.marks());
        return bytes;
    }

    /** Where coordinate j of a tile begins in starts and states. */
    public int run(int tile, int j) {
        return (tile * dimension + j) * RUN;
    }

    /** Where mark q of a tile begins in marks. */
    public int markRun(int tile, int q) {
        return (tile * markCount + q) * RUN;
    }

    /** Where the f-th pair mean of a tile begins in pairs. */
    public int pairRun(int tile, int f) {
        return (tile * pairCount + f) * RUN;
    }

    /**
     * Coordinate j of whoever has a place.
     * @param place within the block
     */
    float state(int guidance, int j, int place) {
        return states[guidance][run(place / Noise.TILE, j) + place % Noise.TILE];
    }

    /** Where the f-th pair mean of whoever has a place is in pairs. */
    int pair(int f, int place) {
        return pairRun(place / Noise.TILE, f) + place % Noise.TILE;
    }

    /** Number of the first noise column of a tile among all. */
    public long firstColumn(int tile) {
        return tiling.columnsBefore() + (tiling.firstTile(number) + tile) * Noise.COLUMNS;
    }

    /** Which replica of the block a column of a tile belongs to; columns that pad count as the last one's. */
    public int replica(int tile, int column) {
        int beside = Math.min(column / columns, replicasPerTile - 1);
        return Math.min(tile * replicasPerTile + beside, replicas - 1);
    }

    /** Which of the replicas that are advanced together the a-th agent belongs to. */
    int replicaOf(int a) {
        return (int) ((tiling.firstHere(number) + a) / tiling.agents());
    }

    int agents() {
        return tiling.agentsIn(number);
    }

    /**
     * Number of an agent among all, or -1 if the place pads.
     * @param place within the block
     */
    long agentAt(int place) {
        int agent = tiling.agentAt(number, place);
        return agent == Tiling.NOBODY ? Tiling.NOBODY : tiling.firstAgent(number) + agent;
    }

    /** First replica of the block, of those that are advanced together. */
    int firstReplica() {
        return tiling.firstReplica(number);
    }

    /** Places of a tile up to the last that is somebody's. */
    public int used(int tile) {
        int before = tile * Noise.TILE;
        return columns < Noise.COLUMNS ? Noise.TILE : Math.min(Noise.TILE, agents() - before);
    }

    /** Copies coordinate j of all agents out of a state array. */
    float[] coordinate(float[] state, int j) {
        float[] values = new float[agents()];
        for (int a = 0; a < values.length; a++) {
            int place = tiling.place(a);
            values[a] = state[run(place / Noise.TILE, j) + place % Noise.TILE];
        }
        return values;
    }

    /** Copies coordinate j of all agents into a state array. */
    void setCoordinate(float[] state, int j, float[] values) {
        for (int a = 0; a < values.length; a++) {
            int place = tiling.place(a);
            state[run(place / Noise.TILE, j) + place % Noise.TILE] = values[a];
        }
    }

    /**
     * Label of a place.
     * @param place within the block
     */
    public byte label(int place) {
        return labels.length == 0 ? 0 : (byte) (labels[word(place)] >> shift(place));
    }

    void setLabel(int place, int label) {
        if (labels.length == 0) {
            return;
        }
        int others = labels[word(place)] & ~(0xff << shift(place));
        labels[word(place)] = others | (label & 0xff) << shift(place);
    }

    private static int word(int place) {
        return place / Noise.TILE * Noise.COLUMNS + place % Noise.COLUMNS;
    }

    private static int shift(int place) {
        return place % Noise.TILE / Noise.COLUMNS * LABEL_BITS;
    }

    /** Whether every place of a tile is somebody's. */
    public boolean full(int tile) {
        return full[tile];
    }

    void setFull(int tile, boolean everyone) {
        full[tile] = everyone;
    }

    /** Whether energies are kept. */
    public boolean keepsEnergies() {
        return energies[0].length > 0;
    }

    float[] energies(int guidance) {
        float[] values = new float[keepsEnergies() ? agents() : 0];
        for (int a = 0; a < values.length; a++) {
            values[a] = energies[guidance][tiling.place(a)];
        }
        return values;
    }

    void setEnergies(int guidance, float[] values) {
        for (int a = 0; a < values.length; a++) {
            energies[guidance][tiling.place(a)] = values[a];
        }
    }

    byte[] labels() {
        byte[] values = new byte[agents()];
        for (int a = 0; a < values.length; a++) {
            values[a] = label(tiling.place(a));
        }
        return values;
    }
}
