package io.github.murmuration.ensemble;

/**
 * Patterns y_0, ..., y_{p-1} in R^d, float32, in tiles of 1024 = 32 rows of 32 columns: pattern i lies in tile i / 1024, row
 * (i mod 1024) / 32, column i mod 32. Coordinate j of a tile is a run of 1024 floats; runs are 1040 apart, since a distance of 4096
 * bytes would put all coordinates of a pattern into one cache set.
 */
public final class PatternTable {

    public static final int COLUMNS = 32;
    public static final int ROWS = 32;
    public static final int TILE = COLUMNS * ROWS;

    private static final int RUN = TILE + 16;

    private final int count;
    private final int dimension;
    private final float[] values;

    private PatternTable(int count, int dimension, float[] values) {
        this.count = count;
        this.dimension = dimension;
        this.values = values;
    }

    /**
     * Room for p patterns, all 0 until {@link #set}.
     * @throws IllegalArgumentException p or d below 1, or p d above about 2e9
     */
    public static PatternTable allocate(int count, int dimension) {
        long size = (long) tiles(count) * RUN * dimension;
        if (count < 1 || dimension < 1 || size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(count + " patterns in dimension " + dimension);
        }
        return new PatternTable(count, dimension, new float[(int) size]);
    }

    /** @param rows [p][d] */
    public static PatternTable of(double[][] rows) {
        PatternTable table = allocate(rows.length, rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < table.dimension; j++) {
                table.set(i, j, (float) rows[i][j]);
            }
        }
        return table;
    }

    /** The first patterns, on the same memory. */
    public PatternTable first(int patterns) {
        if (patterns < 1 || patterns > count) {
            throw new IllegalArgumentException(patterns + " of " + count + " patterns");
        }
        return new PatternTable(patterns, dimension, values);
    }

    /** A copy of the patterns at these indices, in their order. */
    public PatternTable select(int[] indices) {
        PatternTable chosen = allocate(indices.length, dimension);
        for (int i = 0; i < indices.length; i++) {
            for (int j = 0; j < dimension; j++) {
                chosen.set(i, j, get(indices[i], j));
            }
        }
        return chosen;
    }

    /** Number of patterns p. */
    public int count() {
        return count;
    }

    /** Number of coordinates d. */
    public int dimension() {
        return dimension;
    }

    /** Number of tiles; all but the last are full. */
    public int tiles() {
        return tiles(count);
    }

    /** Patterns of a tile. */
    public int patternsIn(int tile) {
        return Math.min(TILE, count - tile * TILE);
    }

    /** Rows of a tile that hold patterns. */
    public int rowsIn(int tile) {
        return (patternsIn(tile) + COLUMNS - 1) / COLUMNS;
    }

    /** Where coordinate j of a tile begins in values. */
    public int run(int tile, int j) {
        return (tile * dimension + j) * RUN;
    }

    /** The memory that {@link #run} points into; a tile that is not full ends in values that are no patterns. */
    public float[] values() {
        return values;
    }

    /** Coordinate j of pattern i. */
    public float get(int i, int j) {
        return values[run(i / TILE, j) + i % TILE];
    }

    public void set(int i, int j, float value) {
        values[run(i / TILE, j) + i % TILE] = value;
    }

    /** All patterns [p][d] flattened. */
    public double[] rows() {
        double[] rows = new double[count * dimension];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = get(i / dimension, i % dimension);
        }
        return rows;
    }

    /** Coordinate j of all patterns [p]. */
    public float[] coordinate(int j) {
        float[] all = new float[count];
        for (int tile = 0; tile < tiles(); tile++) {
            System.arraycopy(values, run(tile, j), all, tile * TILE, patternsIn(tile));
        }
        return all;
    }

    private static int tiles(int patterns) {
        return (patterns + TILE - 1) / TILE;
    }
}
