package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does to the folder that it writes to. */
class OutputOfRunsTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aRunOwnsItsFolder() throws IOException {
        assertEquals(0, run("--agents=200"), err.toString());
        assertTrue(names().contains("paths.npz"));
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertEquals(0, run("--agents=200", "--set", "output.paths=0"), err.toString());
        assertFalse(names().contains("paths.npz"), "of the run before");
        assertFalse(names().contains("paths.svg"), "of the run before");
        assertTrue(names().containsAll(Set.of("moments.csv", "mean.svg", "notes.txt")));
    }

    @Test
    void theCheckpointOfTheRunBeforeGoes() {
        assertEquals(0, run("--agents=200", "--set", "output.checkpoint-every=8"), err.toString());
        assertTrue(Files.exists(folder.resolve("checkpoint/state.bin")));
        assertEquals(0, run("--agents=300"), err.toString());
        assertEquals(2, execute("resume", folder.toString()));
        assertTrue(err.toString().contains("holds no checkpoint"), err.toString());
    }

    @Test
    void aRunThatDoesNotStartLeavesTheCheckpoint() {
        assertEquals(0, run("--agents=200", "--set", "output.checkpoint-every=8"), err.toString());
        assertEquals(3, run("--agents=1e15"), err.toString());
        assertEquals(0, execute("resume", folder.toString(), "--backend=cpu-scalar"), err.toString());
    }

    @Test
    void aStudyAndARunDoNotResumeEachOther() throws IOException {
        assertEquals(0, run("--agents=200", "--set", "output.checkpoint-every=8"), err.toString());
        assertEquals(0, study(), err.toString());
        assertFalse(names().contains("moments.csv"), "of the run before");
        assertEquals(2, execute("resume", folder.toString()), err.toString());

        Path cases = Files.createDirectories(folder.resolve("checkpoint"));
        Files.writeString(cases.resolve("study.json"), "{\"study\":\"chaos\",\"options\":[],\"scenario\":\"\"}");
        assertEquals(0, run("--agents=200"), err.toString());
        assertEquals(2, execute("resume", folder.toString()), err.toString());
    }

    @Test
    void aFailedRunLeavesItsMomentsAlone() throws IOException {
        assertEquals(0, run("--agents=200"), err.toString());
        assertEquals(4, run("--agents=10", "--set", "protocol.beta=1e9"), err.toString());
        assertEquals(Set.of("scenario.yaml", "moments.csv", ".murmuration"), names());
    }

    @Test
    void whatIsInTheWayIsToldBeforeTheFirstStep() throws IOException {
        Files.createDirectories(folder.resolve("report.html"));
        assertEquals(2, run("--agents=1e4"));
        assertEquals(
                "murmuration: --out: " + folder + " cannot be written to: " + folder.resolve("report.html")
                        + " is a folder, and a file is to take its place; give another folder\n",
                err.toString());
        assertEquals("", out.toString());
        assertEquals(2, study());
    }

    @Test
    void theResultsAreStillPrintedWhenTheFilesCannotBeWritten() throws IOException {
        Files.createDirectories(folder.resolve(".murmuration"));
        Files.writeString(folder.resolve(".murmuration/new"), "in the way");
        assertEquals(3, run("--agents=200"));
        assertTrue(out.toString().contains("vs mean-field"), out.toString());
        assertTrue(err.toString().contains(folder.resolve("scenario.yaml") + " cannot be written: "), err.toString());
        assertEquals(Set.of(".murmuration"), names());
    }

    private int run(String... options) {
        return execute(
                "run", "demand-response", "--steps=16", "--backend=cpu-scalar", "--out=" + folder, List.of(options));
    }

    private int study() {
        return execute(
                "study", "chaos", "mean-field-ou", "--sizes=10,40", "--replicas=4", "--steps=40", "--out=" + folder);
    }

    private int execute(Object... arguments) {
        String[] flat = Stream.of(arguments)
                .flatMap(each -> each instanceof List<?> list ? list.stream() : Stream.of(each))
                .map(Object::toString)
                .toArray(String[]::new);
        return Murmuration.execute(new PrintWriter(out, true), new PrintWriter(err, true), flat);
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
