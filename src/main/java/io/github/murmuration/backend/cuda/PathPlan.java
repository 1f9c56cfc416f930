package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.PathPatterns;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.ensemble.StartTable;

/**
 * Where everything that n paths need lies in one piece of device memory, in bytes. First what all paths have in common, then what grows
 * with their number.
 */
final class PathPlan {

    /** kernels/pattern_paths.cuh: PathStep. */
    static final int STEP_BYTES = 4 * Double.BYTES + Float.BYTES + Integer.BYTES;

    /** Rows of a tile that kernels take together, in patterns: kernels/pattern_tile.cuh. */
    private static final int ROW_GROUP = 8 * PatternTable.COLUMNS;

    private static final int MOMENTS = 2;
    private static final long ALIGNMENT = 256;

    final int tiles;
    final int run;
    final long clock;
    final long start;
    final long thresholds;
    final long means;
    final long factors;
    final long tables;
    final long states;
    final long observed;
    final long centres;
    final long sums;
    final long chosen;
    final long bytes;

    /** Floats of the table of a path; 0 where all have one. */
    final long stride;

    private long next;

    /** @param law of patterns that are drawn; null where they are listed */
    PathPlan(BackwardPaths asked, PathPatterns patterns, StartTable law, int paths) {
        int d = asked.dimension();
        int most = patterns.most();
        this.tiles = (most + PatternTable.TILE - 1) / PatternTable.TILE;
        this.clock = take((long) asked.clock().steps() * STEP_BYTES);
        this.start = take(2L * d * Double.BYTES);
        this.thresholds = take(law == null ? 0 : (long) law.thresholds().length * Integer.BYTES);
        this.means = take(law == null ? 0 : (long) law.means().length * Float.BYTES);
        this.factors = take(law == null ? 0 : (long) law.factors().length * Float.BYTES);
        if (patterns instanceof PathPatterns.Listed listed) {
            this.run = listed.table().run(0, 1);
            this.stride = 0;
            this.tables = take(PatternPlan.tableBytes(listed.table()));
        } else {
            int places = (most + ROW_GROUP - 1) / ROW_GROUP * ROW_GROUP;
            this.run = Math.min(PatternTable.TILE, places);
            this.stride = (long) tiles * d * run;
            this.tables = take(paths * stride * Float.BYTES);
        }
        this.states = take((long) paths * d * Double.BYTES);
        this.observed = take((long) asked.observed().length * paths * d * Double.BYTES);
        this.centres = take((long) paths * d * Float.BYTES);
        this.sums = take((long) tiles * (MOMENTS + d) * paths * Float.BYTES);
        this.chosen = take(patterns instanceof PathPatterns.Chosen ? (long) paths * most * Integer.BYTES : 0);
        this.bytes = next;
    }

    private long take(long size) {
        long at = next;
        next += (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return at;
    }
}
