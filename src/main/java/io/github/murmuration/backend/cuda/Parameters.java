package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.StartTable;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.ensemble.Tiling;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jcuda.Pointer;

/** The parameter struct of a kernel, field by field in the order of its declaration: first those of 8 bytes and structs, then those of 4. */
final class Parameters {

    private static final int LARGEST = 512;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(LARGEST).order(ByteOrder.nativeOrder());

    /** An address. */
    Parameters add(DeviceBuffer buffer) {
        return add(buffer.address());
    }

    Parameters add(long value) {
        bytes.putLong(value);
        return this;
    }

    Parameters add(int value) {
        bytes.putInt(value);
        return this;
    }

    /** kernels/replicas.cuh: Replicas, with the padding at its end. */
    Parameters add(Tiling tiling) {
        return add(tiling.agents())
                .add((long) tiling.tilesPerReplica())
                .add(tiling.replicas())
                .add(tiling.columns())
                .add(tiling.replicasPerTile())
                .add(0);
    }

    /** kernels/tile_sums.cuh: SumLayout. */
    Parameters add(SumLayout sums) {
        return add(sums.labels()).add(sums.dimension()).add(sums.width()).add(sums.features());
    }

    /** kernels/tape.cuh: Tape. @param words of the tape */
    Parameters add(DeviceBuffer words, DeviceTape tape) {
        return add(words)
                .add(words.address() + tape.outputBytes())
                .add(tape.count())
                .add(tape.slots());
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
