package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What holds for every model that a user writes, tried on random ones, on every lane width: seeds 1 to 40, or to 300 under the profile
 * fuzz. A failure names the seed, which is all there is to a model.
 */
@Tag("lanes")
class RandomModelsTest {

    private static final int MODELS = Integer.getInteger("random.models", 40);

    /** States, sums, costs, labels and feedback of 1 to 3 replicas. */
    @Test
    void backendsGiveTheSameBits() {
        int finite = 0;
        for (int seed = 1; seed <= MODELS; seed++) {
            Problem problem = Problem.of(RandomModels.of(seed));
            int replicas = 1 + seed % 3;
            Object[] reference = replicas(problem, "cpu-scalar", 1, replicas);
            Object[] found = replicas(problem, "cpu", 1 + seed / 3 % 3, replicas);
            assertArrayEquals(reference, found, "seed " + seed);
            finite += reference.length > 1 ? 1 : 0;
        }
        System.out.println("same bits: " + MODELS + " random models, " + finite + " of them finite throughout");
        assertTrue(6 * finite >= 5 * MODELS, finite + " of " + MODELS + " are finite throughout");
    }

    @Test
    void everyPartOfTheLanguageIsTried() {
        ModelCounts counts = new ModelCounts();
        for (int seed = 1; seed <= MODELS; seed++) {
            counts.add(RandomModels.of(seed));
        }
        System.out.println("in " + MODELS + " random models: " + counts);
        counts.all().forEach((part, count) -> assertTrue(15 * count >= MODELS, part + " in " + count + " models"));
        assertEquals(ModelCounts.PARTS, counts.all().size(), counts::toString);
    }

    private static Object[] replicas(Problem problem, String backend, int threads, int replicas) {
        return RunBits.orDivergence(() -> RunBits.ofReplicas(problem, backend, threads, replicas));
    }
}
