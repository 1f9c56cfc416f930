package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.study.CasesHere;
import io.github.murmuration.study.KeptCases;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.sweep.ParameterSweep;
import io.github.murmuration.study.sweep.Varied;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A row has the bits of the run by itself. */
    @Test
    void everyPopulationIsThatOfARun() throws IOException {
        assertEquals(
                0,
                execute("sweep kuramoto --vary interaction.coupling=1:2:0.5 --replicas=2 --agents=300 --steps=20"
                        + " --backend=cpu-scalar --quiet --out=" + at("sweep")),
                err.toString());
        List<String> rows = Files.readAllLines(folder.resolve("sweep/populations.csv"));
        assertEquals(1 + 3 * 2, rows.size());
        assertEquals(
                "interaction.coupling,population.replica,variance(theta),variance(theta) std. error,order,order std. error,failed",
                rows.get(0));
        for (String row : List.of(rows.get(1), rows.get(6))) {
            List<String> cells = List.of(row.split(","));
            assertEquals(
                    0,
                    execute("run kuramoto --agents=300 --steps=20 --backend=cpu --quiet --set=interaction.coupling="
                            + cells.get(0) + " --set=population.replica=" + cells.get(1) + " --out=" + at("run")),
                    err.toString());
            JsonNode result = json("run/summary.json").at("/results/population");
            assertEquals(result.at("/terminal-variance/0").asDouble(), Double.parseDouble(cells.get(2)), row);
            assertEquals(result.at("/observed/order").asDouble(), Double.parseDouble(cells.get(4)), row);
        }
        meansAreThoseOverReplicas(rows);
    }

    private void meansAreThoseOverReplicas(List<String> rows) throws IOException {
        List<String> means = Files.readAllLines(folder.resolve("sweep/means.csv"));
        assertEquals(1 + 3, means.size());
        double first = Double.parseDouble(rows.get(3).split(",")[4]);
        double second = Double.parseDouble(rows.get(4).split(",")[4]);
        String[] mean = means.get(2).split(",");
        assertEquals("1.5", mean[0]);
        assertEquals((first + second) / 2, Double.parseDouble(mean[3]), 1e-6);
        // sd / sqrt(2) of two values is half of their difference
        assertEquals(Math.abs(first - second) / 2, Double.parseDouble(mean[4]), 0.05 * Math.abs(first - second));
    }

    /** Stopped after half of its populations and resumed, a sweep leaves the files of a whole one. */
    @Test
    void aStoppedSweepResumesToTheSameFiles() throws IOException {
        String words = "sweep mean-field-ou --vary=interaction.coupling=0,1 --vary=population.agents=10,20 --steps=8";
        assertEquals(0, execute(words + " --quiet --out=" + at("whole")), err.toString());
        stop();
        assertEquals(0, execute("resume " + at("stopped") + " --quiet"), err.toString());
        try (Stream<Path> files = Files.list(folder.resolve("whole"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] other = Files.readAllBytes(folder.resolve("stopped").resolve(file.getFileName()));
                assertEquals(
                        ReproductionTest.withoutRun(file, Files.readAllBytes(file)),
                        ReproductionTest.withoutRun(file, other),
                        file.toString());
            }
        }
        assertFalse(Files.exists(folder.resolve("stopped/checkpoint")));
    }

    private void stop() throws IOException {
        Map<String, String> given = Map.of("time.steps", "8");
        Scenario scenario = ScenarioReader.read("mean-field-ou", given).scenario();
        ParameterSweep sweep = new ParameterSweep(
                "mean-field-ou",
                List.of(Varied.parse("interaction.coupling", "0,1"), Varied.parse("population.agents", "10,20")),
                changes -> {
                    Map<String, String> all = new LinkedHashMap<>(given);
                    all.putAll(changes);
                    return ScenarioReader.read("mean-field-ou", all).scenario();
                });
        List<String> words = List.of(
                "mean-field-ou", "--steps=8", "--vary=interaction.coupling=0,1", "--vary=population.agents=10,20");
        KeptCases cases = KeptCases.in(
                folder.resolve("stopped"), new KeptCases.Request("sweep", words, ScenarioWriter.toYaml(scenario)));
        Meter meter = new Meter(sweep.work(), (done, total) -> {
            if (done > total / 2) {
                throw new IllegalStateException("stopped");
            }
        });
        try {
            sweep.run(new Resources(Backends.select("cpu-scalar"), NoiseSource.PHILOX, 1, new CasesHere(cases), meter));
        } catch (IllegalStateException e) {
            assertEquals("stopped", e.getMessage());
        }
        assertEquals(2, cases.count());
    }

    /** Seeds and replicas are samples of one law, wherever they stand among the fields. */
    @Test
    void meansAreOverSeedsAndReplicas() throws IOException {
        assertEquals(
                0,
                execute("sweep mean-field-ou --vary population.replica=1,2,7 --vary interaction.coupling=0,1"
                        + " --vary population.seed=5,6 --agents=20 --steps=8 --quiet --out=" + at("out")),
                err.toString());
        List<String> rows = Files.readAllLines(folder.resolve("out/populations.csv"));
        assertEquals(1 + 3 * 2 * 2, rows.size());
        List<String> means = Files.readAllLines(folder.resolve("out/means.csv"));
        assertEquals(1 + 2, means.size());
        int energy = List.of(rows.get(0).split(",")).indexOf("mean(x)");
        double sum = 0;
        for (String row : rows.subList(1, rows.size())) {
            sum += row.split(",")[1].equals("1") ? Double.parseDouble(row.split(",")[energy]) : 0;
        }
        assertEquals(sum / 6, Double.parseDouble(means.get(2).split(",")[1]), 1e-12);
        assertTrue(Files.readString(folder.resolve("out/report.html")).contains("Means over replicas and seeds"));
    }

    /** One population that fails leaves the others their numbers. */
    @Test
    void whatFailsIsMarked() throws IOException {
        assertEquals(
                0,
                execute("sweep mean-field-ou --vary interaction.relaxation=1,1e9 --agents=10 --steps=50 --quiet --out="
                        + at("out")),
                err.toString());
        List<String> rows = Files.readAllLines(folder.resolve("out/populations.csv"));
        assertTrue(rows.get(1).endsWith(",0"), rows.get(1));
        assertTrue(rows.get(2).startsWith("1e9,NaN,") && rows.get(2).endsWith(",1"), rows.get(2));
        JsonNode notes = json("out/summary.json").at("/notes");
        assertTrue(notes.fieldNames().next().startsWith("failed: "), notes.toString());
    }

    /** Replicas that are advanced together too: whose agents have a rate beyond 1 leave the range, and no other does. */
    @Test
    void aReplicaThatFailsLeavesTheOthersTheirNumbers() throws IOException {
        Path model = folder.resolve("model.yaml");
        Files.writeString(model, """
                model: custom
                dynamics:
                  state: [x]
                  marks: {rate: {cauchy: {location: 0, scale: 10}}}
                  drift: {x: "max(0, rate - 300)*1e30 - x"}
                  horizon: 1
                initial: {point: [1]}
                population: {agents: 8}
                time: {steps: 10}
                """);
        assertEquals(
                0,
                execute("sweep " + model + " --replicas=12 --backend=cpu-scalar --quiet --out=" + at("out")),
                err.toString());
        List<String> rows = Files.readAllLines(folder.resolve("out/populations.csv"));
        String failed = row(rows, ",1");
        assertEquals(4, run(model, failed), failed);
        String whole = row(rows, ",0");
        assertEquals(0, run(model, whole), whole + err);
        double mean = json("run/summary.json")
                .at("/results/population/terminal-mean/0")
                .asDouble();
        assertEquals(mean, Double.parseDouble(whole.split(",")[1]));
    }

    /** The first that ends so. */
    private static String row(List<String> rows, String end) {
        return rows.stream().filter(row -> row.endsWith(end)).findFirst().orElseThrow();
    }

    /** Runs the replica of a row. */
    private int run(Path model, String row) {
        return execute("run " + model + " --backend=cpu-scalar --quiet --set=population.replica=" + row.split(",")[0]
                + " --out=" + at("run"));
    }

    @Test
    void everyCombinationIsLookedAtFirst() {
        assertEquals(2, execute("sweep kuramoto --vary interaction.coupling=1,x --out=" + at("out")));
        assertTrue(err.toString().contains("interaction.coupling"), err.toString());
        assertEquals(2, execute("sweep kuramoto --vary coupling --out=" + at("out")));
        assertEquals(2, execute("sweep kuramoto --vary interaction.copling=1,2 --out=" + at("out")));
        assertEquals(2, execute("sweep kuramoto --vary population.replica=-1..2 --out=" + at("out")));
        assertTrue(err.toString().contains("population.replica: -1 is not accepted"), err.toString());
        assertEquals(2, execute("sweep kuramoto --vary population.seed=1,two --out=" + at("out")));
        assertTrue(err.toString().contains("population.seed: two is not accepted"), err.toString());
        assertEquals(2, execute("sweep kuramoto --vary population.replica=0,1,0 --out=" + at("out")));
        assertTrue(err.toString().contains("{population.replica=0} is there twice"), err.toString());
        assertEquals(2, execute("sweep kuramoto --set population.replica=2 --replicas 3 --out=" + at("out")));
        assertEquals(2, execute("sweep kuramoto --out=" + at("out")));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(file).toFile());
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private int execute(String words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Murmuration.execute(new PrintWriter(out, true), new PrintWriter(err, true), words.split(" "));
    }
}
