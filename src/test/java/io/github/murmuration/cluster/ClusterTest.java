package io.github.murmuration.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
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
    static void start() throws Exception {
        cluster = new SparkCluster(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
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
