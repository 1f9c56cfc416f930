package io.github.murmuration.backend.vector;

import static io.github.murmuration.rng.Noise.COLUMNS;

import io.github.murmuration.backend.host.Batch;
import io.github.murmuration.backend.host.Block;
import io.github.murmuration.schedule.Row;
import java.util.Arrays;

/** The row of a step: the same for all agents of a tile, but for the fed entries of replicas that lie side by side. */
final class VectorRow {

    /** The row, that of the tile's first replica. */
    float[] values;

    /** Where it begins in values. */
    int at;

    /** Entries that may be fed: the value for the agents on columns c, ... lies {@code c & differing} after the beginning of the entry's. */
    final float[] fed;

    /** All bits of a column where replicas lie side by side, none where one vector serves all. */
    int differing;

    private final int fedFrom;
    private final int width;

    /** @param width columns of a replica */
    VectorRow(Row layout, int width) {
        this.fedFrom = layout.fedFrom();
        this.width = width;
        this.fed = new float[layout.fedCount() * COLUMNS];
    }

    /** Turns to the k-th step of a batch under guidance g. */
    void turnTo(Batch batch, int k, int g, Block block, int tile) {
        values = batch.rows()[g];
        at = batch.row(k, block.replica(tile, 0));
        boolean byColumn = batch.perReplica() && width < COLUMNS;
        differing = byColumn ? COLUMNS - 1 : 0;
        int step = byColumn ? width : Lanes.COUNT;
        for (int c = 0; c < (byColumn ? COLUMNS : Lanes.COUNT); c += step) {
            int own = batch.row(k, block.replica(tile, c)) + fedFrom;
            for (int entry = 0; entry < fed.length; entry += COLUMNS) {
                Arrays.fill(fed, entry + c, entry + Math.min(c + step, COLUMNS), values[own + entry / COLUMNS]);
            }
        }
    }

    float scalar(int entry) {
        return values[at + entry];
    }

    /** Where the values of an entry that may be fed begin in fed. */
    int fed(int entry) {
        return (entry - fedFrom) * COLUMNS;
    }
}
