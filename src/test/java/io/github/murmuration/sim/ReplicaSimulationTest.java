package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Mark;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas that are advanced together have the bits of each by itself. */
class ReplicaSimulationTest {

    private static final int FIRST = 5;
    private static final int REPLICAS = 3;

    /** Things observed, sensitivities, ends that absorb, pairs; what is common to all is in the scenarios of ReplicaNoiseTest. */
    private static final List<String> OTHERS = List.of(SimulationPartsTest.ABSORBED, """
            model: custom
            dynamics:
              state: [theta]
              parameters: {coupling: 1.5}
              pairs: {pull: "sin(other.theta - theta)"}
              drift: {theta: coupling*pull}
              noise: {theta: 0.5}
              boundary: {theta: {periodic: [0, 6.283185307179586]}}
              horizon: 1
            observe: {order: "sqrt(mean(cos(theta))^2 + mean(sin(theta))^2)"}
            initial: {gaussian: {mean: [1], standard-deviation: 1}}
            """, """
            model: custom
            dynamics:
              state: [x]
              parameters: {coupling: 1.5}
              drift: {x: "coupling*(mean(x) - x)"}
              noise: {x: 0.5}
              horizon: 1
            observe: {spread: variance(x)}
            initial: {gaussian: {mean: [1], standard-deviation: 1}}
            output: {sensitivities: [coupling]}
            """);

    @TempDir
    private Path folder;

    /** 85 in a tile, one on 250 columns of a tile, one on two blocks. */
    @ParameterizedTest
    @ValueSource(ints = {10, 1000, 17000})
    void haveTheBitsOfEachByItself(int agents) {
        for (Scenario scenario : scenarios(agents)) {
            Object[] expected = new Object[REPLICAS];
            for (int r = 0; r < REPLICAS; r++) {
                expected[r] = alone(scenario, FIRST + r, "cpu-scalar");
            }
            for (Backend backend : backends(scenario)) {
                assertArrayEquals(expected, together(scenario, backend), backend.name() + " " + scenario.name());
                assertArrayEquals(
                        (Object[]) expected[1],
                        alone(scenario, FIRST + 1, backend.name()),
                        backend.name() + " alone " + scenario.name());
            }
        }
    }

    @Test
    void aLargePopulationByItselfIsReplicaZero() {
        Scenario scenario = ReplicaNoiseTest.scenarios(1500).get(3);
        RunResult byItself = new Simulation(Problem.of(scenario), cpu(), 1, Progress.NONE, null).run();
        assertArrayEquals(bits(byItself), alone(scenario, 0, "cpu"));
        assertFalse(Arrays.deepEquals(bits(byItself), alone(scenario, 1, "cpu")));
    }

    /** What is read off the first agents, and what is written of all: they lie elsewhere where replicas share tiles. */
    @ParameterizedTest
    @ValueSource(ints = {10, 300, 1500})
    void pathsSnapshotsAndMarksAreThoseOfTheReplica(int agents) throws IOException {
        Scenario scenario = Scenario.builder()
                .name("test")
                .dynamics(CustomModel.builder()
                        .state("x")
                        .mark("rate", new Mark.Gaussian(1, 0.2))
                        .drift("x", "rate")
                        .horizon(1)
                        .build())
                .initial(Law.point(0))
                .agents(agents)
                .replica(FIRST)
                .steps(1)
                .output(new Output(1, agents, 0, 0).snapshots(List.of(1.0)))
                .build();
        RunResult run = new Simulation(Problem.of(scenario), cpu(), 1, Progress.NONE, folder).run();
        float[][][] paths = run.guidances().get(0).paths();
        float[] ends = floats(file(run, "snapshot-0.npy"), agents);
        float[] marks = floats(file(run, "marks.npy"), agents);
        assertEquals(agents, paths.length);
        for (int i = 0; i < agents; i++) {
            assertEquals(ends[i], paths[i][1][0], "path of agent " + i);
            assertEquals(marks[i], ends[i], "mark of agent " + i);
        }
        assertEquals(
                agents,
                IntStream.range(0, agents).mapToDouble(i -> marks[i]).distinct().count(),
                2);
    }

    @Test
    void moreReplicasThanNoiseHasCountersForAreRefused() {
        Scenario scenario = ScenarioReader.read(
                        "mean-field-ou", Map.of("population.agents", "1e12", "population.replica", "1e6"))
                .scenario();
        Problem problem = Problem.of(scenario);
        String refused = assertThrows(ScenarioException.class, () -> problem.ensemble(1_000_000_000_000L))
                .getMessage();
        assertTrue(refused.startsWith("population.replica: 1000000 is not accepted"), refused);
    }

    /** Whole tiles; one where it has a tile's work to do for a long time. */
    @Test
    void smallPopulationsAreTogether() {
        assertEquals(0, ReplicaSimulation.together(sized(10, 100)) % 85);
        assertTrue(ReplicaSimulation.together(sized(10, 100)) > 1000);
        assertTrue(ReplicaSimulation.together(sized(10_000, 100)) > 30);
        assertEquals(1, ReplicaSimulation.together(sized(10_000_000, 100)));
        assertEquals(1, ReplicaSimulation.together(sized(10, 10_000_000)));
    }

    private static Scenario sized(long agents, int steps) {
        return ReplicaNoiseTest.scenarios(1).get(3).toBuilder()
                .agents(agents)
                .steps(steps)
                .build();
    }

    private static List<Scenario> scenarios(int agents) {
        List<Scenario> all = new ArrayList<>(ReplicaNoiseTest.scenarios(agents));
        for (String text : agents < 17000 ? OTHERS : OTHERS.subList(0, 1)) {
            all.add(ScenarioReader.parse("other", text, Path.of("."), Map.of()).scenario().toBuilder()
                    .agents(agents)
                    .steps(4)
                    .build());
        }
        return all.stream()
                .map(each ->
                        each.toBuilder().output(each.output().momentsAlone(1)).build())
                .toList();
    }

    private static List<Backend> backends(Scenario scenario) {
        List<Backend> all = new ArrayList<>(ReplicaNoiseTest.others());
        all.removeIf(backend -> backend.name().equals("cuda")
                && Problem.of(scenario).ensemble(10).start().fixedSizes());
        all.add(Backends.select("cpu-scalar"));
        return all;
    }

    private static Object[] together(Scenario scenario, Backend backend) {
        Problem first = Problem.of(scenario.toBuilder().replica(FIRST).build());
        return new ReplicaSimulation(first, REPLICAS, backend, NoiseSource.PHILOX, 2, Progress.NONE)
                .run().stream().map(ReplicaSimulationTest::bits).toArray();
    }

    private static Object[] alone(Scenario scenario, int replica, String backend) {
        Problem problem = Problem.of(scenario.toBuilder().replica(replica).build());
        return bits(new Simulation(problem, Backends.select(backend), 2, Progress.NONE, null).run());
    }

    /** With those of sensitivities. */
    private static Object[] bits(RunResult run) {
        return new Object[] {
            RunBits.of(run),
            run.guidances().get(0).sensitivities().stream()
                    .map(one -> new Object[] {one.values(), one.standardErrors()})
                    .toArray()
        };
    }

    private static Backend cpu() {
        return Backends.select("cpu");
    }

    /** The last n of a file. */
    private static float[] floats(Path file, int n) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[n];
        bytes.position(bytes.limit() - n * Float.BYTES)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    private static Path file(RunResult run, String name) {
        return run.snapshots().stream()
                .map(Snapshot::file)
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow();
    }
}
