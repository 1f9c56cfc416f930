package io.github.murmuration.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.sim.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every backend promises: the bits of the scalar reference, whatever the shape of the problem and of the batches. */
@Tag("contract")
@Tag("parity")
public abstract class BackendContract {

    private static final int STEPS = 6;

    /** The backend under test. */
    protected abstract Backend backend();

    /** Worker threads to try. */
    protected int[] threads() {
        return new int[] {1};
    }

    static Stream<Scenario> shapes() {
        List<Scenario> shapes = new ArrayList<>();
        for (long agents : new long[] {1, 7, 255, 257, 1023, 1025, 100003}) {
            shapes.add(TestScenarios.demandResponse(1, agents, 8, Scheme.EULER_MARUYAMA));
        }
        for (Scheme scheme : Scheme.OF_BRIDGES) {
            for (int d : new int[] {1, 2, 3, 8}) {
                for (int components : new int[] {1, 2, 5}) {
                    shapes.add(TestScenarios.mixtures(d, components, false, 1300, STEPS, scheme));
                    shapes.add(TestScenarios.mixtures(d, components, true, 1300, STEPS, scheme));
                }
            }
            shapes.add(TestScenarios.mixtures(33, 2, true, 300, STEPS, scheme));
            shapes.add(patterns(scheme));
        }
        for (int d : new int[] {1, 2, 3, 4, 8, 33}) {
            shapes.add(TestScenarios.linear(d, 1300, STEPS));
        }
        shapes.addAll(manyCoordinates());
        for (long agents : new long[] {7, 1300, 20000}) {
            shapes.addAll(TestScenarios.interacting(agents, STEPS));
        }
        for (Scheme scheme : Scheme.OF_BRIDGES) {
            shapes.add(TestScenarios.empirical(1, 7, STEPS, scheme));
            shapes.add(TestScenarios.empirical(3, 1300, STEPS, scheme));
        }
        shapes.add(TestScenarios.empirical(1, 20000, STEPS, Scheme.EULER_MARUYAMA));
        shapes.add(TestScenarios.empiricalLinear(1, 20000, STEPS));
        shapes.add(TestScenarios.empiricalLinear(3, 1300, STEPS));
        for (Scenario scenario : List.of(
                TestScenarios.demandResponse(2, 1300, 8, Scheme.EULER_MARUYAMA),
                TestScenarios.linear(3, 1300, STEPS),
                TestScenarios.empirical(1, 1300, STEPS, Scheme.EULER_MARUYAMA))) {
            shapes.add(withoutAgentEnergies(scenario));
        }
        return shapes.stream();
    }

    /** With sub-populations and without, tiles that are full and others, one guidance and two. */
    private static List<Scenario> manyCoordinates() {
        double[][] listed = new double[3][9];
        Arrays.setAll(
                listed,
                i -> IntStream.range(0, 9).mapToDouble(j -> Math.sin(9 * i + j)).toArray());
        Law target = Law.gaussian(
                new double[9],
                Covariance.standardDeviations(
                        IntStream.range(0, 9).mapToDouble(j -> 0.2 + 0.05 * j).toArray()));
        return List.of(
                TestScenarios.mixtures(9, 2, false, 1300, STEPS, Scheme.EULER_MARUYAMA),
                TestScenarios.mixtures(16, 1, true, 1300, STEPS, Scheme.EULER_MARUYAMA),
                TestScenarios.mixtures(17, 1, false, 1300, STEPS, Scheme.EULER_MARUYAMA),
                TestScenarios.mixtures(32, 5, false, 300, STEPS, Scheme.POSTERIOR_MEAN),
                TestScenarios.mixtures(64, 1, true, 300, STEPS, Scheme.POSTERIOR_MEAN),
                TestScenarios.mixtures(64, 2, false, 300, STEPS, Scheme.EULER_MARUYAMA),
                TestScenarios.linear(9, 1300, STEPS),
                TestScenarios.scenario(
                        new Law.Samples(listed),
                        target,
                        TestScenarios.geometric(2),
                        List.of(new Guidance.MeanField()),
                        1500,
                        STEPS,
                        Scheme.POSTERIOR_MEAN));
    }

