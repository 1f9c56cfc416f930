package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.file.CloudFiles;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.study.CasesHere;
import io.github.murmuration.study.KeptCases;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.generation.CloudProblem;
import io.github.murmuration.study.generation.CloudRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that generate clouds, from the command line to the files. */
class CloudRunsTest {

    private static final String SMALL = """
            model: cloud-diffusion
            data: {gaussian: {mean: 1.5, centre-variance: 0.8, variance: 0.05, dimension: 2}}
            population: {clouds: 12, points: 20}
            time: {steps: 50}
            output: {ply-files: 3}
            """;

    /** A cloud of 1000 points and its sums over 7000 given ones are a batch: there are two. */
    private static final String BATCHES = """
            model: cloud-diffusion
            data: {files: {names: [given.csv], bandwidth: 0.1}}
            population: {clouds: 2, points: 1000}
            time: {steps: 20}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theFilesOfARun() throws IOException {
        Path scenario = Files.writeString(folder.resolve("small.yaml"), SMALL);
        Path run = folder.resolve("run");
        assertEquals(0, execute("run", scenario.toString(), "--json", "--out=" + run), err.toString());
        assertEquals(
                Set.of(
                        ".murmuration",
                        "cloud-0001.ply",
                        "cloud-0002.ply",
                        "cloud-0003.ply",
                        "clouds.npy",
                        "clouds.png",
                        "clouds.svg",
                        "comparisons.csv",
                        "references.csv",
                        "report.html",
                        "scenario.yaml",
                        "summary.json"),
                names(run));
        List<Cloud> clouds = CloudFiles.read(run.resolve("clouds.npy"));
        assertEquals(12, clouds.size());
        assertEquals(20, clouds.get(0).size());
        Cloud third = CloudFiles.read(run.resolve("cloud-0003.ply")).get(0);
        assertArrayEquals(clouds.get(2).points(), third.points());
        JsonNode summary = new ObjectMapper().readTree(out.toString());
        assertEquals(12 * 20 * 50, summary.get("point-steps").asDouble());
        assertEquals(4, summary.get("comparisons").size());
        assertTrue(summary.get("verdict").asText().startsWith("the clouds agree"), out.toString());
        assertFalse(summary.has("notes"));
        assertTrue(Files.readString(run.resolve("report.html")).contains("data:image/"));
    }

    @Test
    void aShortHorizonIsToldOnTheConsoleThePageAndInTheSummary() throws IOException {
        Path scenario = Files.writeString(folder.resolve("small.yaml"), SMALL);
        Path run = folder.resolve("run");
        String horizon = "diffusion.preserving.horizon=4";
        assertEquals(0, execute("run", scenario.toString(), "--set", horizon, "--out=" + run), err.toString());
        String remedy = "take diffusion.preserving.horizon: 11";
        assertTrue(err.toString().contains("note: clouds start as independent noise"), err.toString());
        assertTrue(err.toString().contains(remedy), err.toString());
        assertTrue(Files.readString(run.resolve("report.html")).contains(remedy));
        assertTrue(Files.readString(run.resolve("summary.json")).contains(remedy));
    }

    @Test
    void aRunThatWasStoppedGoesOnToTheSameBits() throws IOException {
        StringBuilder rows = new StringBuilder("x,y\n");
        for (int i = 0; i < 7000; i++) {
            rows.append(Math.sin(i)).append(',').append(Math.cos(3 * i)).append('\n');
        }
        Files.writeString(folder.resolve("given.csv"), rows);
        Path file = Files.writeString(folder.resolve("batches.yaml"), BATCHES);
        Path whole = folder.resolve("whole");
        assertEquals(0, execute("run", file.toString(), "--quiet", "--out=" + whole), err.toString());
        Path stopped = folder.resolve("stopped");
        stopAfterOneBatch(file, stopped);
        assertEquals(0, execute("resume", stopped.toString(), "--threads=2"), err.toString());
        assertTrue(err.toString().contains("going on with the cases kept in"), err.toString());
        assertTrue(out.toString().contains("beside 2.00e+04 kept from before"), out.toString());
        assertArrayEquals(
                Files.readAllBytes(whole.resolve("clouds.npy")), Files.readAllBytes(stopped.resolve("clouds.npy")));
    }

    private static void stopAfterOneBatch(Path file, Path output) throws IOException {
        CloudProblem problem =
                CloudProblem.of(ScenarioReader.read(file.toString()).clouds().orElseThrow());
        String yaml = ScenarioWriter.toYaml(problem.scenario());
        KeptCases cases = KeptCases.in(output, new KeptCases.Request("run", List.of(), yaml));
        CloudRun run = new CloudRun(problem);
        Progress stop = (done, total) -> {
            if (cases.count() > 0) {
                throw new CancellationException();
            }
        };
        Meter meter = new Meter(run.work(), stop);
        Resources resources = new Resources(Backends.select("cpu"), NoiseSource.PHILOX, 1, new CasesHere(cases), meter);
        assertThrows(CancellationException.class, () -> run.run(resources));
        assertEquals(1, cases.count());
    }

    @Test
    void whatCannotRunIsRefusedInOneLine() {
        assertRefused(
                2,
                "model: cloud-diffusion is not accepted; give a model of agents",
                "sweep",
                "surfaces",
                "--vary",
                "time.steps=1,2");
        assertRefused(2, "population.agents: not a field of model cloud-diffusion", "run", "surfaces", "--agents=10");
        assertRefused(
                2,
                "--noise: curand is not accepted; give philox",
                "run",
                "surfaces",
                "--noise=curand",
                "--out=" + folder);
        assertRefused(3, "points of given surfaces need", "run", "surfaces", "--set", "data.surfaces.points=1e9");
        assertRefused(3, "points of clouds, with those", "run", "surfaces", "--set", "population.clouds=1e9");
        assertRefused(
                3,
                "points of clouds to learn from need",
                "run",
                "three-shapes",
                "--set",
                "score={learned: {clouds: 1e9}}");
        assertRefused(
                4,
                "a point of a cloud left the representable range",
                "run",
                "gaussian-clouds",
                "--steps=3",
                "--set",
                "diffusion={preserving: {first: 1e8, horizon: 10}}",
                "--out=" + folder);
    }

    private void assertRefused(int status, String start, String... arguments) {
        err.getBuffer().setLength(0);
        assertEquals(
                status,
                execute(Stream.concat(Stream.of(arguments), Stream.of("--quiet"))
                        .toArray(String[]::new)));
        assertTrue(err.toString().contains(start), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    private int execute(String... arguments) {
        return Murmuration.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private static Set<String> names(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
