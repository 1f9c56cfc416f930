package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.PatternTable;

/**
 * Bytes on the device for some centres before a table of patterns, and where each array lies in one piece of memory. Arrays of 8-byte
 * numbers come first.
 *
 * @param tiles of 1024 patterns
 * @param dimension d
 * @param draws whether patterns are drawn, or means taken
 * @param centres n, that are taken at a time
 */
record PatternPlan(int tiles, int dimension, boolean draws, int centres) {

    /** What the sums over tiles may take; more would not make a launch any better filled. */
    private static final long SUM_BYTES = 1L << 28;

    private static final int MOMENTS = 2;

    static PatternPlan of(PatternTable patterns, boolean draws, int centres) {
        PatternPlan one = new PatternPlan(patterns.tiles(), patterns.dimension(), draws, 1);
        return one.of((int) Math.max(1, Math.min(centres, SUM_BYTES / one.sumBytes())));
    }

    /** The same for another number of centres. */
    PatternPlan of(int fewer) {
        return new PatternPlan(tiles, dimension, draws, fewer);
    }

    /** The same for as many centres as fit into so many bytes; none if not even one does. */
    PatternPlan within(long bytes) {
        return of((int) Math.min(centres, bytes / of(1).bytes()));
    }

    /** Bytes of a table: its tiles as they lie on the host. */
    static long tableBytes(PatternTable patterns) {
        return (long) patterns.run(patterns.tiles(), 0) * Float.BYTES;
    }

    /** Of a draw: where in its tile [n]. */
    long shares() {
        return 0;
    }

    /** Sums over tiles [tiles][2 + moments][n]. */
    long sums() {
        return draws ? (long) centres * Double.BYTES : 0;
    }

    /** Centres [n][d]. */
    long centreRows() {
        return sums() + sumBytes();
    }

    /** Means [n][d], or chosen patterns [n]. */
    long results() {
        return centreRows() + (long) centres * dimension * Float.BYTES;
    }

    /** Of a draw [n]. */
    long uniforms() {
        return results() + (long) centres * Integer.BYTES;
    }

    /** Of means: smallest squared distances and sums of weights [2][n]. */
    long ends() {
        return results() + (long) centres * dimension * Float.BYTES;
    }

    long bytes() {
        return draws ? uniforms() + (long) centres * Float.BYTES : ends() + 2L * centres * Float.BYTES;
    }

    private long sumBytes() {
        return (long) tiles * (MOMENTS + moments()) * centres * Float.BYTES;
    }

    /** Moments per tile: none for draws. */
    int moments() {
        return draws ? 0 : dimension;
    }
}
