package io.github.murmuration.backend.scalar;

import static io.github.murmuration.ensemble.PatternTable.COLUMNS;

import io.github.murmuration.arithmetic.NarrowMath;
import io.github.murmuration.backend.host.PatternKernel;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.ensemble.SumTree;
import java.util.Arrays;

/** Soft-max sums over a tile of patterns, one pattern at a time. */
final class ScalarPatterns implements PatternKernel {

    private final float[] weights = new float[PatternTable.TILE];
    private final float[] columns = new float[COLUMNS];

    @Override
    public void sums(
            PatternTable patterns,
            int tile,
            float precision,
            float[] centres,
            int from,
            int count,
            float[] sums,
            int at) {
        int d = patterns.dimension();
        for (int k = 0; k < count; k++) {
            sums(patterns, tile, precision, centres, from + k * d, sums, at + k * (2 + d));
        }
    }

    private void sums(
            PatternTable patterns, int tile, float precision, float[] centres, int from, float[] sums, int at) {
        int places = patterns.rowsIn(tile) * COLUMNS;
        sums[at] = weigh(patterns, tile, precision, centres, from);
        Arrays.fill(columns, 0f);
        for (int i = 0; i < places; i++) {
            columns[i % COLUMNS] += weights[i];
        }
        sums[at + 1] = SumTree.halve(columns, 0, COLUMNS);
        for (int j = 0; j < patterns.dimension(); j++) {
            int run = patterns.run(tile, j);
            Arrays.fill(columns, 0f);
            for (int i = 0; i < places; i++) {
                columns[i % COLUMNS] = Math.fma(weights[i], patterns.values()[run + i], columns[i % COLUMNS]);
            }
            sums[at + 2 + j] = SumTree.halve(columns, 0, COLUMNS);
        }
    }

    @Override
    public float[] weights(PatternTable patterns, int tile, float precision, float[] centres, int from) {
        weigh(patterns, tile, precision, centres, from);
        return weights;
    }

    /**
     * Fills weights, 0 where a row has no pattern.
     * @return the smallest squared distance
     */
    private float weigh(PatternTable patterns, int tile, float precision, float[] centres, int from) {
        int places = patterns.rowsIn(tile) * COLUMNS;
        float least = Float.POSITIVE_INFINITY;
        for (int i = 0; i < places; i++) {
            weights[i] = i < patterns.patternsIn(tile)
                    ? squaredDistance(patterns, tile, i, centres, from)
                    : Float.POSITIVE_INFINITY;
            least = Math.min(least, weights[i]);
        }
        for (int i = 0; i < places; i++) {
            weights[i] = NarrowMath.decay((weights[i] - least) * (-0.5f * precision));
        }
        return least;
    }

    private static float squaredDistance(PatternTable patterns, int tile, int i, float[] centres, int from) {
        float sum = 0f;
        for (int j = 0; j < patterns.dimension(); j++) {
            float departure = patterns.values()[patterns.run(tile, j) + i] - centres[from + j];
            sum = Math.fma(departure, departure, sum);
        }
        return sum;
    }
}
