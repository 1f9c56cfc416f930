package io.github.murmuration.backend.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * The compiled kernels in the jar.
 *
 * @param toolkit version of the CUDA toolkit that compiled them, 1000 major + 10 minor as cuDriverGetVersion counts
 * @param targets compute capabilities with machine code
 */
record KernelImage(byte[] fatbin, int toolkit, String targets) {

    private static final String FATBIN = "murmuration.fatbin";
    private static final String PROPERTIES = "murmuration.fatbin.properties";

    /** Empty where the build found no nvcc. */
    static Optional<KernelImage> inJar() {
        try (InputStream fatbin = KernelImage.class.getResourceAsStream(FATBIN);
                InputStream properties = KernelImage.class.getResourceAsStream(PROPERTIES)) {
            if (fatbin == null || properties == null) {
                return Optional.empty();
            }
            Properties facts = new Properties();
            facts.load(properties);
            String[] version = facts.getProperty("toolkit").split("\\.");
            int toolkit = 1000 * Integer.parseInt(version[0]) + 10 * Integer.parseInt(version[1]);
            return Optional.of(new KernelImage(fatbin.readAllBytes(), toolkit, facts.getProperty("targets")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Oldest driver that runs them: any of the same major version. */
    int oldestDriver() {
        return toolkit / 1000 * 1000;
    }
}
