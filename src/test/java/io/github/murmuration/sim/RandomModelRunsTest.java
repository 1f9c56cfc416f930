package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of random models, seeds as in {@link RandomModelsTest}. */
class RandomModelRunsTest {

    private static final int MODELS = Integer.getInteger("random.models", 40);

    /** An emulated device is slow: it takes one model in so many. */
    private static final int ON_A_DEVICE = 5;

    /** Every so many models have agents in two blocks, for threads to share. */
    private static final int LARGE = 20;

    private static final int TWO_BLOCKS = 16_500;

    @TempDir
    private Path folder;

    /** On one backend to the end, on either from the last checkpoint on; paths and observed values are among the results. */
    @Test
    void resumedRunsEndInTheBitsOfWholeOnes() throws Exception {
        int resumed = 0;
        for (int seed = 1; seed <= MODELS; seed += 2) {
            Problem problem = Problem.of(RandomModels.of(seed));
            Path out = Files.createDirectory(folder.resolve("seed-" + seed));
            Object[] whole = RunBits.orDivergence(
                    () -> RunBits.of(simulation(problem, "cpu", 1, out).run()));
            if (whole[0] instanceof String) {
                continue;
            }
            try (Checkpoint checkpoint = Checkpoint.open(out)) {
                Problem again = Problem.of(checkpoint.scenario());
                String backend = seed % 4 == 1 ? "cpu" : "cpu-scalar";
                RunResult rest = simulation(again, backend, 2, out).resume(checkpoint);
                assertArrayEquals(whole, RunBits.of(rest), "seed " + seed);
                resumed++;
            }
        }
        System.out.println("resumed to the same bits: " + resumed + " of " + MODELS / 2 + " random models");
        assertTrue(12 * resumed >= 5 * MODELS, "resumed: " + resumed);
    }

    @Test
    void threadsChangeNoBits() {
        for (int seed = LARGE; seed <= MODELS; seed += LARGE) {
            Scenario scenario = RandomModels.of(seed).toBuilder()
                    .agents(TWO_BLOCKS)
                    .steps(2)
                    .build();
            Problem problem = Problem.of(scenario);
            Object[] one = replicas(problem, 1);
            assertArrayEquals(one, replicas(problem, 2), "2 threads, seed " + seed);
            assertArrayEquals(one, replicas(problem, 3), "3 threads, seed " + seed);
        }
    }

    @Test
    void theDeviceGivesTheSameBits() {
        int tried = 0;
        for (int seed = 1; cuda() && seed <= MODELS; seed += ON_A_DEVICE) {
            Problem problem = Problem.of(RandomModels.of(seed));
            int replicas = 1 + seed % 3;
            assertArrayEquals(
                    RunBits.orDivergence(() -> RunBits.ofReplicas(problem, "cpu", 1, replicas)),
                    RunBits.orDivergence(() -> RunBits.ofReplicas(problem, "cuda", 1, replicas)),
                    "seed " + seed);
            tried++;
        }
        System.out.println("same bits on cpu and cuda: " + tried + " random models");
    }

    private static boolean cuda() {
        try {
            return Backends.select("cuda") != null;
        } catch (UnavailableException e) {
            return false;
        }
    }

    private static Object[] replicas(Problem problem, int threads) {
        return RunBits.orDivergence(() -> RunBits.ofReplicas(problem, "cpu", threads, 1));
    }

    private static Simulation simulation(Problem problem, String backend, int threads, Path out) {
        return new Simulation(problem, Backends.select(backend), threads, Progress.NONE, out);
    }
}
