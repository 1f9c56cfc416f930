package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.scenario.Scheme;
import java.util.Optional;

/**
 * Kernels that draw their increments and keep states in registers where a thread has not enough of them: kernels/advance_lanes.cuh. One
 * guidance at a time; blocks take tile after tile.
 *
 * @param drawn kernels for any dimension
 * @param lanes that share an agent
 * @param full whether covariances are
 * @param sums of a tile at a step
 */
record LaneKernels(KernelSet drawn, int lanes, boolean full, int sums) implements OtherKernels {

    /** Coordinates of a lane: kernels/lanes.cuh. */
    static final int SHARE = 8;

    private static final int MOST_LANES = 8;

    /** Shared memory that a block may have on every device. */
    private static final int SHARED_BYTES = 99 << 10;

    private static final int SUMS_OF_COORDINATE = 3;
    private static final int WARP = 32;
    private static final int SCALARS = 8;
    private static final int VECTORS = 5;
    private static final int TABLE = 5;

    /** Most steps of a launch: by then loads and stores of states cost little. */
    private static final int MOST_STEPS = 64;

    /** Bytes of sums that a block keeps at a time, if they are of several steps. */
    private static final int PARTS_BYTES = 1 << 20;

    /** Those for a population, where there are any and they are faster. */
    static Optional<KernelSet> of(EnsembleSpec spec, KernelSet drawn) {
        if (drawn.widest() > 0
                || spec.tiling().columns() < Noise.COLUMNS
                || !(spec.evaluator() instanceof Evaluator.Bridge bridge)) {
            return Optional.empty();
        }
        int lanes = 1;
        while (SHARE * lanes < spec.dimension()) {
            lanes *= 2;
        }
        LaneKernels kernels = new LaneKernels(
                drawn, lanes, !bridge.target().diagonal(), spec.sums().size());
        boolean fit = lanes <= MOST_LANES && kernels.sharedBytes() <= SHARED_BYTES;
        return bridge.scheme() != Scheme.EXACT && fit ? Optional.of(kernels) : Optional.empty();
    }

    @Override
    public boolean fed() {
        return false;
    }

    @Override
    public int widest() {
        return 1;
    }

    @Override
    public String small(int width) {
        return "lanes" + lanes + (full ? "_full" : "_diagonal");
    }

    @Override
    public String any() {
        return drawn.any();
    }

    @Override
    public boolean loops() {
        return true;
    }

    @Override
    public int mostSteps() {
        return Math.max(1, Math.min(MOST_STEPS, PARTS_BYTES / bytesPerStep()));
    }

    /** kernels/lane_sums.cuh: Parts. */
    @Override
    public int blockVectors(EnsembleSpec spec) {
        int vector = Noise.TILE * Float.BYTES;
        return (mostSteps() * bytesPerStep() + vector - 1) / vector;
    }

    private int bytesPerStep() {
        return Long.BYTES + lanes * sums * Float.BYTES;
    }

    @Override
    public int sharedBytes(DeviceTape tape) {
        return sharedBytes();
    }

    /** kernels/advance_lanes.cuh: LaneMemory. */
    private int sharedBytes() {
        int width = SHARE * lanes;
        int waiting = full ? WARP * Context.THREADS : 2 * SUMS_OF_COORDINATE * SHARE * Context.THREADS;
        int row = SCALARS + (VECTORS + TABLE * components()) * width + components();
        int matrices = full ? components() * (width * width + width) : 0;
        return Float.BYTES * (waiting + 2 * ((row + 3) / 4 * 4) + matrices);
    }
}
