package io.github.murmuration.backend.host;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.PathColumn;
import io.github.murmuration.ensemble.PathPatterns;
import io.github.murmuration.ensemble.PatternSampler;
import io.github.murmuration.ensemble.PatternTable;
import java.util.Arrays;

/** The patterns of the paths of a noise column. */
final class PathTables {

    private final int together;
    private final PatternTable[][] tables;

    PathTables(BackwardPaths paths, PathPatterns patterns, PathColumn column) {
        boolean shared = patterns instanceof PathPatterns.Listed;
        this.together = shared ? Math.max(1, column.size()) : 1;
        this.tables = new PatternTable[shared ? 1 : column.size()][];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = of(paths, patterns, shared ? 0 : column.number(i));
        }
    }

    /** Paths that share their tables: all of the column, or one. */
    int together() {
        return together;
    }

    /** Of a path in a selection. */
    PatternTable of(int path, int selection) {
        return tables[path / together][selection];
    }

    private static PatternTable[] of(BackwardPaths paths, PathPatterns patterns, long number) {
        if (patterns instanceof PathPatterns.Listed listed) {
            return firsts(listed.table(), listed.counts());
        }
        if (patterns instanceof PathPatterns.Drawn drawn) {
            return firsts(set(drawn.law(), paths, number, drawn.most()), drawn.counts());
        }
        PathPatterns.Chosen chosen = (PathPatterns.Chosen) patterns;
        int[][] indices = chosen.indices()[Math.toIntExact(number - paths.first())];
        int most = Arrays.stream(indices).flatMapToInt(Arrays::stream).max().orElse(0) + 1;
        PatternTable set = set(chosen.law(), paths, number, most);
        return Arrays.stream(indices).map(set::select).toArray(PatternTable[]::new);
    }

    private static PatternTable set(GaussianMixture law, BackwardPaths paths, long number, int patterns) {
        return new PatternSampler(law, paths.seed()).draw(Math.toIntExact(number), patterns);
    }

    private static PatternTable[] firsts(PatternTable table, int[] counts) {
        return Arrays.stream(counts).mapToObj(table::first).toArray(PatternTable[]::new);
    }
}
