package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.ensemble.Evaluator;
import java.util.ArrayList;
import java.util.List;

/** The entry points of kernels/advance.cu that step an evaluator, and what these need to know of it. */
interface KernelSet {

    /** One launch. @param first guidance that it advances, with those after it, on one pass of noise */
    record Launch(String kernel, int first) {}

    /** The one place where evaluators are mapped to kernels. @throws UnavailableException there is no kernel for this model */
    static KernelSet of(EnsembleSpec spec) {
        if (spec.fed() || spec.tiling().replicas() > 1) {
            throw new UnavailableException("cuda: no feedback and no replicas yet; use --backend cpu");
        }
        KernelSet drawn = drawn(spec.evaluator());
        return spec.noise() == NoiseSource.CURAND ? new StoredKernels(drawn) : drawn;
    }

    private static KernelSet drawn(Evaluator evaluator) {
        if (evaluator instanceof Evaluator.Affine affine) {
            return new AffineKernels(affine.dimension());
        }
        if (evaluator instanceof Evaluator.Bridge bridge) {
            return new BridgeKernels(bridge);
        }
        throw new UnavailableException(
                "cuda: there is no kernel for model " + evaluator.model() + " yet; use --backend cpu");
    }

    /** Most guidances at a time with the state in registers; 0 where only the kernel for any dimension will do. */
    int widest();

    /** Name of the kernel for that many guidances. */
    String small(int width);

    /** Name, without its suffix, of the kernel with the state in registers and the increments in memory; empty where there is none. */
    String storedSmall();

    /** Name of the kernel for any dimension, which advances every guidance. */
    String any();

    /** Vectors [1024] of scratch that a block of it needs beyond the increments. */
    int scratchVectors();

    /** Number of the scheme of a bridge; 0 otherwise. */
    int scheme();

    /** Components of the target of a bridge; 0 otherwise. */
    int components();

    /** Eigenvectors of the target of a bridge with full covariances; none otherwise. */
    float[] rotations();

    /** Launches that together advance every guidance. */
    default List<Launch> launches(int guidances) {
        if (widest() == 0) {
            return List.of(new Launch(any(), 0));
        }
        List<Launch> launches = new ArrayList<>();
        for (int g = 0; g < guidances; ) {
            int width = Math.min(widest(), guidances - g);
            launches.add(new Launch(small(width), g));
            g += width;
        }
        return launches;
    }
}
