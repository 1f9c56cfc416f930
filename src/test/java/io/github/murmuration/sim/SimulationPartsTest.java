package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Meeting;
import io.github.murmuration.backend.Part;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run in parts, each with a thread and a folder of its own, gives the result of the whole in every part, to the bit. */
@Tag("parity")
class SimulationPartsTest {

    private static final int BLOCKS = 6;
    private static final long AGENTS = (BLOCKS - 1) * Tiling.BLOCK + 1500;
    private static final int STEPS = 12;

    /** Two labels, a mark, feedback, ends that absorb, things observed. */
    static final String ABSORBED = """
            model: custom
            dynamics:
              state: [x, y]
              marks: {rate: {uniform: [0.5, 1.5]}}
              drift: {x: "rate*(mean(y) - x)", y: "x*mean(cos(y), 1)"}
              noise: {x: 0.6, y: 0.2}
              common-noise: {y: 0.3}
              boundary: {x: {absorbing: [-2, 2.5]}}
              cost: x^2 + living
              horizon: 1
            observe: {left: living, product: "covariance(x, sin(y), 2)"}
            initial:
              mixture: {weights: [0.7, 0.3], means: [[0, 1], [0.2, 2]], standard-deviations: [0.5, 0.3]}
            """;

    @TempDir
    private Path folder;

    /** Guidances with feedback and without, sub-populations; no feedback at all; a written model; one of its replicas; a game. */
    @ParameterizedTest
    @CsvSource({"demand-response, 2", "fed, 3", "replica, 2", "absorbed, 4", "gradient-flow, 3"})
    void haveTheBitsOfTheWhole(String name, int parts) throws IOException {
        Problem problem = Problem.of(scenario(name));
        RunResult whole = simulation(problem, folder.resolve("whole")).run();
        List<RunResult> found = inParts(problem, parts, (part, own) -> part.run());
        assertSame(whole, found);
        assertSame(whole, inParts(problem, parts, SimulationPartsTest::resume));
    }

    @Test
    void checkpointsOfAnotherPartAreRefused() {
        Problem problem = Problem.of(scenario("absorbed"));
        inParts(problem, 2, (part, own) -> part.run());
        try (Checkpoint first = Checkpoint.open(part(0))) {
            Simulation second = simulation(problem, part(0)).of(new Part(3, BLOCKS, own -> new double[][] {own}));
            String refused = assertThrows(ScenarioException.class, () -> second.resume(first))
                    .getMessage();
            assertEquals(
                    CheckpointFiles.newest(part(0))
                            + ": holds the agents of another part of the population; start the run again",
                    refused);
        }
    }

    private static Scenario scenario(String name) {
        Scenario read = switch (name) {
            case "absorbed" ->
                ScenarioReader.parse("test", ABSORBED, Path.of(""), Map.of()).scenario();
            case "replica" ->
                ScenarioReader.parse("test", ABSORBED, Path.of(""), Map.of()).scenario().toBuilder()
                        .replica(3)
                        .build();
            case "fed" ->
                ScenarioReader.read("demand-response").scenario().toBuilder()
                        .guidance(new Guidance.Empirical())
                        .build();
            default -> ScenarioReader.read(name).scenario();
        };
        return read.toBuilder()
                .agents(AGENTS)
                .steps(STEPS)
                .output(new Output(5, 3, 20, 8).agentEnergies(true).snapshots(List.of(0.0, 0.5, 1.0)))
                .build();
    }

    private void assertSame(RunResult whole, List<RunResult> found) throws IOException {
        for (RunResult part : found) {
            assertArrayEquals(RunBits.of(whole), RunBits.of(part));
            assertEquals(whole.notes(), part.notes());
        }
        for (int i = 0; i < whole.snapshots().size(); i++) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (RunResult part : found) {
                Files.copy(part.snapshots().get(i).file(), all);
            }
            Snapshot snapshot = whole.snapshots().get(i);
            assertArrayEquals(Files.readAllBytes(snapshot.file()), all.toByteArray(), snapshot.name());
        }
    }

    private List<RunResult> inParts(Problem problem, int parts, BiFunction<Simulation, Path, RunResult> task) {
        return new Meeting(BLOCKS, parts)
                .run((p, part) -> task.apply(simulation(problem, part(p)).of(part), part(p)));
    }

    /** From the checkpoint of step 8, in the middle of a run that was whole. */
    private static RunResult resume(Simulation part, Path own) {
        try (Checkpoint checkpoint = Checkpoint.open(own)) {
            assertEquals(8, checkpoint.step());
            return part.resume(checkpoint);
        }
    }

    private Path part(int p) {
        return folder.resolve("part-" + p);
    }

    private static Simulation simulation(Problem problem, Path own) {
        return new Simulation(problem, Backends.select("cpu"), 1, Progress.NONE, own);
    }
}
