package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.ensemble.Evaluator;
import java.util.ArrayList;
import java.util.List;

/** The entry points of kernels/advance.cu and kernels/fed.cu that step an evaluator, and what these need to know of it. */
interface KernelSet {

    /** Tiles of a block of a wide kernel: kernels/advance_wide.cuh. */
    int WIDE = 2;

    /**
     * One launch.
     * @param first guidance that it advances, with those after it, on one pass of noise.
     * @param tiles of a block
     */
    record Launch(String kernel, int first, int tiles) {}

    /** The one place where evaluators are mapped to kernels. */
    static KernelSet of(EnsembleSpec spec) {
        if (spec.evaluator() instanceof Evaluator.Taped taped) {
            return TapeKernels.of(taped.step());
        }
        KernelSet drawn = drawn(spec);
        if (spec.fed()) {
            return new FedKernels(drawn, spec.dimension());
        }
        return spec.noise() == NoiseSource.CURAND
                ? new StoredKernels(drawn)
                : LaneKernels.of(spec, drawn).orElse(drawn);
    }

    private static KernelSet drawn(EnsembleSpec spec) {
        if (spec.evaluator() instanceof Evaluator.Affine affine) {
            return new AffineKernels(affine.dimension(), spec.agentEnergies());
        }
        return new BridgeKernels((Evaluator.Bridge) spec.evaluator());
    }

    /** Whether a launch is one step of every guidance, on rows that means act on. */
    boolean fed();

    /** Most guidances at a time with the state in registers; 0 where only the kernel for any dimension will do. */
    int widest();

    /** Name of the kernel for that many guidances. */
    String small(int width);

    /** Name of the kernel for one guidance that has WIDE tiles to a block; empty where there is none. */
    default String wide() {
        return "";
    }

    /** Name, without its suffix, of the kernel with the state in registers and the increments in memory; empty where there is none. */
    String storedSmall();

    /** Name of the kernel with the state in registers and rows that means act on; empty where there is none. */
    String fedSmall();

    /** Name of the kernel for any dimension and rows that means act on. */
    String fedAny();

    /** Name of the kernel for any dimension, which advances every guidance. */
    String any();

    /** Name of the kernel that takes many steps though means act on its rows, its blocks being resident; empty where there is none. */
    default String resident() {
        return "";
    }

    /** Whether its blocks take tile after tile, and have scratch. */
    default boolean loops() {
        return widest() == 0;
    }

    /** Most steps of a launch. */
    default int mostSteps() {
        return Integer.MAX_VALUE;
    }

    /** Vectors [1024] of scratch per block: increments, starts that are drawn anew, and those of the evaluator. */
    default int blockVectors(EnsembleSpec spec) {
        boolean drawsStarts = !fed() && spec.evaluator().startConditioned();
        return incrementVectors(spec.dimension()) + (drawsStarts ? spec.dimension() : 0) + scratchVectors();
    }

    /** Vectors [1024] of scratch that the evaluator needs in a kernel for any dimension. */
    int scratchVectors();

    /**
     * Vectors of scratch that the increments take.
     * @param dimension d
     */
    default int incrementVectors(int dimension) {
        return dimension;
    }

    /**
     * Standard normals of an agent per step.
     * @param dimension d
     */
    default int normals(int dimension) {
        return dimension;
    }

    /** Bytes of shared memory of a block that runs a tape. */
    default int sharedBytes(DeviceTape tape) {
        return 0;
    }

    /**
     * What follows kernels/advance.cuh: Advance in the parameters of a step.
     * @param advance modified
     */
    default Parameters complete(Parameters advance, TapeArrays arrays) {
        return advance;
    }

    /** Name of the kernel that sums over partners, of models with pair means. */
    default String pairs() {
        return "pair_sums";
    }

    /** Most blocks of it. */
    default long pairBlocks(PairPlan plan) {
        return plan.scratchBlocks();
    }

    /** Number of the scheme of a bridge; 0 otherwise. */
    int scheme();

    /** Components of the target of a bridge; 0 otherwise. */
    int components();

    /** Eigenvectors of the target of a bridge with full covariances; none otherwise. */
    float[] rotations();

    /**
     * Launches that together advance every guidance.
     * @param large whether blocks of WIDE tiles keep the device busy
     */
    default List<Launch> launches(int guidances, boolean large) {
        if (widest() == 0 || fed()) {
            return List.of(new Launch(widest() == 0 ? any() : small(1), 0, 1));
        }
        List<Launch> launches = new ArrayList<>();
        for (int g = 0; g < guidances; ) {
            int width = Math.min(widest(), guidances - g);
            boolean several = large && width == 1 && !wide().isEmpty();
            launches.add(several ? new Launch(wide(), g, WIDE) : new Launch(small(width), g, 1));
            g += width;
        }
        return launches;
    }
}
