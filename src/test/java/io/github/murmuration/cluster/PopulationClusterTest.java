package io.github.murmuration.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.cli.Murmuration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One population over two worker processes has the bits of one process, with an executor killed on the way. */
@Tag("cluster")
class PopulationClusterTest {

    private static final String SCALAR = " --backend=cpu-scalar --quiet";

    /** Two labels, means that act on every step, ends that absorb. */
    private static final String FED = """
            name: fed
            model: custom
            dynamics:
              state: [x, y]
              drift: {x: mean(y) - x, y: "x*mean(cos(y), 1)"}
              noise: {x: 0.6, y: 0.2}
              common-noise: {y: 0.3}
              boundary: {x: {absorbing: [-2, 2.5]}}
              cost: x^2
              horizon: 1
            initial:
              mixture: {weights: [0.7, 0.3], means: [[0, 1], [0.2, 2]], standard-deviations: [0.5, 0.3]}
            population: {agents: 7e4, seed: 4}
            time: {steps: 400}
            output: {moments-every: 10, checkpoint-every: 40, snapshots: [0, 0.5, 1]}
            """;

    @TempDir
    private static Path folder;

    private static SparkCluster cluster;

    @BeforeAll
    static void start() throws IOException {
        cluster = SparkCluster.shared();
    }

    /**
     * The stage starts again from the last checkpoint but one, since the last is damaged after an executor is killed; then the driver is
     * killed, and another one goes on.
     */
    @Test
    void feedsBackToTheSameBitsWithAnExecutorAndTheDriverKilled() throws Exception {
        Path scenario = Files.writeString(folder.resolve("fed.yaml"), FED);
        Path out = folder.resolve("fed");
        SparkCluster.Application application = cluster.submit("run " + scenario + " --out " + out + SCALAR);
        application.await(() -> Files.exists(out.resolve("checkpoint/part-1-of-2-step-80.bin")));
        assertTrue(cluster.executors().get(0).destroyForcibly());
        damageNewest(out.resolve("checkpoint"));
        application.await(() -> Files.exists(out.resolve("checkpoint/part-1-of-2-step-240.bin")));
        assertTrue(application.errors().contains("Lost executor"), application.errors());
        application.process().destroyForcibly().waitFor();
        assertEquals(
                "murmuration: " + out + ": holds the parts of a run on a cluster; resume it there",
                refused("resume", out.toString()));
        SparkCluster.Application next = cluster.submit("resume " + out + SCALAR);
        assertEquals(0, next.status(), next.errors());
        assertSame(out, "run", scenario.toString());
    }

    private static void damageNewest(Path checkpoints) throws IOException {
        try (Stream<Path> files = Files.list(checkpoints)) {
            Path newest = files.filter(file -> file.getFileName().toString().matches("part-0-.*[.]bin"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(newest);
            bytes[bytes.length / 2] ^= 1;
            Files.write(newest, bytes);
        }
    }

    private static String refused(String... commandLine) {
        StringWriter errors = new StringWriter();
        PrintWriter out = new PrintWriter(StringWriter.nullWriter());
        assertEquals(2, Murmuration.execute(out, new PrintWriter(errors), commandLine));
        return errors.toString().strip();
    }

    @Test
    void runsWithoutFeedbackToTheSameBitsWithAnExecutorKilled() throws Exception {
        Path out = folder.resolve("apart");
        String[] run = {
            "run", "demand-response", "--agents=1e5", "--set=time.steps=256", "--set=output.checkpoint-every=32"
        };
        SparkCluster.Application application = cluster.submit(String.join(" ", run) + " --out " + out + SCALAR);
        application.await(() -> Files.exists(out.resolve("checkpoint/part-0-of-2-step-32.bin")));
        assertTrue(cluster.executors().get(0).destroyForcibly());
        assertEquals(0, application.status(), application.errors());
        assertTrue(application.errors().contains("Lost executor"), application.errors());
        assertSame(out, run);
    }

    @Test
    void pairsAreRefusedInOneLine() throws Exception {
        SparkCluster.Application application =
                cluster.submit("run cucker-smale-distance --agents=1e3 --quiet --out " + folder.resolve("pairs"));
        assertEquals(2, application.status());
        assertTrue(application.errors().contains("pair means read all agents"), application.errors());
    }

    /** Compares all data with those of one process. */
    private static void assertSame(Path out, String... run) throws IOException {
        Path alone = folder.resolve(out.getFileName() + "-alone");
        StringWriter errors = new StringWriter();
        String[] all = Stream.concat(Stream.of(run), Stream.of("--quiet", "--out=" + alone))
                .toArray(String[]::new);
        assertEquals(0, Murmuration.execute(new PrintWriter(errors), new PrintWriter(errors), all), errors.toString());
        List<String> names = data(alone);
        assertTrue(names.contains("moments.csv") && names.contains("moments.npz"), names.toString());
        assertEquals(names, data(out));
        for (String name : names) {
            assertArrayEquals(Files.readAllBytes(alone.resolve(name)), Files.readAllBytes(out.resolve(name)), name);
        }
    }

    private static List<String> data(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(csv|npz|npy)"))
                    .sorted()
                    .toList();
        }
    }
}