    private static Scenario withoutAgentEnergies(Scenario scenario) {
        return scenario.toBuilder()
                .output(scenario.output().agentEnergies(false))
                .build();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void givesTheBitsOfTheReference(Scenario scenario) {
        Problem problem = Problem.of(scenario);
        Tiling tiling = Tiling.alone(scenario.population().agents());
        Outcome expected = run(Backends.select("cpu-scalar"), 1, problem, tiling, STEPS, STEPS);
        assertSame(expected, run(backend(), 1, problem, tiling, STEPS, STEPS));
    }

    /** The second has two whole tiles and a part of one. */
    static Stream<Scenario> paying() {
        return Stream.of(
                TestScenarios.demandResponse(1, 1300, 8, Scheme.EULER_MARUYAMA), TestScenarios.linear(1, 3500, STEPS));
    }

    @ParameterizedTest
    @MethodSource("paying")
    void whetherEnergiesAreKeptChangesNothingElse(Scenario scenario) {
        Outcome with = run(backend(), 1, scenario, STEPS, STEPS);
        Outcome without = run(backend(), 1, withoutAgentEnergies(scenario), STEPS, STEPS);
        assertArrayEquals(with.sums, without.sums);
        assertArrayEquals(with.states.get(0), without.states.get(0));
        assertEquals(scenario.population().agents(), with.energies.get(0).length);
        assertEquals(0, without.energies.get(0).length);
    }

    /** Ten blocks of three components, each asked for forty times. */
    @Test
    void threadsReadBlocksSideBySide() {
        Problem problem = Problem.of(TestScenarios.mixtures(1, 3, false, 160_000, STEPS, Scheme.EULER_MARUYAMA));
        try (Ensemble expected = Backends.select("cpu-scalar").open(problem.ensemble(160_000), 1);
                Ensemble ensemble = open(problem, 1)) {
            expected.start(problem.startReference());
            ensemble.start(problem.startReference());
            int blocks = Tiling.alone(160_000).blocks();
            assertEquals(10, blocks);
            IntStream.range(0, 40 * blocks).parallel().forEach(i -> {
                assertArrayEquals(expected.labels(i % blocks), ensemble.labels(i % blocks));
                assertArrayEquals(expected.states(0, i % blocks), ensemble.states(0, i % blocks));
            });
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        Scenario scenario = TestScenarios.mixtures(2, 2, true, 60000, STEPS, Scheme.EXACT);
        Outcome expected = run(Backends.select("cpu-scalar"), 1, scenario, STEPS, STEPS);
        for (int threads : threads()) {
            assertSame(expected, run(backend(), threads, scenario, STEPS, STEPS));
        }
    }

    @Test
    void batchesOfAnySizeGiveTheSameBits() {
        Scenario bridge = TestScenarios.demandResponse(2, 20000, 8, Scheme.EULER_MARUYAMA);
        for (Scenario scenario : List.of(bridge, TestScenarios.linear(2, 3000, 8), TestScenarios.linear(5, 3000, 8))) {
            Outcome expected = run(backend(), 1, scenario, 8, 8);
            for (int batch : new int[] {1, 3, 5}) {
                assertSame(expected, run(backend(), 1, scenario, 8, batch));
            }
        }
    }

    @Test
    void agentsKeepTheirPathsWhenThePopulationGrows() {
        Outcome few = run(backend(), 1, TestScenarios.demandResponse(1, 1000, 8, Scheme.EULER_MARUYAMA), 8, 8);
        Outcome many = run(backend(), 1, TestScenarios.demandResponse(1, 1_000_000, 8, Scheme.EULER_MARUYAMA), 8, 8);
        for (int g = 0; g < few.states.size(); g++) {
            float[] firstOfMany = Arrays.copyOf(many.states.get(g), 1000);
            assertArrayEquals(few.states.get(g), firstOfMany);
        }
    }

    @Test
    void theFirstHundredStepsOfTwoHundredAreThoseOfAHundred() {
        Scenario scenario = TestScenarios.demandResponse(1, 3000, 200, Scheme.EULER_MARUYAMA);
        Outcome half = run(backend(), 1, scenario, 100, 50);
        Outcome whole = run(backend(), 1, scenario, 200, 64);
        for (int g = 0; g < half.sums.length; g++) {
            double[] first = Arrays.copyOf(whole.sums[g], half.sums[g].length);
            assertArrayEquals(half.sums[g], first);
        }
    }

    @Test
    void aRestoredPopulationGoesOnToTheSameBits() {
        Scenario scenario = TestScenarios.demandResponse(2, 20000, 8, Scheme.EULER_MARUYAMA);
        Problem problem = Problem.of(scenario);
        Outcome expected = run(backend(), 1, scenario, 8, 8);
        try (Ensemble first = open(problem, 1);
                Ensemble second = open(problem, 1)) {
            first.start(problem.startReference());
            second.start(problem.startReference());
            advance(first, problem, 0, 5);
            for (int g = 0; g < problem.schedules().size(); g++) {
                for (int b = 0; b < Tiling.alone(20000).blocks(); b++) {
                    second.restore(g, b, first.states(g, b), first.energies(g, b));
                }
            }
            double[][] sums = advance(second, problem, 5, 3);
            assertArrayEquals(expected.tail(sums), sums);
            assertStates(expected, second, problem);
        }
    }

    @Test
    void aRestoredPopulationThatFeedsBackGoesOnToTheSameBits() {
        List<Scenario> scenarios = new ArrayList<>(TestScenarios.interacting(20000, 8));
        scenarios.add(TestScenarios.empirical(2, 20000, 8, Scheme.EULER_MARUYAMA));
        scenarios.add(TestScenarios.empiricalLinear(3, 20000, 8));
        for (Scenario scenario : scenarios) {
            Problem problem = Problem.of(scenario);
            Outcome expected = run(backend(), 1, scenario, 8, 8);
            assertSame(expected, run(backend(), 2, scenario, 8, 3));
            try (Ensemble first = open(problem, 1);
                    Ensemble second = open(problem, 1)) {
                first.start(problem.startReference());
                second.start(problem.startReference());
                advance(first, problem, 0, 5);
                for (int g = 0; g < problem.schedules().size(); g++) {
                    for (int b = 0; b < Tiling.alone(20000).blocks(); b++) {
                        second.restore(g, b, first.states(g, b), first.energies(g, b));
                    }
                }
                second.restoreFeedback(first.feedback());
                double[][] sums = advance(second, problem, 5, 3);
                assertArrayEquals(expected.tail(sums), sums);
                assertStates(expected, second, problem);
            }
        }
    }

    /** Several in a tile with room to spare, one in a tile, many tiles, many blocks each; and more than a block of tiles of them. */
    @ParameterizedTest
    @CsvSource({"1, 5", "10, 40", "100, 230", "300, 7", "600, 3", "1024, 3", "1025, 5", "17000, 3"})
    void replicasGiveTheBitsOfTheReference(int agents, int replicas) {
        Tiling tiling = Tiling.replicas(agents, 0, replicas);
        List<Scenario> scenarios = new ArrayList<>(TestScenarios.interacting(agents, STEPS));
        scenarios.add(TestScenarios.empirical(1, agents, STEPS, Scheme.EULER_MARUYAMA));
        scenarios.add(TestScenarios.empirical(3, agents, STEPS, Scheme.EXACT));
        scenarios.add(TestScenarios.empiricalLinear(2, agents, STEPS));
        scenarios.add(TestScenarios.demandResponse(1, agents, STEPS + 2, Scheme.POSTERIOR_MEAN));
        for (Scenario scenario : scenarios) {
            int steps = scenario.time().steps();
            Problem problem = Problem.of(scenario);
            Outcome expected = run(Backends.select("cpu-scalar"), 1, problem, tiling, steps, steps);
            assertSame(expected, run(backend(), 2, problem, tiling, steps, 4));
        }
    }

    /** One that shares its tile, and one that does not: each keeps the noise of its own columns. */
    @ParameterizedTest
    @ValueSource(ints = {100, 1500})
    void aReplicaAloneGivesTheBitsOfTheReference(int agents) {
        Tiling tiling = Tiling.replicas(agents, 5, 1);
        for (Scenario scenario : TestScenarios.interacting(agents, STEPS)) {
            Problem problem = Problem.of(scenario);
            Outcome expected = run(Backends.select("cpu-scalar"), 1, problem, tiling, STEPS, STEPS);
            assertSame(expected, run(backend(), 2, problem, tiling, STEPS, 4));
        }
    }

    /** Side by side in tiles, and on tiles of their own. */
    @ParameterizedTest
    @CsvSource({"100, 30, 0, 777", "1500, 3, 2, 1490"})
    void namesTheAgentOfAReplicaThatLeavesTheRange(int agents, int replicas, int block, int i) {
        Problem problem = Problem.of(TestScenarios.linear(1, agents, STEPS));
        Tiling tiling = Tiling.replicas(agents, 0, replicas);
        try (Ensemble ensemble = backend()
                .open(problem.ensemble(tiling, problem.scenario().population().seed()), 1)) {
            ensemble.start(problem.startReference());
            float[][] states = ensemble.states(0, block);
            states[0][i] = 1e25f;
            ensemble.restore(0, block, states, ensemble.energies(0, block));
            DivergenceException thrown =
                    assertThrows(DivergenceException.class, () -> advance(ensemble, problem, 0, 2));
            assertEquals(0, thrown.step());
            assertEquals(tiling.firstAgent(block) + i, thrown.agent());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 17})
    void namesTheFirstAgentOfALinearModelThatLeavesTheRange(int d) {
        Problem problem = Problem.of(TestScenarios.linear(d, 3000, STEPS));
        try (Ensemble ensemble = open(problem, 1)) {
            ensemble.start(problem.startReference());
            advance(ensemble, problem, 0, 1);
            float[][] states = ensemble.states(0, 0);
            states[0][2077] = -1e25f;
            states[0][2078] = 1e25f;
            ensemble.restore(0, 0, states, ensemble.energies(0, 0));
            DivergenceException thrown =
                    assertThrows(DivergenceException.class, () -> advance(ensemble, problem, 1, 3));
            assertEquals(1, thrown.step());
            assertEquals(2077, thrown.agent());
        }
    }

    @Test
    void namesTheFirstAgentThatLeavesTheRange() {
        Problem problem = Problem.of(TestScenarios.demandResponse(1, 2000, 8, Scheme.EULER_MARUYAMA));
        try (Ensemble ensemble = open(problem, 1)) {
            ensemble.start(problem.startReference());
            float[][] states = ensemble.states(1, 0);
            states[0][3] = 1e25f;
            states[0][5] = -1e25f;
            ensemble.restore(1, 0, states, ensemble.energies(1, 0));
            DivergenceException thrown =
                    assertThrows(DivergenceException.class, () -> advance(ensemble, problem, 0, 2));
            assertEquals(0, thrown.step());
            assertEquals(3, thrown.agent());
        }
    }

    /** Everything observable of a finished run. */
    private record Outcome(
            double[] start,
            double[][] sums,
            List<float[]> states,
            List<float[]> energies,
            long[][] labels,
            double[][] feedback) {

        /** The last sums of each guidance, as many as in the given ones. */
        double[][] tail(double[][] like) {
            double[][] tail = new double[sums.length][];
            for (int g = 0; g < tail.length; g++) {
                tail[g] = Arrays.copyOfRange(sums[g], sums[g].length - like[g].length, sums[g].length);
            }
            return tail;
        }
    }

    private Outcome run(Backend backend, int threads, Scenario scenario, int steps, int batch) {
        Tiling alone = Tiling.alone(scenario.population().agents());
        return run(backend, threads, Problem.of(scenario), alone, steps, batch);
    }

    private Outcome run(Backend backend, int threads, Problem problem, Tiling tiling, int steps, int batch) {
        long seed = problem.scenario().population().seed();
        try (Ensemble ensemble = backend.open(problem.ensemble(tiling, seed), threads)) {
            double[] start = ensemble.start(problem.startReference());
            double[][] sums = new double[problem.schedules().size()][0];
            for (int k = 0; k < steps; k += batch) {
                double[][] more = advance(ensemble, problem, k, Math.min(batch, steps - k));
                for (int g = 0; g < sums.length; g++) {
                    sums[g] = concat(sums[g], more[g]);
                }
            }
            List<float[]> states = new ArrayList<>();
            List<float[]> energies = new ArrayList<>();
            for (int g = 0; g < sums.length; g++) {
                states.add(states(ensemble, g, tiling));
                for (int b = 0; b < tiling.blocks(); b++) {
                    energies.add(ensemble.energies(g, b));
                }
            }
            assertTrue(states.get(0).length > 0);
            return new Outcome(start, sums, states, energies, ensemble.labelCounts(), ensemble.feedback());
        }
    }

    private Ensemble open(Problem problem, int threads) {
        return backend().open(problem.ensemble(problem.scenario().population().agents()), threads);
    }

    private static double[][] advance(Ensemble ensemble, Problem problem, int first, int count) {
        float[][] rows = problem.schedules().stream()
                .map(schedule -> schedule.rows(first, count))
                .toArray(float[][]::new);
        return ensemble.advance(first, count, rows);
    }

    private static void assertStates(Outcome expected, Ensemble ensemble, Problem problem) {
        for (int g = 0; g < problem.schedules().size(); g++) {
            long agents = problem.scenario().population().agents();
            assertArrayEquals(expected.states.get(g), states(ensemble, g, Tiling.alone(agents)));
        }
    }

    private static void assertSame(Outcome expected, Outcome actual) {
        assertArrayEquals(expected.start, actual.start, "sums of the starts");
        assertArrayEquals(expected.labels, actual.labels, "label counts");
        assertArrayEquals(expected.sums, actual.sums, "sums");
        assertArrayEquals(expected.feedback, actual.feedback, "feedback");
        for (int g = 0; g < expected.states.size(); g++) {
            assertArrayEquals(expected.states.get(g), actual.states.get(g), "states of guidance " + g);
        }
        for (int e = 0; e < expected.energies.size(); e++) {
            assertArrayEquals(expected.energies.get(e), actual.energies.get(e), "energies " + e);
        }
    }

    /** All coordinates of all blocks, one after the other. */
    private static float[] states(Ensemble ensemble, int g, Tiling tiling) {
        float[] all = new float[0];
        for (int b = 0; b < tiling.blocks(); b++) {
            for (float[] coordinate : ensemble.states(g, b)) {
                int at = all.length;
                all = Arrays.copyOf(all, at + coordinate.length);
                System.arraycopy(coordinate, 0, all, at, coordinate.length);
            }
        }
        return all;
    }

    private static double[] concat(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static Scenario patterns(Scheme scheme) {
        Law target = new Law.Samples(new double[][] {{0, 0}, {1, 0.5}, {-1, 2}, {0.25, 0.25}});
        Law initial = new Law.Point(new double[] {1, -1});
        return TestScenarios.scenario(
                initial, target, TestScenarios.geometric(2), List.of(new Guidance.MeanField()), 1500, STEPS, scheme);
    }
}
