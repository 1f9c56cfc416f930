package io.github.murmuration.backend.vector;

import static io.github.murmuration.rng.Noise.COLUMNS;

import io.github.murmuration.backend.host.Block;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.ensemble.SumTree;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Sums of one tile by label, one coordinate at a time: 256 column sums each, then halved. */
final class VectorSums {

    private static final int V = Lanes.COUNT;

    private final SumLayout layout;
    private final int width;
    private final int replicas;
    private final float[] columns = new float[SumLayout.WIDTH * COLUMNS];
    private final float[] labels = new float[Noise.TILE];

    VectorSums(SumLayout layout, Tiling tiling) {
        this.layout = layout;
        this.width = tiling.columns();
        this.replicas = tiling.replicasPerTile();
    }

    /** Reads the labels of the tile that the next calls are about. */
    void tile(Block block, int tile) {
        for (int i = 0; i < Noise.TILE; i++) {
            labels[i] = block.labels[tile * Noise.TILE + i];
        }
    }

    /**
     * Sums of coordinate j.
     *
     * @param x states, from position xAt on
     * @param u controls, from position uAt on
     * @param into sums of the tile [replica in the tile][SumLayout], from position at on; modified
     */
    void coordinate(int j, float[] x, int xAt, float[] u, int uAt, float reference, float[] into, int at) {
        for (int label = 0; label < layout.labels(); label++) {
            columns(label, x, xAt, u, uAt, reference);
            for (int replica = 0; replica < replicas; replica++) {
                int first = at + replica * layout.size() + layout.at(label, j);
                for (int s = 0; s < SumLayout.WIDTH; s++) {
                    into[first + s] = halve(s * COLUMNS + replica * width);
                }
            }
        }
    }

    private void columns(int label, float[] x, int xAt, float[] u, int uAt, float reference) {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector first = FloatVector.zero(Lanes.FLOAT);
            FloatVector second = FloatVector.zero(Lanes.FLOAT);
            FloatVector power = FloatVector.zero(Lanes.FLOAT);
            for (int i = c; i < Noise.TILE; i += COLUMNS) {
                VectorMask<Float> other =
                        FloatVector.fromArray(Lanes.FLOAT, labels, i).compare(VectorOperators.NE, (float) label);
                FloatVector departure = FloatVector.fromArray(Lanes.FLOAT, x, xAt + i)
                        .sub(reference)
                        .blend(0f, other);
                FloatVector control =
                        FloatVector.fromArray(Lanes.FLOAT, u, uAt + i).blend(0f, other);
                first = first.add(departure);
                second = departure.fma(departure, second);
                power = control.fma(control, power);
            }
            first.intoArray(columns, c);
            second.intoArray(columns, COLUMNS + c);
            power.intoArray(columns, 2 * COLUMNS + c);
        }
    }

    /** Halves whole vectors as far as they go, the rest one by one. */
    private float halve(int offset) {
        int left = width;
        for (; left > V && left % (2 * V) == 0; left /= 2) {
            for (int c = 0; c < left / 2; c += V) {
                FloatVector upper = FloatVector.fromArray(Lanes.FLOAT, columns, offset + left / 2 + c);
                FloatVector.fromArray(Lanes.FLOAT, columns, offset + c)
                        .add(upper)
                        .intoArray(columns, offset + c);
            }
        }
        return SumTree.halve(columns, offset, left);
    }
}
