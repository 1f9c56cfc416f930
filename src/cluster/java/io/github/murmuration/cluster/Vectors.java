package io.github.murmuration.cluster;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.UnavailableException;
import org.apache.spark.SparkEnv;

/** Plain loops are for those who ask for them: they take several times as long. */
final class Vectors {

    private static final String PLAIN = "cpu-scalar";

    private Vectors() {}

    /**
     * @param chosen name of the backend that an executor has
     * @param asked words that may name it
     * @throws UnavailableException it would run plain loops, which were not asked for
     */
    static void require(String chosen, String asked) {
        if (chosen.equals(PLAIN) && !asked.contains(PLAIN)) {
            throw new UnavailableException("an executor on "
                    + SparkEnv.get().blockManager().blockManagerId().host()
                    + " would run plain loops: " + String.join("; ", Backends.passedOver())
                    + "; set spark.executor.extraJavaOptions, or use --backend " + PLAIN);
        }
    }
}
