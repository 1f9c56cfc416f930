package io.github.murmuration.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.cli.Murmuration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on a Spark cluster of processes: what one process gives, to the bit, with an executor lost on the way. */
@Tag("cluster")
class ClusterTest {

    @TempDir
    private static Path folder;

    private static SparkCluster cluster;

    @BeforeAll
    static void start() throws IOException {
        cluster = SparkCluster.shared();
    }

    /** The output folder is one of Hadoop's file systems: its cases are copied as they come. */
    @Test
    void aSweepThatLosesAnExecutorHasTheBitsOfOneProcess() throws Exception {
        assertSameBitsWithAnExecutorKilled(
                "sweep mean-field-ou --agents=1e4 --steps=200 --vary=interaction.coupling=0,1,2,5 --vary=population.seed=1..4 --replicas=2",
                "file:");
    }

    /** Of the largest size, twenty replicas are a task. */
    @Test
    void aStudyThatLosesAnExecutorHasTheBitsOfOneProcess() throws Exception {
        assertSameBitsWithAnExecutorKilled("study chaos --sizes=100,1000,100000 --replicas=30 --steps=32", "");
    }

    /** @param system of files, of Hadoop's; empty for the folder itself */
    private static void assertSameBitsWithAnExecutorKilled(String commandLine, String system) throws Exception {
        Path cluster = Files.createTempDirectory(folder, "cluster-");
        SparkCluster.Application application =
                ClusterTest.cluster.submit(commandLine + " --quiet --out=" + system + cluster);
        application.await(() -> kept(cluster) > 0);
        ProcessHandle executor = ClusterTest.cluster.executors().get(0);
        assertTrue(executor.destroyForcibly());
        Path alone = Files.createTempDirectory(folder, "alone-");
        List<String> words = new ArrayList<>(List.of(commandLine.split(" ")));
        words.addAll(List.of("--quiet", "--out=" + alone));
        StringWriter errors = new StringWriter();
        assertEquals(
                0,
                Murmuration.execute(
                        new PrintWriter(StringWriter.nullWriter()),
                        new PrintWriter(errors),
                        words.toArray(String[]::new)),
                errors::toString);
        assertEquals(0, application.status(), application.errors());
        assertTrue(application.errors().contains("Lost executor"), application.errors());
        List<String> files = data(alone);
        assertFalse(files.isEmpty());
        assertEquals(files, data(cluster));
        for (String file : files) {
            assertEquals(-1, Files.mismatch(alone.resolve(file), cluster.resolve(file)), file);
        }
    }

    /** Cases that are done of a study that is not. */
    private static int kept(Path output) {
        String[] files = output.resolve("checkpoint").toFile().list((place, name) -> name.endsWith(".json"));
        return files == null ? 0 : files.length - 1;
    }

    private static List<String> data(Path output) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv") || name.endsWith(".npz"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void badInputIsOneLineAndNeverGetsToTheCluster() throws Exception {
        SparkCluster.Application application = cluster.submit("run no-such-scenario --quiet");
        assertEquals(2, application.status());
        assertEquals(
                List.of("murmuration: no-such-scenario"),
                application
                        .errors()
                        .lines()
                        .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
                        .map(line -> line.replaceFirst(": no such file.*", ""))
                        .toList());
    }
}
