package io.github.murmuration.backend.vector;

import static io.github.murmuration.rng.Noise.COLUMNS;

import io.github.murmuration.backend.host.Batch;
import io.github.murmuration.backend.host.Block;
import io.github.murmuration.schedule.Row;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** The row of a step: the same for all agents of a tile, but for the fed entries of replicas that lie side by side. */
final class VectorRow {

    /** The row, that of the tile's first replica. */
    float[] values;

    /** Where it begins in values. */
    int at;

    private final int fedFrom;
    private final float[] columns;
    private final int width;
    private boolean byColumn;

    /** @param width columns of a replica */
    VectorRow(Row layout, int width) {
        this.fedFrom = layout.fedFrom();
        this.width = width;
        this.columns = new float[width < COLUMNS ? layout.fedCount() * COLUMNS : 0];
    }

    /** Turns to the k-th step of a batch under guidance g. */
    void turnTo(Batch batch, int k, int g, Block block, int tile) {
        values = batch.rows()[g];
        at = batch.row(k, block.replica(tile, 0));
        byColumn = batch.perReplica() && width < COLUMNS;
        for (int c = 0; byColumn && c < COLUMNS; c += width) {
            int own = batch.row(k, block.replica(tile, c)) + fedFrom;
            for (int entry = 0; entry < columns.length / COLUMNS; entry++) {
                int to = Math.min(c + width, COLUMNS);
                Arrays.fill(columns, entry * COLUMNS + c, entry * COLUMNS + to, values[own + entry]);
            }
        }
    }

    float scalar(int entry) {
        return values[at + entry];
    }

    /** An entry that may be fed, for the agents at places i, i + 1, ... of the tile. */
    FloatVector fed(int entry, int i) {
        return byColumn
                ? FloatVector.fromArray(Lanes.FLOAT, columns, (entry - fedFrom) * COLUMNS + i % COLUMNS)
                : FloatVector.broadcast(Lanes.FLOAT, values[at + entry]);
    }
}
