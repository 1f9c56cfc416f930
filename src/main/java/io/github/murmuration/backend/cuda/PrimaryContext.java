package io.github.murmuration.backend.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jcuda.driver.CUcontext;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/**
 * The device's primary context and the parts of the image that are loaded into it. They last as long as the process: a driver takes a
 * tenth of a second to make them, and a study opens many populations.
 */
final class PrimaryContext {

    private static final byte[] NO_IMAGE = new byte[1];

    /** A kernel of a small part: whether the device takes it shows whether it takes the others. */
    private static final String FIRST = "combine_totals";

    private static PrimaryContext made;

    private final CUcontext handle = new CUcontext();
    private final Optional<KernelImage> image;
    private final List<CUmodule> parts = new ArrayList<>();

    private PrimaryContext(Installation installation) {
        this.image = installation.image();
        CudaCheck.ok(
                JCudaDriver.cuDevicePrimaryCtxRetain(
                        handle, installation.device().handle()),
                "context");
        enter();
        kernel(FIRST);
    }

    /** Makes it when it is first asked for. */
    static synchronized PrimaryContext of(Installation installation) {
        if (made == null) {
            made = new PrimaryContext(installation);
        }
        return made;
    }

    /** Makes it the context of the calling thread. */
    void enter() {
        CudaCheck.ok(JCudaDriver.cuCtxSetCurrent(handle), "entering the context");
    }

    /** Among the parts that are loaded, or in that of the image that has it. */
    synchronized CUfunction kernel(String name) {
        Optional<CUfunction> found = parts.stream()
                .map(part -> find(part, name))
                .flatMap(Optional::stream)
                .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        CUmodule part = load(image.map(all -> all.with(name)).orElse(NO_IMAGE));
        parts.add(part);
        return find(part, name).orElseThrow(() -> new IllegalStateException(name + " is in no part of the kernels"));
    }

    /** @param image machine code, or PTX for the driver to compile */
    static CUmodule load(byte[] image) {
        CUmodule module = new CUmodule();
        CudaCheck.ok(JCudaDriver.cuModuleLoadData(module, image), "loading the kernels");
        return module;
    }

    /** A kernel of a module that may have it. */
    static Optional<CUfunction> find(CUmodule module, String name) {
        CUfunction function = new CUfunction();
        int result = JCudaDriver.cuModuleGetFunction(function, module, name);
        if (result == CUresult.CUDA_ERROR_NOT_FOUND) {
            return Optional.empty();
        }
        CudaCheck.ok(result, name);
        return Optional.of(function);
    }
}
