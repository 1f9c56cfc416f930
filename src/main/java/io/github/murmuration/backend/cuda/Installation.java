package io.github.murmuration.backend.cuda;

import java.util.Locale;
import java.util.Optional;
import jcuda.LibUtils;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/**
 * What this machine and this jar offer.
 *
 * @param device null where there is none to use
 * @param problem why it cannot be used and what to do, in one line; null where it can
 */
record Installation(Device device, int driver, Optional<KernelImage> image, String problem) {

    private static final String NATIVES = "JCudaDriver-11.8.0";
    private static final int OLDEST_CAPABILITY = 80;
    private static final int OLDEST_DRIVER = 11000;

    private static final Installation FOUND = look();

    /** Looked up once. */
    static Installation found() {
        return FOUND;
    }

    boolean usable() {
        return problem == null;
    }

    private static Installation look() {
        Optional<KernelImage> image = KernelImage.inJar();
        String library = "/lib/" + LibUtils.createLibraryFileName(LibUtils.createPlatformLibraryName(NATIVES));
        if (JCudaDriver.class.getResource(library) == null) {
            return none("JCuda has no native library for this platform (" + library
                    + " is not on the class path); use Linux on x86-64, or --backend cpu");
        }
        int initialised;
        try {
            initialised = JCudaDriver.cuInit(0);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            return none(
                    e.toString().contains("libcuda")
                            ? "no NVIDIA driver (libcuda.so.1 was not found); install the driver, or use --backend cpu"
                            : "JCuda's native library could not be loaded (" + firstLine(e) + "); use --backend cpu");
        }
        return initialised == CUresult.CUDA_SUCCESS ? withDriver(image) : none(refusal(initialised));
    }

    private static Installation withDriver(Optional<KernelImage> image) {
        int[] version = new int[1];
        int[] count = new int[1];
        CudaCheck.ok(JCudaDriver.cuDriverGetVersion(version), "version of the driver");
        CudaCheck.ok(JCudaDriver.cuDeviceGetCount(count), "number of devices");
        int oldest = image.map(KernelImage::oldestDriver).orElse(OLDEST_DRIVER);
        if (version[0] < oldest) {
            return none(
                    "the NVIDIA driver is too old: it supports CUDA " + readable(version[0]) + ", these kernels need "
                            + readable(oldest) + " or newer; update the driver, or use --backend cpu");
        }
        if (count[0] == 0) {
            return none(refusal(CUresult.CUDA_ERROR_NO_DEVICE));
        }
        int number = Integer.getInteger(CudaBackend.DEVICE, 0);
        if (number >= count[0]) {
            return none("device " + number + " is asked for, and the driver finds " + count[0]
                    + "; check nvidia-smi and CUDA_VISIBLE_DEVICES, or use --backend cpu");
        }
        Device device = Device.of(number);
        return new Installation(device, version[0], image, problemOf(device, image));
    }

    private static String problemOf(Device device, Optional<KernelImage> image) {
        if (device.capability() < OLDEST_CAPABILITY) {
            return device.name() + " has compute capability " + capability(device) + ", the kernels need 8.0 or newer;"
                    + " use --backend cpu";
        }
        if (image.isEmpty() && !device.emulated()) {
            return "no kernels in this jar, it was built without nvcc; install the CUDA toolkit and run mvn package"
                    + " again, or use --backend cpu";
        }
        return null;
    }

    /** One line for a machine that works. */
    String detail(long free) {
        String kernels = image.map(i -> "kernels for " + i.targets() + " from CUDA " + readable(i.toolkit()))
                .orElse("no compiled kernels");
        return String.format(
                Locale.ROOT,
                "%s, compute capability %s, %,d MiB free, driver for CUDA %s, %s",
                device.name(),
                capability(device),
                free >> 20,
                readable(driver),
                kernels);
    }

    private static String capability(Device device) {
        return device.capability() / 10 + "." + device.capability() % 10;
    }

    private static String readable(int version) {
        return version / 1000 + "." + version % 1000 / 10;
    }

    private static String refusal(int result) {
        return result == CUresult.CUDA_ERROR_NO_DEVICE
                ? "the driver is there but finds no device; check nvidia-smi and CUDA_VISIBLE_DEVICES, or use --backend cpu"
                : "the driver does not start (" + CUresult.stringFor(result)
                        + "); check nvidia-smi, or use --backend cpu";
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static Installation none(String problem) {
        return new Installation(null, 0, Optional.empty(), problem);
    }
}
