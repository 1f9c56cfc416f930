package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.murmuration.StudyTables;
import io.github.murmuration.file.Sha256;
import io.github.murmuration.scenario.BundledScenarios;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a folder was asked for lies in its scenario.yaml, and asks for the same again. */
class ReproductionTest {
    private static final Set<String> CLOUDS = Set.of("gaussian-clouds", "three-shapes", "surfaces");
    private static final String FEW = " --agents=50 --steps=40";
    /** Steps that a cubic drift needs. */
    private static final String ENOUGH = " --agents=50 --steps=1000";

    private static final String FEW_CLOUDS =
            " --steps=20 --set=population.clouds=8 --set=population.points=16 --set=output.compared=4";

    /** Studies at their smallest, so that each leaves every table and column that it has. That of throughput measures the machine. */
    private static final List<List<String>> STUDIES = List.of(
            List.of(
                    "chaos mean-field-ou --sizes=10,20 --replicas=2 --steps=20",
                    "chaos demand-response --sizes=10,20 --replicas=2 --steps=20",
                    "chaos kuramoto --sizes=10,20 --replicas=2 --steps=20",
                    "chaos desai-zwanzig --sizes=10,20 --replicas=2 --steps=1000"),
            List.of("step-convergence --doublings=2 --replicas=8 --agents=80 --steps=8"),
            List.of("linearity --sizes=10,20 --replicas=4 --steps=40"),
            List.of("self-consistent --agents=100 --steps=40"),
            List.of("redistribution --replicas=4 --agents=40 --steps=40"),
            List.of(
                    "path-convergence --patterns=300 --evaluations=2e5",
                    "path-convergence --construction=all --patterns=10 --steps=8 --agents=1000"),
            List.of(
                    "cloud-diffusion gaussian-clouds --budget=2000" + FEW_CLOUDS,
                    "cloud-diffusion three-shapes --budget=2000" + FEW_CLOUDS),
            List.of("laboratory --agents=40"),
            List.of("hjb-scores --seeds=2 --points=300"),
            List.of(
                    "learned-scores --training=10 --points=5 --levels=3 --generated=4 --held-out=4 --steps=10",
                    "learned-scores three-shapes --training=10 --points=5 --levels=3 --generated=4 --held-out=4 --steps=10"));

    /** What stands on the page of the data of studies for names that depend on the scenario, by study. */
    private static final Map<String, Map<String, String>> GENERAL = Map.of(
            "chaos",
                    Map.of(
                            "(?<=json: )(sup RMS|terminal RMS|W2 .*|.* correlation|energy below the limit)$",
                            "QUANTITY"),
            "redistribution",
                    Map.of("minus mean-field", "minus BASE", "(?<=: )(mean-field|zero|target-mean)$", "GUIDANCE"),
            "path-convergence", Map.of("(?<=: )(the patterns|.*ends.*|kernel density.*|infinite p.*)$", "ESTIMATE"),
            "cloud-diffusion",
                    Map.of(
                            "(?<=: )(variance of mean|mean|variance within|distance|ring|line|two arcs|p-value)($| )",
                            "QUALITY$2"),
            "hjb-scores",
                    Map.of(
                            "(?<=: )(J - J\\*|score error|sliced W2|HJB residual|in empty squares|off the board|edges/inside)($| )",
                            "QUALITY$2"),
            "learned-scores", Map.of("(?<=: )(variance of mean|variance within) \\d", "$1 J"),
            "sweep",
                    Map.of(
                            "(?<=: )(initial|protocol|interaction|population)\\..*", "FIELD",
                            "(?<=: )(energy|mean\\(.*\\)|variance\\(.*\\)|order)($| |-)", "QUANTITY$2",
                            "(?<=: )(mean-field|population)$", "GUIDANCE"));

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    static List<String> scenarios() {
        return BundledScenarios.names().stream()
                .map(name -> name + (CLOUDS.contains(name) ? FEW_CLOUDS : name.equals("desai-zwanzig") ? ENOUGH : FEW))
                .toList();
    }

    static List<List<String>> studies() {
        return STUDIES;
    }

