package io.github.murmuration.backend.host;

import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.ensemble.PatternTable;

/** Means over the patterns of a whole table, for a few centres. Holds scratch: one instance per thread. */
final class PatternMeans {

    private final int dimension;
    private final int size;
    private final PatternKernel kernel;
    private final float[] means;
    private final float[] sums;
    private final float[] span;
    private final float[] tile;

    PatternMeans(int dimension, PatternKernel kernel) {
        this.dimension = dimension;
        this.size = PatternSums.size(dimension);
        this.kernel = kernel;
        this.means = new float[PatternKernel.BLOCK * dimension];
        this.sums = new float[PatternKernel.BLOCK * size];
        this.span = new float[sums.length];
        this.tile = new float[sums.length];
    }

    /**
     * sum w_mu y_mu.
     *
     * @param centres [count][d] from position from on
     * @param count at most {@link PatternKernel#BLOCK}
     * @return [count][d], valid until the next call
     */
    float[] of(PatternTable table, float precision, float[] centres, int from, int count) {
        for (int begin = 0; begin < table.tiles(); begin += PatternEvaluator.SPAN) {
            int end = Math.min(begin + PatternEvaluator.SPAN, table.tiles());
            for (int t = begin; t < end; t++) {
                kernel.sums(table, t, precision, centres, from, count, tile, 0);
                PatternSums.collect(tile, t == begin, span, 0, count, size, precision);
            }
            PatternSums.collect(span, begin == 0, sums, 0, count, size, precision);
        }
        for (int i = 0; i < count * dimension; i++) {
            int at = i / dimension * size;
            means[i] = sums[at + PatternSums.MOMENTS + i % dimension] / sums[at + PatternSums.TOTAL];
        }
        return means;
    }
}
