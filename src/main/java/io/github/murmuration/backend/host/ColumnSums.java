package io.github.murmuration.backend.host;

import static io.github.murmuration.rng.Noise.COLUMNS;

import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.ensemble.SumTree;
import java.util.Arrays;

/** The float32 sums of one tile: 256 column sums of each entry of a SumLayout, then halved. */
public final class ColumnSums {

    private final SumLayout layout;
    private final float[] columns;

    public ColumnSums(SumLayout layout) {
        this.layout = layout;
        this.columns = new float[layout.size() * COLUMNS];
    }

    /** Adds one agent to its column, rows in increasing order. Padding is in no sum. @param departure x - r */
    public void add(int label, int coordinate, int column, float departure, float u) {
        if (label == Block.PADDING) {
            return;
        }
        int first = layout.at(label, coordinate) * COLUMNS + column;
        int second = first + COLUMNS;
        int power = second + COLUMNS;
        columns[first] += departure;
        columns[second] = Math.fma(departure, departure, columns[second]);
        columns[power] = Math.fma(u, u, columns[power]);
    }

    /** Writes the sums of the tile from position at on, and starts over. @param into modified. */
    public void finish(float[] into, int at) {
        for (int s = 0; s < layout.size(); s++) {
            into[at + s] = SumTree.halve(columns, s * COLUMNS, COLUMNS);
        }
        Arrays.fill(columns, 0);
    }
}
