package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.scenario.Scheme;
import java.util.Locale;
import java.util.Optional;

/**
 * Kernels that draw their increments and keep states in registers where one thread has too few of them: lanes of a warp share an agent. One
 * guidance at a time; blocks take tile after tile. See kernels/advance_lanes.cuh.
 *
 * @param drawn kernels for any dimension
 * @param lanes that share an agent
 * @param sums of a tile at a step
 */
record LaneKernels(KernelSet drawn, Kind kind, int lanes, int sums) implements OtherKernels {

    /** What they step. */
    enum Kind {
        DIAGONAL,
        FULL,
        AFFINE
    }

    /** Coordinates of a lane: kernels/lanes.cuh. */
    static final int SHARE = 8;

    static final int MOST_LANES = 8;

    /** Shared memory that a block may have on every device. */
    private static final int SHARED_BYTES = 99 << 10;

    /** Most steps of a launch: with so many, loads and stores of states cost little. */
    private static final int MOST_STEPS = 64;

    /** Bytes that a block keeps of the sums of a launch, unless it has one step alone. */
    private static final int PART_BYTES = 1 << 20;

    private static final int SUMS_OF_COORDINATE = 3;
    private static final int SCALARS = 8;
    private static final int NUMBERS_OF_COMPONENT = 5;

    /** Those of a population, where it has few enough coordinates and components, and more than one thread has registers for. */
    static Optional<KernelSet> of(EnsembleSpec spec, KernelSet drawn) {
        int lanes = 1;
        while (SHARE * lanes < spec.dimension()) {
            lanes *= 2;
        }
        LaneKernels kernels = new LaneKernels(
                drawn, kind(spec.evaluator()), lanes, spec.sums().size());
        boolean wanted = drawn.widest() == 0 && drawn.scheme() != Scheme.EXACT.ordinal();
        boolean whole = spec.tiling().columns() == Noise.COLUMNS;
        return wanted && whole && lanes <= MOST_LANES && kernels.sharedBytes() <= SHARED_BYTES
                ? Optional.of(kernels)
                : Optional.empty();
    }

    private static Kind kind(Evaluator evaluator) {
        if (evaluator instanceof Evaluator.Bridge bridge) {
            return bridge.target().diagonal() ? Kind.DIAGONAL : Kind.FULL;
        }
        return Kind.AFFINE;
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
        return any();
    }

    @Override
    public String any() {
        return "lanes_" + kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean loops() {
        return true;
    }

    @Override
    public int mostSteps() {
        return Math.max(1, Math.min(MOST_STEPS, PART_BYTES / partBytes()));
    }

    /** kernels/lane_sums.cuh: Parts. */
    @Override
    public int blockVectors(EnsembleSpec spec) {
        int vector = Noise.TILE * Float.BYTES;
        return (mostSteps() * partBytes() + vector - 1) / vector;
    }

    /** Of one step. */
    private int partBytes() {
        return Long.BYTES + lanes * sums * Float.BYTES;
    }

    @Override
    public int sharedBytes(DeviceTape tape) {
        return sharedBytes();
    }

    /** kernels/advance_lanes.cuh: LaneMemory. */
    private int sharedBytes() {
        int perThread = kind == Kind.DIAGONAL ? 2 * SUMS_OF_COORDINATE * SHARE : Noise.ROWS * SHARE;
        int rows = 2 * ((row() + Noise.ROWS - 1) / Noise.ROWS) * Noise.ROWS;
        int kept = kind == Kind.FULL ? components() * matrix() : 0;
        return Float.BYTES * (perThread * Context.THREADS + rows + kept);
    }

    /** Floats of a row: kernels/lane_bridge.cuh, kernels/lane_affine.cuh. */
    private int row() {
        int width = SHARE * lanes;
        return kind == Kind.AFFINE
                ? SCALARS + 4 * width + 2 * matrix()
                : SCALARS + (5 + NUMBERS_OF_COMPONENT * components()) * width + components();
    }

    /** Floats of a matrix: kernels/lane_products.cuh. */
    private int matrix() {
        int width = SHARE * lanes;
        return width * width + width - SHARE;
    }
}
