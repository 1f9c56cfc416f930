package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The states of all agents at chosen times. More than a block of them. */
class SnapshotsTest {
    private static final int AGENTS = 17_000;

    /** Agents that go at a speed of their own, from two places; the horizon is 2. */
    private static final String WALKERS = """
            model: custom
            dynamics:
              state: [x, y]
              marks: {speed: {uniform: [1, 2]}}
              drift: {x: speed, y: 0}
              noise: {y: 1}
              horizon: 2
            initial: {mixture: {weights: [0.5, 0.5], means: [[0, 0], [8, 0]], standard-deviations: [0, 0]}}
            population: {agents: 17000}
            time: {steps: 8}
            output: {snapshots: [0, 0.55, 1], checkpoint-every: 3, paths: 0}
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("walkers.yaml"), WALKERS);
    }

    @Test
    void statesAreThoseOfTheAgents() throws IOException {
        assertEquals(0, run("cpu", "out"), err.toString());
        FloatBuffer start = floats("out/snapshot-0.npy", "(17000, 2,)");
        FloatBuffer middle = floats("out/snapshot-1.npy", "(17000, 2,)");
        FloatBuffer end = floats("out/snapshot-2.npy", "(17000, 2,)");
        FloatBuffer speed = floats("out/marks.npy", "(17000, 1,)");
        byte[] labels = Files.readAllBytes(folder.resolve("out/labels.npy"));
        double sum = 0;
        for (int a = 0; a < AGENTS; a++) {
            assertEquals(8 * labels[labels.length - AGENTS + a], start.get(2 * a), "agent " + a);
            // the middle is after 4 of 8 steps, which is nearest to 0.55
            assertEquals(start.get(2 * a) + speed.get(a), middle.get(2 * a), 1e-5, "agent " + a);
            assertEquals(start.get(2 * a) + 2 * speed.get(a), end.get(2 * a), 1e-5, "agent " + a);
            sum += end.get(2 * a + 1);
        }
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("out/summary.json").toFile());
        assertEquals(summary.at("/results/population/terminal-mean/1").asDouble(), sum / AGENTS, 1e-5);
        assertEquals(0.5, summary.at("/snapshots/1/t").asDouble());
        assertEquals("labels.npy", summary.at("/snapshots/3/file").textValue());
        assertFalse(Files.exists(folder.resolve("out/checkpoint/snapshot-0.npy")));
    }

    @Test
    void everyBackendAndEveryResumedRunHasTheSame() throws IOException {
        assertEquals(0, run("cpu-scalar", "reference"), err.toString());
        for (Backend backend : Backends.all()) {
            if (backend.availability().usable()) {
                assertEquals(0, run(backend.name(), "other"), err.toString());
                assertSame();
            }
        }
        String other = folder.resolve("other").toString();
        assertEquals(0, execute("resume", other, "--quiet"), err.toString());
        assertSame();
        Files.delete(folder.resolve("other/snapshot-0.npy"));
        assertEquals(2, execute("resume", other, "--quiet"));
        assertTrue(
                err.toString().contains("snapshot-0.npy: is not there any more; start the run again"), err.toString());
    }

    private void assertSame() throws IOException {
        for (int i = 0; i < 3; i++) {
            String name = "snapshot-" + i + ".npy";
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("reference").resolve(name)),
                    Files.readAllBytes(folder.resolve("other").resolve(name)),
                    name);
        }
    }

    @Test
    void thoseOfSteeredAgentsHaveTheNamesOfGuidances() throws IOException {
        String run = "run demand-response --agents=100 --steps=20 --quiet --set=output.snapshots=[1] --out=";
        assertEquals(0, execute((run + folder.resolve("out")).split(" ")), err.toString());
        for (String guidance : List.of("mean-field", "zero", "target-mean")) {
            floats("out/snapshot-0-" + guidance + ".npy", "(100, 1,)");
        }
    }

    @Test
    void whatCannotBeWrittenIsRefusedFirst() {
        assertEquals(3, run("cpu", "out", "--agents=1e14"));
        assertTrue(
                err.toString().contains("output.snapshots: they take 2,400,000,000,000,000 bytes, and "),
                err.toString());
        assertFalse(Files.exists(folder.resolve("out/checkpoint")));
        assertEquals(2, run("cpu", "out", "--set=output.snapshots=[0.5,0.5]"));
        assertTrue(err.toString().contains("output.snapshots[1]: 0.5 is not accepted; give shares"), err.toString());
    }

    private FloatBuffer floats(String file, String shape) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve(file))).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getShort(8);
        String text = new String(bytes.array(), 10, header, StandardCharsets.US_ASCII);
        assertTrue(text.contains("'<f4'") && text.contains(shape), text);
        return bytes.position(10 + header)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
    }

    private int run(String backend, String out, String... more) {
        String[] words = {
            "run",
            folder.resolve("walkers.yaml").toString(),
            "--quiet",
            "--backend=" + backend,
            "--out=" + folder.resolve(out)
        };
        String[] all = Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new);
        return execute(all);
    }

    private int execute(String... arguments) {
        return Murmuration.execute(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments);
    }
}
