package io.github.murmuration.backend.vector;

import static io.github.murmuration.ensemble.PatternTable.COLUMNS;

import io.github.murmuration.backend.host.PatternKernel;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.ensemble.SumTree;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Soft-max sums over a tile of patterns, a vector of patterns of one row at a time. */
final class VectorPatterns implements PatternKernel {

    private static final int V = Lanes.COUNT;

    private final float[] weights = new float[BLOCK * PatternTable.TILE];
    private final float[] columns = new float[COLUMNS];
    private final VectorPatternBlock block = new VectorPatternBlock();

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
        int size = 2 + patterns.dimension();
        if (count == BLOCK) {
            block.distances(patterns, tile, centres, from, weights);
        }
        for (int k = 0; k < count; k++) {
            int own = count == BLOCK ? k * PatternTable.TILE : 0;
            if (count < BLOCK) {
                distances(patterns, tile, centres, from + k * patterns.dimension());
            }
            weigh(patterns, tile, precision, own, sums, at + k * size);
            int blocked = count == BLOCK ? patterns.dimension() / 2 * 2 : 0;
            for (int j = blocked; j < patterns.dimension(); j++) {
                sums[at + k * size + 2 + j] = moment(patterns, tile, j, own);
            }
        }
        if (count == BLOCK) {
            for (int j = 0; j + 1 < patterns.dimension(); j += 2) {
                block.moments(patterns, tile, j, weights, sums, at + 2 + j, size);
            }
        }
    }

    @Override
    public float[] weights(PatternTable patterns, int tile, float precision, float[] centres, int from) {
        distances(patterns, tile, centres, from);
        weigh(patterns, tile, precision, 0, new float[2], 0);
        return weights;
    }

    /**
     * Distances become weights.
     * @param own where they lie.
     * @param sums least and total at position at, overwritten
     */
    private void weigh(PatternTable patterns, int tile, float precision, int own, float[] sums, int at) {
        int places = patterns.rowsIn(tile) * COLUMNS;
        Arrays.fill(weights, own + patterns.patternsIn(tile), own + places, Float.POSITIVE_INFINITY);
        sums[at] = least(own, places);
        sums[at + 1] = exponentials(own, places, sums[at], -0.5f * precision);
    }

    /** Fills the first weights with squared distances. */
    private void distances(PatternTable patterns, int tile, float[] centres, int from) {
        int places = patterns.rowsIn(tile) * COLUMNS;
        int d = patterns.dimension();
        int run = patterns.run(tile, 0);
        int stride = patterns.run(tile, 1) - run;
        float[] values = patterns.values();
        for (int i = 0; i < places; i += V) {
            FloatVector sum = FloatVector.zero(Lanes.FLOAT);
            for (int j = 0; j < d; j++) {
                FloatVector departure = FloatVector.fromArray(Lanes.FLOAT, values, run + j * stride + i)
                        .sub(centres[from + j]);
                sum = departure.fma(departure, sum);
            }
            sum.intoArray(weights, i);
        }
    }

    private float least(int own, int places) {
        FloatVector least = FloatVector.broadcast(Lanes.FLOAT, Float.POSITIVE_INFINITY);
        for (int i = 0; i < places; i += V) {
            least = least.min(FloatVector.fromArray(Lanes.FLOAT, weights, own + i));
        }
        return least.reduceLanes(VectorOperators.MIN);
    }

    /**
     * Distances q become weights exp(scale (q - least)).
     * @return their sum
     */
    private float exponentials(int own, int places, float least, float scale) {
        FloatVector from = FloatVector.broadcast(Lanes.FLOAT, least);
        FloatVector factor = FloatVector.broadcast(Lanes.FLOAT, scale);
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector sum = FloatVector.zero(Lanes.FLOAT);
            for (int i = c; i < places; i += COLUMNS) {
                FloatVector distance = FloatVector.fromArray(Lanes.FLOAT, weights, own + i);
                FloatVector weight = VectorNarrowMath.decay(distance.sub(from).mul(factor));
                weight.intoArray(weights, own + i);
                sum = sum.add(weight);
            }
            sum.intoArray(columns, c);
        }
        return SumTree.halve(columns, 0, COLUMNS);
    }

    /** Sum of the weights at position own times coordinate j. */
    private float moment(PatternTable patterns, int tile, int j, int own) {
        float[] values = patterns.values();
        int run = patterns.run(tile, j);
        int places = patterns.rowsIn(tile) * COLUMNS;
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector sum = FloatVector.zero(Lanes.FLOAT);
            for (int i = c; i < places; i += COLUMNS) {
                FloatVector value = FloatVector.fromArray(Lanes.FLOAT, values, run + i);
                sum = value.fma(FloatVector.fromArray(Lanes.FLOAT, weights, own + i), sum);
            }
            sum.intoArray(columns, c);
        }
        return SumTree.halve(columns, 0, COLUMNS);
    }
}
