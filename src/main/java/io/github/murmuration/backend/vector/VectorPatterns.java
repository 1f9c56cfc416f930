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

    private final float[] weights = new float[PatternTable.TILE];
    private final float[] columns = new float[COLUMNS];

    @Override
    public void sums(
            PatternTable patterns, int tile, float precision, float[] centres, int from, float[] sums, int at) {
        int places = patterns.rowsIn(tile) * COLUMNS;
        sums[at] = distances(patterns, tile, centres, from);
        sums[at + 1] = exponentials(places, sums[at], -0.5f * precision);
        for (int j = 0; j < patterns.dimension(); j++) {
            sums[at + 2 + j] = moment(patterns.values(), patterns.run(tile, j), places);
        }
    }

    @Override
    public float[] weights(PatternTable patterns, int tile, float precision, float[] centres, int from) {
        float least = distances(patterns, tile, centres, from);
        exponentials(patterns.rowsIn(tile) * COLUMNS, least, -0.5f * precision);
        return weights;
    }

    /** Fills weights with squared distances, infinite where a row has no pattern. @return the smallest */
    private float distances(PatternTable patterns, int tile, float[] centres, int from) {
        int count = patterns.patternsIn(tile);
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
        Arrays.fill(weights, count, places, Float.POSITIVE_INFINITY);
        return least(places);
    }

    private float least(int places) {
        FloatVector least = FloatVector.broadcast(Lanes.FLOAT, Float.POSITIVE_INFINITY);
        for (int i = 0; i < places; i += V) {
            least = least.min(FloatVector.fromArray(Lanes.FLOAT, weights, i));
        }
        return least.reduceLanes(VectorOperators.MIN);
    }

    /** Distances q become weights exp(scale (q - least)). @return their sum */
    private float exponentials(int places, float least, float scale) {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector sum = FloatVector.zero(Lanes.FLOAT);
            for (int i = c; i < places; i += COLUMNS) {
                FloatVector weight = VectorMath.exp(FloatVector.fromArray(Lanes.FLOAT, weights, i)
                        .sub(least)
                        .mul(scale));
                weight.intoArray(weights, i);
                sum = sum.add(weight);
            }
            sum.intoArray(columns, c);
        }
        return SumTree.halve(columns, 0, COLUMNS);
    }

    /** Sum of weights times values from position run on. */
    private float moment(float[] values, int run, int places) {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector sum = FloatVector.zero(Lanes.FLOAT);
            for (int i = c; i < places; i += COLUMNS) {
                FloatVector value = FloatVector.fromArray(Lanes.FLOAT, values, run + i);
                sum = value.fma(FloatVector.fromArray(Lanes.FLOAT, weights, i), sum);
            }
            sum.intoArray(columns, c);
        }
        return SumTree.halve(columns, 0, COLUMNS);
    }
}
