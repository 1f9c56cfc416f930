package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.CellGrid;
import io.github.murmuration.ensemble.StartTable;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Philox4x32;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jcuda.Pointer;

/** The parameter struct of a kernel, field by field in the order of its declaration: first those of 8 bytes and structs, then those of 4. */
final class Parameters {

    private static final int LARGEST = 1024;

    /** kernels/pair_cells.cuh. */
    private static final int MOST_AXES = 3;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(LARGEST).order(ByteOrder.nativeOrder());

    /** An address. */
    Parameters add(DeviceBuffer buffer) {
        return add(buffer.address());
    }

    Parameters add(long value) {
        bytes.putLong(value);
        return this;
    }

    /** kernels/philox.cuh: RoundKeys. */
    Parameters addRoundKeys(long key) {
        for (int round = 0; round < Philox4x32.ROUNDS; round++) {
            add((int) key + round * Philox4x32.WEYL_0).add((int) (key >>> 32) + round * Philox4x32.WEYL_1);
        }
        return this;
    }

    /** Goes on where a struct may begin that holds addresses. */
    Parameters align() {
        bytes.position((bytes.position() + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
        return this;
    }

    Parameters add(double value) {
        bytes.putDouble(value);
        return this;
    }

    Parameters add(int value) {
        bytes.putInt(value);
        return this;
    }

    /** kernels/replicas.cuh: Replicas, of which all are here. */
    Parameters add(Tiling tiling) {
        return add(tiling, 0, 0);
    }

    /** The same, of those that are on the device. */
    Parameters add(MemoryPlan plan) {
        return add(plan.tiling(), plan.firstTile(), plan.firstAgent());
    }

    /** With the padding at its end. */
    private Parameters add(Tiling tiling, long firstTile, long firstAgent) {
        return add(tiling.agents())
                .add((long) tiling.tilesPerReplica())
                .add(tiling.columnsBefore() + firstTile * Noise.COLUMNS)
                .add(tiling.agentsBefore() + firstAgent)
                .add(tiling.replicas())
                .add(tiling.columns())
                .add(tiling.replicasPerTile())
                .add(0);
    }

    /** kernels/tile_sums.cuh: SumLayout. */
    Parameters add(SumLayout sums) {
        return add(sums.labels()).add(sums.dimension()).add(sums.width()).add(sums.features());
    }

    /**
     * kernels/pattern_tile.cuh: PatternTable, with the padding at its end.
     * @param values address of them
     */
    Parameters add(long values, int count, int dimension, int run) {
        return add(values).add(count).add(dimension).add(run).add(0);
    }

    /**
     * kernels/tape.cuh: Tape.
     * @param words of the tape
     */
    Parameters add(DeviceBuffer words, DeviceTape tape) {
        return add(words)
                .add(words.address() + tape.outputBytes())
                .add(tape.count())
                .add(tape.slots());
    }

    /**
     * kernels/pair_cells.cuh: CellGrid.
     * @param grid null where there is none
     */
    Parameters add(CellGrid grid) {
        int axes = grid == null ? 0 : grid.axes();
        for (int a = 0; a < MOST_AXES; a++) {
            boolean there = a < axes;
            add(there ? grid.low(a) : 0.0)
                    .add(there ? grid.pieces(a) : 0.0)
                    .add(there ? grid.perLength(a) : 0.0)
                    .add(there ? grid.coordinate(a) : 0)
                    .add(there ? grid.count(a) : 1);
        }
        int cells = grid == null ? 0 : grid.cells();
        int neighbours = grid == null ? 0 : grid.neighbours(0, new int[CellGrid.MOST_NEIGHBOURS]);
        return add(axes).add(cells).add(neighbours).add(0);
    }

    /** kernels/starts.cuh: StartLaw. */
    Parameters add(DeviceArrays arrays, StartTable start) {
        return add(arrays.thresholds)
                .add(arrays.means)
                .add(arrays.factors)
                .add(arrays.listed)
                .add(start.fixedSizes() ? arrays.ends.address() : 0)
                .add((long) (start.rows().length / start.dimension()))
                .add(start.components())
                .add(start.diagonal() ? 1 : 0);
    }

    Pointer pointer() {
        return Pointer.to(bytes.rewind());
    }
}
