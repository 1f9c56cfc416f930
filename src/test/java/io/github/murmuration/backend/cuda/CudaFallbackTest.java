package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver that passes for a real one but cannot compile: the tape is interpreted, and a user is told once. Each run is a process. */
class CudaFallbackTest {

    private static final String IMAGE = "io/github/murmuration/backend/cuda/";

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsTheEmulatedDriver() {
        Installation found = Installation.found();
        assumeTrue(found.usable() && found.device().emulated(), "the emulated driver was not built");
    }

    @Test
    @Tag("slow")
    void whatCannotBeCompiledIsInterpreted() throws IOException, InterruptedException {
        List<String> lines = run(0, "compiled");
        List<String> notes =
                lines.stream().filter(line -> line.contains("interpreted")).toList();
        assertEquals(
                List.of("note: the step is interpreted, at about half the rate: cuda: compiler of the driver:"
                        + " CUDA_ERROR_NOT_SUPPORTED"),
                notes,
                lines.toString());
        String summary = Files.readString(folder.resolve("out/summary.json"));
        assertTrue(summary.contains("the step is interpreted, at about half the rate"), summary);
    }

    @Test
    void anotherWayToRunTapesIsRefused() throws IOException, InterruptedException {
        List<String> lines = run(2, "fast");
        assertEquals(
                "murmuration: MURMURATION_CUDA_TAPES: fast is not accepted; give compiled or interpreted",
                lines.get(lines.size() - 1));
    }

    private List<String> run(int status, String tapes) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        image() + File.pathSeparator + System.getProperty("java.class.path"),
                        "io.github.murmuration.cli.Murmuration",
                        "run",
                        "mean-field-ou",
                        "--backend",
                        "cuda",
                        "--agents",
                        "1000",
                        "--set",
                        "time.steps=8",
                        "--out",
                        folder.resolve("out").toString())
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("EMULATED_DRIVER_NAME", "NVIDIA H200", "MURMURATION_CUDA_TAPES", tapes));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(status, process.waitFor(), output);
        return output.lines().toList();
    }

    /** Stands for compiled kernels, which the emulated driver does not look at. */
    private Path image() throws IOException {
        Path root = folder.resolve("image");
        Path files = Files.createDirectories(root.resolve(IMAGE));
        for (String name : List.of("population.fatbin", "compiled.ptx", "compiled_pairs.ptx")) {
            Files.writeString(files.resolve(name), "none");
        }
        Files.writeString(
                files.resolve("kernels.properties"), "toolkit=13.0\ntargets=none\ncombine_totals=population\n");
        return root;
    }
}
