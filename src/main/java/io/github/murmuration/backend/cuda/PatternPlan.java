package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.PatternTable;

/**
 * Bytes on the device for sums of some centres over a table of patterns, and where each array lies in one piece of memory.
 *
 * @param tiles of 1024 patterns
 * @param dimension d
 * @param centres n, that are taken at a time
 */
record PatternPlan(int tiles, int dimension, int centres) {

    /** What the sums over tiles may take; more would not make a launch any better filled. */
    private static final long SUM_BYTES = 1L << 28;

    private static final int MOMENTS = 2;

    static PatternPlan of(PatternTable patterns, int centres) {
        PatternPlan one = new PatternPlan(patterns.tiles(), patterns.dimension(), 1);
        return one.of((int) Math.max(1, Math.min(centres, SUM_BYTES / one.sumBytes())));
    }

    /** The same for another number of centres. */
    PatternPlan of(int fewer) {
        return new PatternPlan(tiles, dimension, fewer);
    }

    /** The same for as many centres as fit into so many bytes; none if not even one does. */
    PatternPlan within(long bytes) {
        return of((int) Math.min(centres, bytes / of(1).bytes()));
    }

    /** Bytes of a table: its tiles as they lie on the host. */
    static long tableBytes(PatternTable patterns) {
        return (long) patterns.run(patterns.tiles(), 0) * Float.BYTES;
    }

    /** Centres [n][d], after the sums over tiles [tiles][2 + d][n]. */
    long centreRows() {
        return sumBytes();
    }

    /** Means [n][d]. */
    long results() {
        return centreRows() + (long) centres * dimension * Float.BYTES;
    }

    /** Smallest squared distances and sums of weights [2][n]. */
    long ends() {
        return results() + (long) centres * dimension * Float.BYTES;
    }

    long bytes() {
        return ends() + 2L * centres * Float.BYTES;
    }

    private long sumBytes() {
        return (long) tiles * (MOMENTS + dimension) * centres * Float.BYTES;
    }
}
