package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that go on from a checkpoint, and checkpoints that no run goes on from. */
class ResumeCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path run;
    private Path state;
    private String moments;

    /** Checkpoints of steps 8, 16 and 24. */
    @BeforeEach
    void whole() throws IOException {
        Files.writeString(folder.resolve("samples.csv"), "1\n2\n4\n");
        Files.writeString(folder.resolve("own.yaml"), """
                initial: {samples: {file: samples.csv}}
                target: {gaussian: {mean: 0, standard-deviation: 1}}
                guidance: [mean-field, empirical]
                population: {agents: 2000}
                time: {steps: 32}
                output: {checkpoint-every: 8, paths: 2}
                """);
        run = folder.resolve("run");
        state = run.resolve("checkpoint/state.bin");
        assertEquals(0, execute("run", folder.resolve("own.yaml").toString(), "--out=" + run), err.toString());
        moments = moments();
    }

    @ParameterizedTest
    @CsvSource({"cpu, 1", "cpu, 3", "cpu-scalar, 2"})
    void anyBackendAndAnyThreadsEndInTheSameMoments(String backend, int threads) throws IOException {
        assertEquals(0, resume("--backend=" + backend, "--threads=" + threads), err.toString());
        assertEquals(moments, moments());
    }

    /** All samples are in the checkpoint: neither their file nor the scenario's is read again. */
    @Test
    void aRunGoesOnWithTheSamplesThatItBeganWith() throws IOException {
        Files.writeString(folder.resolve("samples.csv"), "100\n200\n300\n");
        assertEquals(0, resume(), err.toString());
        assertEquals(moments, moments());
        Files.delete(folder.resolve("samples.csv"));
        Files.delete(folder.resolve("own.yaml"));
        assertEquals(0, resume(), err.toString());
        assertEquals(moments, moments());
    }

    @Test
    void aDamagedCheckpointIsPassedOverInOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(state);
        for (int i = 1; i <= 2; i++) {
            byte[] damaged = whole.clone();
            damaged[whole.length * i / 2 - 1] ^= 0x40;
            Files.write(state, damaged);
            assertEquals(0, resume("--quiet"), err.toString());
            assertEquals(moments, moments());
            assertTrue(err.toString().contains("previous.bin instead, at step 16"), err.toString());
            assertEquals(1, err.toString().lines().count(), err.toString());
        }
    }

    @Test
    void whereBothAreDamagedNothingIsTouched() throws IOException {
        for (String file : List.of("state.bin", "previous.bin")) {
            Path damaged = state.resolveSibling(file);
            byte[] bytes = Files.readAllBytes(damaged);
            bytes[bytes.length / 2] ^= 1;
            Files.write(damaged, bytes);
        }
        byte[] before = Files.readAllBytes(state);
        Files.writeString(run.resolve("moments.csv"), "mine");
        assertEquals(2, resume());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertEquals("mine", moments());
        assertTrue(Arrays.equals(before, Files.readAllBytes(state)));
    }

    @Test
    void aFolderWithoutCheckpointSaysHowToStartAgain() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        err.getBuffer().setLength(0);
        assertEquals(2, execute("resume", empty.toString()));
        assertEquals(
                "murmuration: " + empty + ": holds no checkpoint; start the run again: murmuration run SCENARIO --out "
                        + empty + " --set output.checkpoint-every=STEPS",
                err.toString().strip());
        assertFalse(Files.exists(empty.resolve("summary.json")));
    }

    private int resume(String... options) {
        err.getBuffer().setLength(0);
        String[] all = Arrays.copyOf(new String[] {"resume", run.toString()}, 2 + options.length);
        System.arraycopy(options, 0, all, 2, options.length);
        return execute(all);
    }

    private String moments() throws IOException {
        return Files.readString(run.resolve("moments.csv"));
    }

    private int execute(String... arguments) {
        return Murmuration.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
