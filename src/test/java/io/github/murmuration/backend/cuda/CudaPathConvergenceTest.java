package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study path-convergence from the command line to the kernels, on emulated devices of several sizes; each run is a process. */
@Tag("parity")
class CudaPathConvergenceTest {

    private static final int PATTERNS = 20_000;

    /** Of which 2 MiB are kept in reserve and 0.17 MB hold the patterns: 600 of 1000 paths fit at a time. */
    private static final String SOME_PATHS = "2465000";

    private static final String NO_PATH = "2200000";

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsTheEmulatedDriver() {
        Installation found = Installation.found();
        assumeTrue(found.usable() && found.device().emulated(), "the emulated driver was not built");
    }

    @Test
    @Tag("slow")
    void theTablesOfTheCpu() throws IOException, InterruptedException {
        String[] effort = {
            "path-convergence-d2", "--agents", "100", "--evaluations", "2e5", "--patterns", "1000", "--steps", "2"
        };
        assertEquals(0, study("", "cpu", effort).size());
        assertEquals(0, study("", "cuda", effort).size());
        assertEquals(tables("cpu"), tables("cuda"));
    }

    @Test
    @Tag("slow")
    void aDeviceThatHoldsSomeOfThePathsAtATime() throws IOException, InterruptedException {
        String[] effort = {list(), "--agents", "1000", "--evaluations", "2e8"};
        assertEquals(0, study("", "cpu", effort).size());
        assertEquals(0, study(SOME_PATHS, "cuda", effort).size());
        assertEquals(tables("cpu"), tables("cuda"));
    }

    @Test
    void aDeviceThatHoldsTooFewPatterns() throws IOException, InterruptedException {
        List<String> lines = study(NO_PATH, "cuda", list(), "--agents", "1000");
        assertEquals(1, lines.size(), lines.toString());
        String line = lines.get(0);
        assertTrue(line.startsWith("murmuration: cuda: 20,000 patterns of 2 coordinates need 3 MiB"), line);
        assertTrue(line.matches(".* the device has 2 MiB free; at most about [0-9,]+ patterns fit"), line);
    }

    private String list() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < PATTERNS; i++) {
            rows.append(i * 7919L % 1013 / 100.0).append(',').append(i % 5).append('\n');
        }
        Files.writeString(folder.resolve("patterns.csv"), rows);
        Path scenario = folder.resolve("listed.yaml");
        Files.writeString(scenario, """
                initial: {point: [0, 0]}
                target: {patterns: {file: patterns.csv}}
                time: {steps: 2}
                """);
        return scenario.toString();
    }

    /** What it printed. */
    private List<String> study(String memory, String backend, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.murmuration.cli.Murmuration",
                "study",
                "path-convergence"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "--backend",
                backend,
                "--quiet",
                "--out",
                folder.resolve(backend).toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (!memory.isEmpty()) {
            builder.environment().put("EMULATED_DRIVER_MEMORY", memory);
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = output.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING: Using incubator modules"))
                .toList();
        assertEquals(lines.isEmpty() ? 0 : 3, process.waitFor(), output);
        return lines;
    }

    /** Every CSV file that a run wrote. */
    private TreeMap<String, String> tables(String run) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(run))) {
            TreeMap<String, String> tables = files.filter(
                            file -> file.toString().endsWith(".csv"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(),
                            CudaPathConvergenceTest::text,
                            (a, b) -> a,
                            TreeMap::new));
            assertTrue(tables.size() > 0);
            return tables;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
