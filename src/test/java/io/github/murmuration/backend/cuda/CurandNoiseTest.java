package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.sim.Checkpoint;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Increments in bulk from cuRAND, as a rule the emulated one. */
@Tag("parity")
class CurandNoiseTest {

    private static final int AGENTS = 8000;
    private static final int STEPS = 6;

    /** At most 300 comparisons of normal statistics: one of them exceeds this by chance with probability {@code 300 x 2e-9 < 1e-6}. */
    private static final double SIGMAS = 6;

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsADriver() {
        assumeTrue(Installation.found().usable(), Installation.found().problem());
        assumeTrue(Installation.found().device().emulated() || hasCurand(), "this machine has no cuRAND");
    }

    /** One for each kernel, and some kernels more than one. */
    static Stream<Scenario> shapes() {
        List<Scenario> shapes = new ArrayList<>();
        for (int d : new int[] {1, 2, 4, 8, 3}) {
            shapes.add(TestScenarios.mixtures(d, 2, false, AGENTS, STEPS, Scheme.EULER_MARUYAMA));
        }
        shapes.add(TestScenarios.mixtures(2, 5, false, AGENTS, STEPS, Scheme.POSTERIOR_MEAN));
        shapes.add(TestScenarios.mixtures(2, 2, true, AGENTS, STEPS, Scheme.POSTERIOR_MEAN));
        shapes.add(TestScenarios.mixtures(2, 2, false, AGENTS, STEPS, Scheme.EXACT));
        shapes.add(TestScenarios.mixtures(2, 2, true, AGENTS, STEPS, Scheme.EXACT));
        for (int d : new int[] {1, 2, 4, 3}) {
            shapes.add(TestScenarios.linear(d, AGENTS, STEPS));
        }
        return shapes.stream();
    }

    /** The starts are the same, so independent increments bound the variance of a difference of means by the sum of the two. */
    @ParameterizedTest
    @MethodSource("shapes")
    void agreesWithPhiloxInLawButNotInBits(Scenario scenario) {
        float[][] philox = terminal(scenario, NoiseSource.PHILOX, LaunchShape.WHOLE, STEPS);
        float[][] curand = terminal(scenario, NoiseSource.CURAND, LaunchShape.WHOLE, STEPS);
        for (int j = 0; j < philox.length; j++) {
            assertFalse(Arrays.equals(philox[j], curand[j]));
            double mean = mean(philox[j]);
            assertSimilar(philox[j], curand[j]);
            assertSimilar(squares(philox[j], mean), squares(curand[j], mean));
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void batchesAndLaunchesOfAnySizeGiveTheSameBits(Scenario scenario) {
        float[][] whole = terminal(scenario, NoiseSource.CURAND, LaunchShape.WHOLE, STEPS);
        assertArrayEquals(whole, terminal(scenario, NoiseSource.CURAND, LaunchShape.WHOLE, 1));
        assertArrayEquals(whole, terminal(scenario, NoiseSource.CURAND, new LaunchShape(2, 3, 1, 0), 5));
    }

    /** Steps that feed back take one step's increments at a time. */
    static Stream<Scenario> fed() {
        List<Scenario> shapes = new ArrayList<>(TestScenarios.interacting(AGENTS, STEPS));
        shapes.add(TestScenarios.empirical(1, AGENTS, STEPS, Scheme.EULER_MARUYAMA));
        shapes.add(TestScenarios.empirical(3, AGENTS, STEPS, Scheme.EXACT));
        shapes.add(TestScenarios.empiricalLinear(2, AGENTS, STEPS));
        return shapes.stream();
    }

    @ParameterizedTest
    @MethodSource("fed")
    void populationsThatFeedBackTakeTheirIncrementsFromMemory(Scenario scenario) {
        float[][] whole = terminal(scenario, NoiseSource.CURAND, LaunchShape.WHOLE, STEPS);
        assertArrayEquals(whole, terminal(scenario, NoiseSource.CURAND, new LaunchShape(2, 3, 1, 0), 5));
        float[][] philox = terminal(scenario, NoiseSource.PHILOX, LaunchShape.WHOLE, STEPS);
        assertFalse(Arrays.equals(philox[0], whole[0]));
        assertSimilar(philox[0], whole[0]);
    }

    @Test
    void aResumedRunGoesOnToTheSameBits() {
        Scenario scenario = checkpointed();
        RunResult whole = simulation(scenario, NoiseSource.CURAND).run();
        assertEquals("curand", whole.noise());
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            RunResult resumed = simulation(scenario, NoiseSource.CURAND).resume(checkpoint);
            for (int g = 0; g < whole.guidances().size(); g++) {
                GuidanceResult expected = whole.guidances().get(g);
                GuidanceResult actual = resumed.guidances().get(g);
                assertArrayEquals(expected.moments().mean(), actual.moments().mean());
                assertArrayEquals(
                        expected.moments().variance(), actual.moments().variance());
                assertEquals(expected.energy(), actual.energy());
            }
        }
    }

    @Test
    void aRunIsNotResumedOnOtherNoise() {
        Scenario scenario = checkpointed();
        simulation(scenario, NoiseSource.CURAND).run();
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            Simulation other = simulation(scenario, NoiseSource.PHILOX);
            ScenarioException refusal = assertThrows(ScenarioException.class, () -> other.resume(checkpoint));
            assertTrue(refusal.getMessage().contains("written with --noise curand; resume it with the same"));
        }
    }

