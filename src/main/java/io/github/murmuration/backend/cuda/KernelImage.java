package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The compiled kernels in the jar: tens of MB, read when a device first asks for them. */
final class KernelImage {

    private static final String FATBIN = "murmuration.fatbin";
    private static final String STEP = "tape_step.ptx";
    private static final String PAIRS = "pair_sums.ptx";
    private static final String PROPERTIES = "murmuration.fatbin.properties";

    private final int toolkit;
    private final String targets;
    private byte[] fatbin;

    private KernelImage(int toolkit, String targets) {
        this.toolkit = toolkit;
        this.targets = targets;
    }

    /** Empty where the build found no nvcc. */
    static Optional<KernelImage> inJar() {
        try (InputStream properties = KernelImage.class.getResourceAsStream(PROPERTIES)) {
            if (properties == null || !has(FATBIN) || !has(STEP) || !has(PAIRS)) {
                return Optional.empty();
            }
            Properties facts = new Properties();
            facts.load(properties);
            String[] version = facts.getProperty("toolkit").split("\\.");
            int toolkit = 1000 * Integer.parseInt(version[0]) + 10 * Integer.parseInt(version[1]);
            return Optional.of(new KernelImage(toolkit, facts.getProperty("targets")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Machine code.
     * @throws UnavailableException the heap is too small for it
     */
    synchronized byte[] fatbin() {
        if (fatbin == null) {
            fatbin = read();
        }
        return fatbin;
    }

    /** PTX of kernels/compiled.cu. */
    String step() {
        return text(STEP);
    }

    /** PTX of kernels/compiled_pairs.cu. */
    String pairs() {
        return text(PAIRS);
    }

    private static String text(String resource) {
        try (InputStream stream = KernelImage.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Version of the CUDA toolkit that compiled them, 1000 major + 10 minor as cuDriverGetVersion counts. */
    int toolkit() {
        return toolkit;
    }

    /** Compute capabilities with machine code. */
    String targets() {
        return targets;
    }

    /** Oldest driver that runs them: any of the same major version. */
    int oldestDriver() {
        return toolkit / 1000 * 1000;
    }

    private static boolean has(String resource) {
        return KernelImage.class.getResource(resource) != null;
    }

    private static byte[] read() {
        try (InputStream stream = KernelImage.class.getResourceAsStream(FATBIN)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OutOfMemoryError e) {
            throw new UnavailableException(String.format(
                    Locale.ROOT,
                    "cuda: the kernels' image does not fit into a heap of %,d MiB; give Java more with -Xmx256m, or use"
                            + " --backend cpu",
                    Runtime.getRuntime().maxMemory() >> 20));
        }
    }
}
