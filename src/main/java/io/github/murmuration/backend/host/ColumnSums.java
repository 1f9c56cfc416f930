package io.github.murmuration.backend.host;

import static io.github.murmuration.rng.Noise.COLUMNS;

import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.ensemble.SumTree;
import io.github.murmuration.ensemble.Tiling;
import java.util.Arrays;

/** The float32 sums of one tile: 256 column sums of each entry of a SumLayout, then halved, replica by replica. */
public final class ColumnSums {

    private final SumLayout layout;
    private final Tiling tiling;
    private final float[] columns;

    public ColumnSums(SumLayout layout, Tiling tiling) {
        this.layout = layout;
        this.tiling = tiling;
        this.columns = new float[layout.size() * COLUMNS];
    }

    /**
     * Adds a coordinate of one agent to its column, rows in increasing order. Padding is in no sum.
     * @param departure x - r.
     * @param u control
     */
    public void add(int label, int coordinate, int column, float departure, float u) {
        if (label == Block.PADDING) {
            return;
        }
        int first = layout.at(label, coordinate) * COLUMNS + column;
        columns[first] += departure;
        square(first + SumLayout.SECOND * COLUMNS, departure);
        if (layout.steered()) {
            square(first + SumLayout.POWER * COLUMNS, u);
        }
    }

    /**
     * Adds a feature of one agent.
     * @param departure f - r
     */
    public void addFeature(int label, int channel, int column, float departure) {
        if (label != Block.PADDING) {
            columns[layout.at(label, channel) * COLUMNS + column] += departure;
        }
    }

    private void square(int sum, float value) {
        columns[sum] = Math.fma(value, value, columns[sum]);
    }

    /**
     * Writes the sums of the tile [replica in the tile][SumLayout] from position at on, and starts over.
     * @param into modified.
     */
    public void finish(float[] into, int at) {
        int width = tiling.columns();
        for (int replica = 0; replica < tiling.replicasPerTile(); replica++) {
            for (int s = 0; s < layout.size(); s++) {
                into[at + replica * layout.size() + s] = SumTree.halve(columns, s * COLUMNS + replica * width, width);
            }
        }
        Arrays.fill(columns, 0);
    }
}
