package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.murmuration.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file, array and column of a run is on the page about data, and every summary is what its schema says. */
class DataPageTest {

    /** Two places to start from, ends that absorb, a cost, a mark, a derivative. */
    private static final String OWN = """
            model: custom
            dynamics:
              state: [x]
              marks: {speed: {uniform: [0, 1]}}
              parameters: {pull: 1}
              drift: {x: speed - pull*x}
              noise: {x: 0.5}
              boundary: {x: {absorbing: [none, 2]}}
              cost: x^2
              horizon: 2
            observe: {second: mean(x^2)}
            initial: {mixture: {weights: [0.5, 0.5], means: [0, 1], standard-deviations: [0.1, 0.1]}}
            population: {agents: 200}
            time: {steps: 50}
            output: {snapshots: [0, 1]}
            """;

    @TempDir
    private Path folder;

    private final Set<String> page = new TreeSet<>();

    @Test
    void everythingOfARunIsOnThePageAndInTheSchema() throws IOException {
        String text = Files.readString(Path.of("src/site/markdown/data.md"));
        Pattern.compile("`([^`]+)`")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .forEach(page::add);
        Files.writeString(folder.resolve("own.yaml"), OWN);
        look("demand-response --agents=100 --steps=20 --set=output.snapshots=[1]", "0", "");
        look(folder.resolve("own.yaml").toString(), "x", "second");
    }

    private void look(String words, String coordinate, String observed) throws IOException {
        Path out = run("run " + words);
        checkSummary(out);
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".csv")) {
                    said(name, name);
                    try (Stream<String> lines = Files.lines(file)) {
                        for (String column : lines.findFirst().orElseThrow().split(",")) {
                            said(general(column, coordinate, observed), name + ": " + column);
                        }
                    }
                } else if (name.endsWith(".npz")) {
                    arrays(file, coordinate, observed);
                } else if (name.endsWith(".npy")) {
                    String kind =
                            name.replaceFirst("snapshot-\\d", "snapshot-K").replaceFirst("K-.*\\.", "K-GUIDANCE.");
                    said(kind.replaceFirst("input-.*", "input-*.npy"), name);
                }
            }
        }
    }

    private void arrays(Path file, String coordinate, String observed) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String array = entry.getName().replaceFirst("\\.npy$", "").replaceFirst("^[^/]+/", "POPULATION/");
                String kind = array.replaceFirst("POPULATION/(component)?", "");
                boolean said = page.contains(array)
                        || page.contains(array.replaceFirst("POPULATION", ""))
                        || page.contains("/" + kind)
                        || page.contains(kind)
                        || page.contains(file.getFileName() + "`: `" + array);
                boolean column = page.contains(general(
                        kind.replaceFirst("(mean|variance|power)", "$1_" + coordinate)
                                .replace('-', '_'),
                        coordinate,
                        observed));
                String general = general(kind, coordinate, observed);
                assertTrue(
                        said || column || page.contains(general) || page.contains("/" + general), file + ": " + array);
            }
        }
    }

    /** A column with x for the coordinate, NAME for what is observed, p for the parameter. */
    private static String general(String column, String coordinate, String observed) {
        String general = column.replaceFirst("(mean|variance|power)_" + coordinate + "(?=_|/|$)", "$1_x")
                .replaceFirst("/d[a-z]+", "/dp")
                .replaceFirst("(expected|exact|limit)_variance_x_", "$1_mean_x_")
                .replaceFirst("dsecond/", "dNAME/");
        String names = observed.isEmpty() ? "living" : "(" + observed + "|living)";
        return general.replaceFirst("^(limit_|)" + names, "$1NAME");
    }

    private void said(String name, String where) {
        Set<String> known = new HashSet<>(page);
        known.addAll(List.of("NAME", "mean_*", "variance_*", "power_*"));
        assertTrue(known.contains(name), where + " is not on the page, as " + name);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run path-convergence --agents=100 --steps=20",
                "run mean-field-ou --agents=100 --steps=20",
                "run kuramoto --agents=100 --steps=20",
                "run gradient-flow --agents=50 --steps=20",
                "run thermostatic-load --agents=50 --steps=40",
                "study chaos mean-field-ou --sizes=10,20 --replicas=2 --steps=20",
                "sweep kuramoto --vary=interaction.coupling=1,2 --agents=50 --steps=10",
                "run gaussian-clouds --steps=10 --set=population.clouds=4 --set=population.points=8"
            })
    void everySummaryIsWhatTheSchemaSays(String words) throws IOException {
        checkSummary(run(words));
    }

    private static void checkSummary(Path out) throws IOException {
        JsonSchema schema;
        try (InputStream in = Report.class.getResourceAsStream("summary.schema.json")) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
        ObjectNode summary = (ObjectNode)
                new ObjectMapper().readTree(out.resolve("summary.json").toFile());
        assertEquals(Set.of(), schema.validate(summary));
        if (summary.has("results")) {
            assertFalse(
                    schema.validate(summary.deepCopy().put("agents", "many")).isEmpty());
            assertFalse(
                    schema.validate(summary.deepCopy().put("wall-seconds", 1)).isEmpty());
        }
        assertFalse(schema.validate(summary.deepCopy().without("run")).isEmpty());
    }

    private Path run(String words) {
        StringWriter err = new StringWriter();
        Path out = folder.resolve("out");
        String all = words + " --quiet --backend=cpu-scalar --out=" + out;
        assertEquals(
                0,
                Murmuration.execute(new PrintWriter(new StringWriter()), new PrintWriter(err, true), all.split(" ")),
                err::toString);
        return out;
    }
}