    @Test
    void aRunIsReproduced() throws IOException {
        reproduce("run demand-response" + FEW, "run");
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("scenarios")
    void everyBundledScenarioIsReproduced(String words) throws IOException {
        reproduce("run " + words, "run");
    }

    @Test
    void aStudyIsReproduced() throws IOException {
        reproduce("study " + STUDIES.get(0).get(0), "study chaos");
        tables("chaos").add(folder.resolve("first")).areAmongThoseOfThePage("chaos");
        List<String> yaml = Files.readAllLines(folder.resolve("first/scenario.yaml"));
        assertEquals(
                List.of("study:", "  name: chaos", "  sizes: [10, 20]", "  replicas: 2"),
                yaml.subList(yaml.indexOf("study:"), yaml.size()));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("studies")
    void everyStudyIsReproducedAndItsTablesAreOnThePage(List<String> all) throws IOException {
        String name = all.get(0).split(" ")[0];
        StudyTables tables = tables(name);
        for (String words : all) {
            reproduce("study " + words, "study " + name);
            tables.add(folder.resolve("first"));
        }
        tables.areOnThePage(name);
    }

    /** Fields are named as in the file, and so can be varied again. */
    @Test
    void aSweepIsReproducedAndSoIsARunOfItsFile() throws IOException {
        Files.writeString(
                folder.resolve("bridge.yaml"),
                "initial: {gaussian: {mean: 1, standard-deviation: 0.5}}\ntarget: {gaussian: {mean: 0,"
                        + " standard-deviation: 0.25}}\nprotocol: {beta: {first: 2, ratio: 0.5}, breaks: 2}\n");
        reproduce(
                "sweep " + folder.resolve("bridge.yaml")
                        + " --vary=initial.gaussian.mean=1,2 --vary=protocol.beta.first=1:2:1 --replicas=2" + FEW,
                "sweep");
        execute("run " + folder.resolve("first/scenario.yaml") + " --quiet --out=" + folder.resolve("third"));
        compare(folder.resolve("first"), folder.resolve("third"));
        tables("sweep").add(folder.resolve("first")).areOnThePage("sweep", "notes.csv", "summary.json: failure");
    }

    /** Rows of files and of the text, values of marks: all lie beside the scenario, whose reader checks them. */
    @Test
    void dataAreCopied() throws IOException {
        Files.writeString(folder.resolve("starts.csv"), "x\n0.5\n-1\n2e-3\n");
        Files.writeString(
                folder.resolve("data.yaml"),
                "model: custom\ndynamics:\n  state: [x]\n  marks: {omega: {samples: {file: starts.csv}}}\n"
                        + "  drift: {x: omega - x}\n  noise: {x: 0.1}\n  horizon: 1\ninitial: {samples: {file: starts.csv}}\n");
        reproduce("run " + folder.resolve("data.yaml") + FEW, "run");
        Path copy = folder.resolve("first/input-initial.npy");
        byte[] numbers = Files.readAllBytes(copy);
        // 2e-3 as a double, little-endian, is the last of three
        assertEquals(
                2e-3, ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN).getDouble(numbers.length - Double.BYTES));
        String yaml = Files.readString(folder.resolve("first/scenario.yaml"));
        assertTrue(yaml.contains("samples: {file: input-initial.npy, sha256: \"" + Sha256.of(copy) + "\"}"), yaml);
        assertTrue(yaml.contains("omega: {samples: {file: input-mark-omega.npy, sha256: "), yaml);
        numbers[numbers.length - 1] ^= 1;
        Files.write(copy, numbers);
        assertEquals(2, status("run " + folder.resolve("first/scenario.yaml") + " --out=" + folder.resolve("third")));
        assertTrue(err.toString().contains("initial.samples.sha256: "), err.toString());
    }

    @Test
    void filesOfCloudsAreCopied() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "0,0\n1,0\n0,1\n");
        Files.writeString(folder.resolve("b.xyz"), "0 0\n1 1\n2 1\n");
        Files.writeString(
                folder.resolve("given.yaml"),
                "model: cloud-diffusion\ndata: {files: {names: [a.csv, b.xyz], bandwidth: 0.2}}\n");
        reproduce("run " + folder.resolve("given.yaml") + FEW_CLOUDS, "run");
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("b.xyz")),
                Files.readAllBytes(folder.resolve("first/input-cloud-0002.xyz")));
        tables("").add(folder.resolve("first")).areOnThePage("generated clouds");
    }

    @Test
    void whatTheFileOfAStudySaysIsChecked() throws IOException {
        Path file = folder.resolve("study.yaml");
        Files.writeString(file, "study: {name: laboratory, agents: 40, sede: 2}\n");
        assertEquals(2, status("run " + file));
        assertTrue(err.toString().contains(file + ": study.sede: unknown field; did you mean seed"), err.toString());
        Files.writeString(file, "study: {name: laboratory, agents: 3}\n");
        assertEquals(2, status("study laboratory " + file));
        assertTrue(err.toString().contains(file + ": --agents: 3 is not accepted"), err.toString());
        assertEquals(2, status("study hjb-scores " + file));
        assertTrue(err.toString().contains("study.name: laboratory is not accepted; give "), err.toString());
        assertEquals(2, status("sweep kuramoto"));
        assertTrue(err.toString().contains("--vary: missing; give a field and its values"), err.toString());
    }

    private static StudyTables tables(String study) {
        return new StudyTables(GENERAL.getOrDefault(study, Map.of()));
    }

    /** @param again the command that takes the scenario that was left */
    private void reproduce(String words, String again) throws IOException {
        execute(words + " --quiet --backend=cpu-scalar --out=" + folder.resolve("first"));
        execute(again + " " + folder.resolve("first/scenario.yaml") + " --quiet --backend=cpu --out="
                + folder.resolve("second"));
        compare(folder.resolve("first"), folder.resolve("second"));
    }

    private static void compare(Path first, Path second) throws IOException {
        assertEquals(names(first), names(second));
        for (String name : names(first)) {
            assertEquals(
                    withoutRun(first.resolve(name), Files.readAllBytes(first.resolve(name))),
                    withoutRun(second.resolve(name), Files.readAllBytes(second.resolve(name))),
                    name);
        }
    }

    /** What is in a file, as text, but for what belongs to one execution alone. */
    static String withoutRun(Path file, byte[] bytes) throws IOException {
        String name = file.getFileName().toString();
        if (name.equals("summary.json")) {
            ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(bytes);
            assertTrue(tree.remove("run").has("command"));
            assertTrue(tree.has("scenario"));
            return tree.toPrettyString();
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (name.equals("report.html")) {
            String left = text.replaceFirst("(?s)<section id=\"run\">.*?</section>", "");
            assertTrue(left.length() < text.length());
            return left;
        }
        return text;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private void execute(String words) {
        assertEquals(0, status(words), () -> words + "\n" + err);
    }

    private int status(String words) {
        List<String> arguments = new ArrayList<>(List.of(words.split(" ")));
        StringWriter out = new StringWriter();
        return Murmuration.execute(
                new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }
}
