package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.rng.Seeds;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUstream;
import jcuda.jcurand.JCurand;
import jcuda.jcurand.curandGenerator;
import jcuda.jcurand.curandRngType;
import jcuda.jcurand.curandStatus;
import jcuda.runtime.cudaStream_t;

/**
 * Standard normals from cuRAND's Philox: those of a step [normals][padded] are a function of (seed, step, their number), whatever steps
 * were drawn before. Replicas that are advanced together share them out, so they depend on which these are; others have a key of their own.
 */
final class BulkNormals implements AutoCloseable {

    private static final NativeLibrary NATIVES = NativeLibrary.named("JCurand-11.8.0");

    /** Keeps cuRAND's counters apart from those of noise layout 1, which has the seed itself for its key. */
    private static final long KEY = 0x9e3779b97f4a7c15L;

    private final curandGenerator generator;
    private final long perStep;

    /**
     * @param columnsBefore those of the replicas before
     * @param perStep normals of a step; even
     * @throws UnavailableException cuRAND or its Java binding is missing or does not start; says what to do
     */
    BulkNormals(long seed, long columnsBefore, long perStep, CUstream stream) {
        this.perStep = perStep;
        this.generator = create();
        ok(JCurand.curandSetStream(generator, new cudaStream_t(stream)), "stream");
        long key = columnsBefore == 0 ? seed ^ KEY : Seeds.of(seed ^ KEY, columnsBefore, 0);
        ok(JCurand.curandSetPseudoRandomGeneratorSeed(generator, key), "seed");
    }

    /**
     * The generator of a population; null where its noise is philox, or it has none.
     * @throws UnavailableException it cannot be had
     */
    static BulkNormals of(EnsembleSpec spec, long padded, CUstream stream) {
        int each = KernelSet.of(spec).normals(spec.dimension());
        return spec.noise() == NoiseSource.CURAND && each > 0
                ? new BulkNormals(spec.seed(), spec.tiling().columnsBefore(), padded * each, stream)
                : null;
    }

    /** Submits the drawing of the increments of count steps to a buffer [count][normals][padded], in turn with the kernels. */
    void draw(int firstStep, int count, CUdeviceptr into) {
        for (int k = 0; k < count; k++) {
            ok(JCurand.curandSetGeneratorOffset(generator, (firstStep + k) * perStep), "offset");
            CUdeviceptr at = into.withByteOffset(k * perStep * Float.BYTES);
            ok(JCurand.curandGenerateNormal(generator, at, perStep, 0, 1), "normals");
        }
    }

    @Override
    public void close() {
        JCurand.curandDestroyGenerator(generator);
    }

    private static curandGenerator create() {
        if (!NATIVES.exists()) {
            throw new UnavailableException("--noise curand: JCurand has no native library for this platform ("
                    + NATIVES.resource() + " is in no jar); use --noise philox");
        }
        curandGenerator made = new curandGenerator();
        int status;
        try {
            NATIVES.unpack();
            status = JCurand.curandCreateGenerator(made, curandRngType.CURAND_RNG_PSEUDO_PHILOX4_32_10);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new UnavailableException("--noise curand: "
                    + (e.toString().contains("libcurand")
                            ? "libcurand.so.10 was not found; install the CUDA toolkit's cuRAND, or use --noise philox"
                            : "JCurand's native library could not be loaded; use --noise philox"));
        }
        if (status != curandStatus.CURAND_STATUS_SUCCESS) {
            throw new UnavailableException("--noise curand: cuRAND does not start (" + curandStatus.stringFor(status)
                    + "); use one of the driver's CUDA version, or --noise philox");
        }
        return made;
    }

    private static void ok(int status, String what) {
        if (status != curandStatus.CURAND_STATUS_SUCCESS) {
            throw new IllegalStateException("cuda: cuRAND: " + what + ": " + curandStatus.stringFor(status));
        }
    }
}
