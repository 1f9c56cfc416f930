package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.sim.GuidanceResult;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Banks under common noise (Carmona, Fouque, Sun, Commun. Math. Sci. 13 (2015) 911). */
class SystemicRiskTest {

    private static final int BANKS = 10;
    private static final double DEFAULT = -0.7;

    /**
     * The mean is a Brownian motion of variance q^2 per unit of time; its lowest value at 100 times is below the default level as often as
     * that at all times is below a level 0.5826 q dt^(1/2) lower (Broadie, Glasserman, Kou 1997).
     */
    @ParameterizedTest
    @CsvSource({"cpu, 4000, 10", "cpu-scalar, 2000, 1"})
    @Tag("analytic")
    @Tag("statistical")
    void theMeanFallsBelowTheDefaultLevel(String backend, int replicas, double lending) {
        assertDefaults(backend, replicas, lending);
    }

    @Test
    @Tag("slow")
    @Tag("statistical")
    void fortyThousandPopulationsOfBanks() {
        assertDefaults("cpu", 40_000, 10);
    }

    private static void assertDefaults(String backend, int replicas, double lending) {
        double[] lowest = new double[replicas];
        Runs.replicas(
                Runs.bundled(
                        "systemic-risk",
                        "population.agents=" + BANKS,
                        "time.steps=100",
                        "dynamics.parameters.lending=" + lending),
                replicas,
                backend,
                (k, moments) -> {
                    for (int r = 0; r < moments.replicas(); r++) {
                        int all = moments.firstReplica() + r;
                        lowest[all] = Math.min(lowest[all], moments.mean(0, r, 0));
                    }
                });
        double share = Arrays.stream(lowest).filter(least -> least < DEFAULT).count() / (double) replicas;
        double q = Math.sqrt(0.25 + 0.75 / BANKS);
        double shifted = DEFAULT - 0.5826 * q * Math.sqrt(0.01);
        double probability = 2 * new NormalDistribution().cumulativeProbability(shifted / q);
        assertEquals(0.198, probability, 5e-4);
        assertEquals(probability, share, 3 * Math.sqrt(probability * (1 - probability) / replicas) + 0.003);
    }

    /** What a run observes is what its mean did. */
    @Test
    void theLowestMeanIsRecorded() {
        GuidanceResult result =
                Runs.run(Runs.bundled("systemic-risk", "population.agents=" + BANKS, "time.steps=100"), "cpu");
        double[] average = result.observed().get("average");
        double[] lowest = result.observed().get("lowest");
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < average.length; k++) {
            least = Math.min(least, average[k]);
            assertEquals(least, lowest[k]);
        }
    }
}
