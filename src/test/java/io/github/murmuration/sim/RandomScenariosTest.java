package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for every scenario, tried on random ones: seeds 1 to 60, or to 300 under the profile fuzz. A failure names the seed, which
 * is all there is to a scenario.
 */
class RandomScenariosTest {

    private static final int SCENARIOS = Integer.getInteger("random.scenarios", 60);

    /** Normals of moments: 300 scenarios have some 5e4 of them, so that one is beyond 6 standard errors with probability 1e-4. */
    private static final double STANDARD_ERRORS = 6;

    /** The emulated device is slow: it takes one scenario in so many, and few agents. */
    private static final int ON_CUDA = 10;

    @TempDir
    private Path folder;

    @Test
    void backendsGiveTheSameBits() {
        for (int seed = 1; seed <= SCENARIOS; seed++) {
            Problem problem = Problem.of(RandomScenarios.of(seed));
            Object[] reference = RunBits.of(run(problem, "cpu-scalar", 1, null));
            assertArrayEquals(reference, RunBits.of(run(problem, "cpu", 1 + seed % 4, null)), "seed " + seed);
        }
        System.out.println("same bits on cpu-scalar and cpu: scenarios of seeds 1 to " + SCENARIOS);
    }

    @Test
    void theDeviceGivesTheSameBits() {
        int tried = 0;
        for (int seed = ON_CUDA; cuda() && seed <= SCENARIOS; seed += ON_CUDA, tried++) {
            Scenario scenario = RandomScenarios.of(seed);
            Problem problem = Problem.of(scenario);
            assertArrayEquals(
                    RunBits.of(run(problem, "cpu-scalar", 1, null)),
                    RunBits.of(run(problem, "cuda", 1, null)),
                    "seed " + seed);
        }
        System.out.println("same bits on cpu-scalar and cuda: " + tried + " scenarios");
    }

    @Test
    void replicasHaveTheSameBits() {
        for (int seed = 1; seed <= SCENARIOS; seed++) {
            Problem problem = Problem.of(RandomScenarios.of(seed));
            int agents = 1 + seed * 37 % 700;
            int replicas = 2 + seed % 5;
            assertEquals(
                    replicaMoments(problem, "cpu-scalar", agents, replicas),
                    replicaMoments(problem, "cpu", agents, replicas),
                    "seed " + seed);
        }
        System.out.println("same bits of replicas: scenarios of seeds 1 to " + SCENARIOS);
    }

    @Test
    void resumedRunsEndInTheBitsOfWholeOnes() throws Exception {
        int resumed = 0;
        for (int seed = 1; seed <= SCENARIOS; seed++) {
            Problem problem = Problem.of(RandomScenarios.of(seed));
            Path out = Files.createDirectory(folder.resolve("seed-" + seed));
            Object[] whole = RunBits.of(run(problem, "cpu", 1 + seed % 3, out));
            try (Checkpoint checkpoint = Checkpoint.open(out)) {
                Problem again = Problem.of(checkpoint.scenario());
                RunResult rest = simulation(again, seed % 2 == 0 ? "cpu" : "cpu-scalar", 2, out)
                        .resume(checkpoint);
                assertArrayEquals(whole, RunBits.of(rest), "seed " + seed);
                resumed++;
            }
        }
        assertEquals(SCENARIOS, resumed);
        System.out.println("resumed to the same bits: scenarios of seeds 1 to " + SCENARIOS);
    }

    @Test
    void momentsAreTheExactOnesWithinTheirErrors() {
        int compared = 0;
        for (int seed = 1; seed <= SCENARIOS; seed++) {
            Problem problem = Problem.of(RandomScenarios.of(seed));
            RunResult run = run(problem, "cpu", 0, null);
            for (int g = 0; g < run.guidances().size(); g++) {
                MomentSeries moments = run.guidances().get(g).moments();
                String at =
                        "seed " + seed + ", guidance " + run.guidances().get(g).guidance();
                compared += ExactChain.of(problem, g)
                        .map(exact -> compare(problem, exact, moments, at))
                        .orElse(0);
            }
        }
        assertTrue(compared > 10 * SCENARIOS, compared + " means and variances compared");
        System.out.println(compared + " means and variances within 6 standard errors: seeds 1 to " + SCENARIOS);
    }

    /** @return number of comparisons */
    private static int compare(Problem problem, ExactChain exact, MomentSeries moments, String at) {
        long agents = problem.scenario().population().agents();
        int compared = 0;
        for (int k = 0; k < exact.mean().length; k++) {
            for (int j = 0; j < exact.mean()[k].length; j++) {
                double variance = exact.variance()[k][j];
                double rounding = 1e-6 * (Math.abs(exact.mean()[k][j]) + Math.sqrt(variance));
                double error = STANDARD_ERRORS * Math.sqrt(exact.varianceOfMean()[k][j] / agents) + rounding;
                assertEquals(exact.mean()[k][j], moments.mean()[k][j], error, at + ", mean " + j + " at step " + k);
                compared++;
                if (agents >= 1000) { // few have no normal variance
                    double relative = STANDARD_ERRORS * Math.sqrt((kurtosis(problem, j) - 1) / agents) + 1e-4;
                    assertEquals(
                            variance,
                            moments.variance()[k][j],
                            relative * variance,
                            at + ", variance " + j + " at step " + k);
                    compared++;
                }
            }
        }
        return compared;
    }

    /** At least E (x - m)^4 / V^2 at any time: independent summands bring no more excess than the largest of them has. */
    private static double kurtosis(Problem problem, int j) {
        return Math.max(3, Math.max(kurtosis(problem.initial(), j), kurtosis(problem.target(), j)));
    }

    private static double kurtosis(GaussianMixture law, int j) {
        double mean = law.mean()[j];
        double fourth = 0;
        for (int k = 0; k < law.components(); k++) {
            double v = law.covarianceOf(k)[j][j];
            double square = Math.pow(law.means()[k][j] - mean, 2);
            fourth += law.weights()[k] * (3 * v * v + 6 * v * square + square * square);
        }
        double variance = law.covariance()[j][j];
        return variance == 0 ? 0 : fourth / (variance * variance);
    }

    private static Simulation simulation(Problem problem, String backend, int threads, Path out) {
        return new Simulation(problem, Backends.select(backend), threads, Progress.NONE, out);
    }

    /** @param out where checkpoints go; null for a run without */
    private RunResult run(Problem problem, String backend, int threads, Path out) {
        return simulation(problem, backend, threads, out == null ? folder : out).run();
    }

    private static boolean cuda() {
        try {
            return Backends.select("cuda") != null;
        } catch (UnavailableException e) {
            return false;
        }
    }

    private static List<Double> replicaMoments(Problem problem, String backend, int agents, int replicas) {
        List<Double> all = new ArrayList<>();
        ReplicaObserver observer = (k, moments) -> {
            for (int g = 0; g < problem.schedules().size(); g++) {
                for (int r = 0; r < moments.replicas(); r++) {
                    all.addAll(Arrays.asList(moments.mean(g, r, 0), moments.variance(g, r, 0)));
                }
            }
        };
        Backend chosen = Backends.select(backend);
        new ReplicaRun(problem, agents, replicas, 1).run(chosen, NoiseSource.PHILOX, 2, observer, work -> {});
        return all;
    }
}
