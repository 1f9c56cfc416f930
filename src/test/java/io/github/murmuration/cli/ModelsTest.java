package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every model other than the guided bridge, from the command line to the report. */
class ModelsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"thermostatic-load", "thermostatic-load-mild"})
    void steeredModelsReportTheirEnergy(String name) throws IOException {
        String table = run("run", name, "--agents", "300", "--steps", "80", "--out", folder.toString());
        assertTrue(table.contains("mean-field") && table.contains("exact"), table);
        assertTrue(summary().contains("\"energy\""));
        assertTrue(Files.exists(folder.resolve("mean.png")));
        assertFalse(Files.exists(folder.resolve("deviation.png")), "the line means nothing with a drift");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean-field-ou", "desai-zwanzig", "kuramoto"})
    void populationsThatAreNotSteeredHaveNoEnergy(String name) throws IOException {
        String table = run("run", name, "--agents", "300", "--steps", "1000", "--out", folder.toString());
        assertTrue(table.contains("limit") && table.contains("stationary"), table);
        assertFalse(summary().contains("energy"));
        assertFalse(Files.exists(folder.resolve("energy.png")));
        assertFalse(Files.readString(folder.resolve("histogram.csv")).contains("NaN"));
        assertTrue(Files.exists(folder.resolve(name.equals("kuramoto") ? "observed.svg" : "mean.svg")));
    }

    /** What is printed of a model runs under its name, and as a file. */
    @Test
    void modelsAreListedPrintedAndRun() throws IOException {
        assertTrue(print("models").contains("systemic-risk          banks that lend"), print("models"));
        Path copy = folder.resolve("copy.yaml");
        Files.writeString(copy, print("models", "two-species"));
        String[] sizes = {
            "--agents", "300", "--steps", "50", "--out", folder.resolve("out").toString()
        };
        String table = run("run", copy.toString(), sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5]);
        assertTrue(table.contains("hunters"), table);
        table = run("run", "two-species", sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5]);
        assertTrue(table.contains("hunters"), table);
    }

    /** The means that feed the drift survive a restart: the moments of the whole run, to the last digit. */
    @Test
    void aResumedInteractingRunIsTheWholeOne() throws IOException {
        String[] options = {
            "run", "kuramoto", "--agents", "500", "--steps", "300", "--set", "interaction.horizon=3", "--set"
        };
        run(with(
                options,
                "output.checkpoint-every=200",
                "--out",
                folder.resolve("whole").toString()));
        Path resumed = folder.resolve("resumed");
        Files.createDirectories(resumed.resolve("checkpoint"));
        Path state = Path.of("checkpoint", "state.bin");
        Files.copy(folder.resolve("whole").resolve(state), resumed.resolve(state));
        run("resume", resumed.toString());
        assertEquals(
                Files.readString(folder.resolve("whole").resolve("moments.csv")),
                Files.readString(resumed.resolve("moments.csv")));
    }

    private static String[] with(String[] first, String... more) {
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private String summary() throws IOException {
        return Files.readString(folder.resolve("summary.json"));
    }

    private static String run(String... args) {
        return print(with(args, "--backend", "cpu"));
    }

    private static String print(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Murmuration.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
        assertEquals(0, status, err.toString());
        return out.toString();
    }
}