    @Test
    void theProcessorRefusesItInOneLine() {
        Problem problem = Problem.of(TestScenarios.linear(1, 10, STEPS));
        for (String name : List.of("cpu", "cpu-scalar")) {
            UnavailableException refusal = assertThrows(
                    UnavailableException.class,
                    () -> Backends.select(name).open(problem.ensemble(10).with(NoiseSource.CURAND), 1));
            assertEquals("--noise curand needs --backend cuda", refusal.getMessage());
        }
    }

    private static boolean hasCurand() {
        Problem problem = Problem.of(TestScenarios.linear(1, 10, STEPS));
        try {
            new CudaBackend()
                    .open(problem.ensemble(10).with(NoiseSource.CURAND), 1)
                    .close();
            return true;
        } catch (UnavailableException e) {
            return false;
        }
    }

    private Scenario checkpointed() {
        Scenario bridge = TestScenarios.demandResponse(2, 3000, 8, Scheme.EULER_MARUYAMA);
        return new Scenario(
                bridge.name(),
                bridge.dynamics(),
                bridge.initial(),
                bridge.target(),
                bridge.protocol(),
                bridge.guidance(),
                bridge.population(),
                bridge.time(),
                new Output(1, 0, 0, 3));
    }

    private Simulation simulation(Scenario scenario, NoiseSource noise) {
        return new Simulation(Problem.of(scenario), new CudaBackend(), noise, 1, Progress.NONE, folder);
    }

    /** Terminal coordinates under the last guidance [d][agents]. */
    private static float[][] terminal(Scenario scenario, NoiseSource noise, LaunchShape shape, int batch) {
        Problem problem = Problem.of(scenario);
        try (Ensemble ensemble =
                new CudaBackend(shape).open(problem.ensemble(AGENTS).with(noise), 1)) {
            ensemble.start(problem.startReference());
            for (int k = 0; k < STEPS; k += batch) {
                int first = k;
                int count = Math.min(batch, STEPS - k);
                float[][] rows = problem.schedules().stream()
                        .map(schedule -> schedule.rows(first, count))
                        .toArray(float[][]::new);
                ensemble.advance(first, count, rows);
            }
            return ensemble.states(problem.schedules().size() - 1, 0);
        }
    }

    private static void assertSimilar(float[] a, float[] b) {
        double error = Math.sqrt((variance(a) + variance(b)) / AGENTS);
        assertEquals(mean(a), mean(b), SIGMAS * error);
        assertTrue(error > 0);
    }

    private static float[] squares(float[] values, double mean) {
        float[] squares = new float[values.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (float) ((values[i] - mean) * (values[i] - mean));
        }
        return squares;
    }

    private static double variance(float[] values) {
        return mean(squares(values, mean(values)));
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
