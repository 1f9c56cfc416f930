package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The compiled kernels in the jar: parts of some MB, each read when a kernel of it is first asked for. */
final class KernelImage {

    private static final String STEP = "compiled.ptx";
    private static final String PAIRS = "compiled_pairs.ptx";
    private static final String PROPERTIES = "kernels.properties";

    private final int toolkit;
    private final String targets;
    private final Properties facts;

    private KernelImage(Properties facts) {
        String[] version = facts.getProperty("toolkit").split("\\.");
        this.toolkit = 1000 * Integer.parseInt(version[0]) + 10 * Integer.parseInt(version[1]);
        this.targets = facts.getProperty("targets");
        this.facts = facts;
    }

    /** Empty where the build found no nvcc. */
    static Optional<KernelImage> inJar() {
        try (InputStream properties = KernelImage.class.getResourceAsStream(PROPERTIES)) {
            if (properties == null) {
                return Optional.empty();
            }
            Properties facts = new Properties();
            facts.load(properties);
            return Optional.of(new KernelImage(facts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Machine code and PTX of the part that has a kernel.
     * @throws UnavailableException the heap is too small for it
     */
    byte[] with(String kernel) {
        try (InputStream stream = KernelImage.class.getResourceAsStream(facts.getProperty(kernel) + ".fatbin")) {
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
}
