package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.sim.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are sent SIGTERM in the middle: what they say, and that it is true. All would run for minutes. */
class InterruptionTest {

    @TempDir
    private Path folder;

    @Test
    void aRunSaysWhichCheckpointItKeeps() throws IOException, InterruptedException {
        String out = folder.resolve("a run").toString();
        Process process = start(
                "run",
                "demand-response",
                "--steps=1e6",
                "--set=output.moments-every=1000",
                "--set=output.checkpoint-every=20",
                "--out=" + out);
        await(process, () -> Files.exists(Path.of(out, "checkpoint", "previous.bin")));
        String last = interrupt(process);
        Matcher line = Pattern.compile(
                        "murmuration: interrupted; the checkpoint of step (\\d+) of 1000000 is kept; go on with: (.*)")
                .matcher(last);
        assertTrue(line.matches(), last);
        assertEquals("murmuration resume '" + out + "' --backend=cpu-scalar --threads=1", line.group(2));
        try (Checkpoint checkpoint = Checkpoint.open(Path.of(out))) {
            assertEquals(1_000_000, checkpoint.scenario().time().steps());
        }
    }

    @Test
    void aRunWithoutACheckpointSaysHowToStartAgain() throws IOException, InterruptedException {
        String out = folder.resolve("run").toString();
        Process process = start(
                "run",
                "demand-response",
                "--steps=1e6",
                "--set=output.moments-every=1000",
                "--set=output.checkpoint-every=900000",
                "--out=" + out);
        await(process, () -> said().contains(": step "));
        assertEquals(
                "murmuration: interrupted; the first checkpoint, of step 900000, was not reached; start it again: "
                        + "murmuration run demand-response --steps=1e6 --set=output.moments-every=1000"
                        + " --set=output.checkpoint-every=900000 --out=" + out
                        + " --backend=cpu-scalar --threads=1 --agents=2e4",
                interrupt(process));
    }

    @Test
    void aStudySaysHowManyCasesItKeeps() throws IOException, InterruptedException {
        String out = folder.resolve("study").toString();
        Process process = start("study", "redistribution", "--steps=100", "--replicas=10000", "--out=" + out);
        await(process, () -> Files.exists(Path.of(out, "checkpoint", "replica-1.json")));
        String last = interrupt(process);
        assertTrue(
                last.matches("murmuration: interrupted; [0-9]+ cases are kept; go on with: murmuration resume .*"),
                last);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.murmuration.cli.Murmuration"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--backend=cpu-scalar", "--threads=1", "--agents=2e4"));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors().toFile())
                .start();
    }

    private void await(Process process, BooleanSupplier happened) throws InterruptedException {
        while (!happened.getAsBoolean()) {
            assertTrue(process.isAlive(), this::said);
            Thread.sleep(20);
        }
    }

    /** @return the last line on standard error */
    private String interrupt(Process process) throws InterruptedException {
        process.destroy();
        assertEquals(Interruption.STATUS, process.waitFor(), this::said);
        return said().lines().reduce("", (before, line) -> line);
    }

    private String said() {
        try {
            return Files.readString(errors());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path errors() {
        return folder.resolve("errors.txt");
    }
}
