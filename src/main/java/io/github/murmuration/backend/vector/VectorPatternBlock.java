package io.github.murmuration.backend.vector;

import static io.github.murmuration.ensemble.PatternTable.COLUMNS;
import static io.github.murmuration.ensemble.PatternTable.TILE;

import io.github.murmuration.ensemble.PatternTable;
import jdk.incubator.vector.FloatVector;

/**
 * Four centres before a tile: distances and moments, the two loops over coordinates. A load of a pattern serves all four, and eight
 * chains of multiply-adds run side by side; the order within each chain is that of one centre.
 */
final class VectorPatternBlock {

    private static final int V = Lanes.COUNT;

    private final float[] columns = new float[8 * COLUMNS];

    /**
     * Squared distances.
     * @param centres [4][d] from position from on.
     * @param weights [4][1024], overwritten up to places
     */
    void distances(PatternTable patterns, int tile, float[] centres, int from, float[] weights) {
        int places = patterns.rowsIn(tile) * COLUMNS;
        for (int i = 0; i < places; i += 2 * V) {
            distances(patterns, patterns.run(tile, 0) + i, centres, from, weights, i);
        }
    }

    /**
     * Of two vectors of patterns.
     * @param run where the first coordinate of the first pattern lies
     */
    private static void distances(PatternTable patterns, int run, float[] centres, int from, float[] weights, int at) {
        int d = patterns.dimension();
        int stride = patterns.run(0, 1) - patterns.run(0, 0);
        float[] values = patterns.values();
        FloatVector a0 = FloatVector.zero(Lanes.FLOAT);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector b2 = a0;
        FloatVector b3 = a0;
        for (int j = 0; j < d; j++) {
            FloatVector a = FloatVector.fromArray(Lanes.FLOAT, values, run + j * stride);
            FloatVector b = FloatVector.fromArray(Lanes.FLOAT, values, run + j * stride + V);
            FloatVector c0 = FloatVector.broadcast(Lanes.FLOAT, centres[from + j]);
            FloatVector c1 = FloatVector.broadcast(Lanes.FLOAT, centres[from + d + j]);
            FloatVector c2 = FloatVector.broadcast(Lanes.FLOAT, centres[from + 2 * d + j]);
            FloatVector c3 = FloatVector.broadcast(Lanes.FLOAT, centres[from + 3 * d + j]);
            a0 = addSquare(a, c0, a0);
            a1 = addSquare(a, c1, a1);
            a2 = addSquare(a, c2, a2);
            a3 = addSquare(a, c3, a3);
            b0 = addSquare(b, c0, b0);
            b1 = addSquare(b, c1, b1);
            b2 = addSquare(b, c2, b2);
            b3 = addSquare(b, c3, b3);
        }
        a0.intoArray(weights, at);
        b0.intoArray(weights, at + V);
        a1.intoArray(weights, at + TILE);
        b1.intoArray(weights, at + TILE + V);
        a2.intoArray(weights, at + 2 * TILE);
        b2.intoArray(weights, at + 2 * TILE + V);
        a3.intoArray(weights, at + 3 * TILE);
        b3.intoArray(weights, at + 3 * TILE + V);
    }

    private static FloatVector addSquare(FloatVector y, FloatVector c, FloatVector sum) {
        FloatVector departure = y.sub(c);
        return departure.fma(departure, sum);
    }

    /**
     * Sums of weights times coordinates j and j + 1.
     *
     * @param weights [4][1024]
     * @param sums coordinate j of centre k at position at + k step, j + 1 after it
     */
    void moments(PatternTable patterns, int tile, int j, float[] weights, float[] sums, int at, int step) {
        int places = patterns.rowsIn(tile) * COLUMNS;
        for (int c = 0; c < COLUMNS; c += V) {
            columns(patterns.values(), patterns.run(tile, j), patterns.run(tile, j + 1), weights, c, places);
        }
        for (int k = 0; k < 4; k++) {
            sums[at + k * step] = halve(2 * k * COLUMNS);
            sums[at + k * step + 1] = halve((2 * k + 1) * COLUMNS);
        }
    }

    /** Column sums of columns c, ..., c + V - 1 into [4][2][32]. */
    private void columns(float[] values, int first, int second, float[] weights, int c, int places) {
        FloatVector a0 = FloatVector.zero(Lanes.FLOAT);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector b2 = a0;
        FloatVector b3 = a0;
        for (int i = c; i < places; i += COLUMNS) {
            FloatVector a = FloatVector.fromArray(Lanes.FLOAT, values, first + i);
            FloatVector b = FloatVector.fromArray(Lanes.FLOAT, values, second + i);
            FloatVector w0 = FloatVector.fromArray(Lanes.FLOAT, weights, i);
            FloatVector w1 = FloatVector.fromArray(Lanes.FLOAT, weights, i + TILE);
            FloatVector w2 = FloatVector.fromArray(Lanes.FLOAT, weights, i + 2 * TILE);
            FloatVector w3 = FloatVector.fromArray(Lanes.FLOAT, weights, i + 3 * TILE);
            a0 = a.fma(w0, a0);
            a1 = a.fma(w1, a1);
            a2 = a.fma(w2, a2);
            a3 = a.fma(w3, a3);
            b0 = b.fma(w0, b0);
            b1 = b.fma(w1, b1);
            b2 = b.fma(w2, b2);
            b3 = b.fma(w3, b3);
        }
        a0.intoArray(columns, c);
        b0.intoArray(columns, c + COLUMNS);
        a1.intoArray(columns, c + 2 * COLUMNS);
        b1.intoArray(columns, c + 3 * COLUMNS);
        a2.intoArray(columns, c + 4 * COLUMNS);
        b2.intoArray(columns, c + 5 * COLUMNS);
        a3.intoArray(columns, c + 6 * COLUMNS);
        b3.intoArray(columns, c + 7 * COLUMNS);
    }

    /** Of 32 column sums: c takes c + 16, 8, 4, 2, 1, in whole vectors as long as there are any. */
    private float halve(int at) {
        int half = COLUMNS / 2;
        for (; half >= V; half /= 2) {
            for (int c = at; c < at + half; c += V) {
                FloatVector.fromArray(Lanes.FLOAT, columns, c)
                        .add(FloatVector.fromArray(Lanes.FLOAT, columns, c + half))
                        .intoArray(columns, c);
            }
        }
        for (; half > 0; half /= 2) {
            for (int c = at; c < at + half; c++) {
                columns[c] += columns[c + half];
            }
        }
        return columns[at];
    }
}
