package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint is gone on from by the steps that it was written by, and by no others. */
class CheckpointTapesTest {

    /** Where the hash begins: after the head and four fields. */
    private static final int HASH = 48 + 4 * Integer.BYTES;

    @TempDir
    private Path folder;

    private RunResult whole;

    @BeforeEach
    void run() {
        whole = simulation("cos(x) - x").run();
    }

    @Test
    void theSameModelGoesOn() {
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            RunResult rest = simulation("cos(x) - x").resume(checkpoint);
            assertArrayEquals(RunBits.of(whole), RunBits.of(rest));
        }
    }

    @Test
    void anotherModelIsRefused() {
        assertRefused("cos(x) - 2*x");
        assertRefused("sin(x) - x");
        assertRefused("cos(mean(x)) - x");
    }

    /** As it would be if another version made other operations of the model. */
    @Test
    void otherTapesOfTheModelAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(CheckpointFiles.newest(folder));
        bytes[HASH] ^= 1;
        SealedFile.write(CheckpointFiles.newest(folder), out -> out.write(bytes, 48, bytes.length - 48));
        assertRefused("cos(x) - x");
    }

    private void assertRefused(String drift) {
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            Simulation other = simulation(drift);
            ScenarioException e = assertThrows(ScenarioException.class, () -> other.resume(checkpoint));
            assertTrue(e.getMessage().endsWith("start the run again"), e.getMessage());
            assertEquals(1, e.getMessage().lines().count());
        }
    }

    private Simulation simulation(String drift) {
        Scenario scenario = Scenario.builder()
                .name("test")
                .dynamics(CustomModel.builder()
                        .state("x")
                        .drift("x", drift)
                        .noise("x", "0.5")
                        .horizon(1)
                        .build())
                .initial(Law.gaussian(new double[] {1}, Covariance.standardDeviations(1)))
                .agents(300)
                .seed(1)
                .steps(8)
                .output(new Output(1, 2, 0, 4))
                .build();
        return new Simulation(Problem.of(scenario), Backends.select("cpu"), 1, Progress.NONE, folder);
    }
}
