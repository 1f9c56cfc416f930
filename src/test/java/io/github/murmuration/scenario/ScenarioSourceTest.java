package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a scenario comes from: a file or the bundled ones. */
class ScenarioSourceTest {
    @TempDir
    Path folder;

    @Test
    void fileTakesDataFromItsOwnFolder() throws IOException {
        Files.writeString(folder.resolve("starts.csv"), "1\n2\n");
        Path file = folder.resolve("My case.yaml");
        Files.writeString(file, BaseScenario.edited("- name\ninitial: {samples: {file: starts.csv}}"));
        Scenario scenario = ScenarioReader.read(file.toString()).scenario();
        assertEquals("My-case", scenario.name());
        assertEquals(2, ((Law.Samples) scenario.initial()).rows().length);
    }

    @Test
    void problemsInAFileStartWithItsName() throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, BaseScenario.edited("time: {steps: 0}"));
        assertRefused(file + ": time.steps: 0 is not accepted; give a whole number of at least 1", file.toString());
    }

    @Test
    void fileThatIsNoneIsRefused() throws IOException {
        assertRefused(folder + ": a folder; give a file", folder.toString());
        Path file = folder.resolve("latin.yaml");
        Files.write(file, "name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(file + ": not UTF-8 text", file.toString());
        ScenarioException refusal =
                assertThrows(ScenarioException.class, () -> ScenarioReader.read(folder.resolve("lost.yaml"), Map.of()));
        assertEquals(folder.resolve("lost.yaml") + ": no such file in " + folder, refusal.getMessage());
    }

    @Test
    void unknownNameListsTheBundledOnesNearestFirst() {
        String unknown = ": no such file, and no bundled scenario of this name; bundled: ";
        assertUnknown(
                "demand-response-d31" + unknown + "demand-response-d32, demand-response-d10, demand-response,",
                "demand-response-d31");
        assertUnknown("demand\0" + unknown + "defaults, dyson, chaos, game, swarm, ", "demand\0");
    }

    private static void assertUnknown(String start, String source) {
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> ScenarioReader.read(source));
        assertTrue(refusal.getMessage().startsWith(start.replace('\0', ' ')), refusal.getMessage());
    }

    static List<String> bundled() {
        return BundledScenarios.names();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void bundledScenarioIsReadByItsName(String name) {
        ScenarioFile file = ScenarioReader.read(name, Map.of("population.seed", "9"));
        assertEquals(name, file.experiment().name());
        assertTrue(ScenarioWriter.toYaml(file.experiment()).contains("seed: 9}"));
        assertEquals(List.of(), file.notes());
        assertTrue(BundledScenarios.text(name).startsWith("# "));
        assertEquals(file.description(), BundledScenarios.descriptions().get(name));
        assertTrue(file.description().length() > 20);
    }

    @Test
    void everyBundledFileIsListed() throws IOException, URISyntaxException {
        Path scenarios = Path.of(getClass().getResource("/scenarios").toURI());
        try (Stream<Path> files = Files.list(scenarios)) {
            assertEquals(BundledScenarios.names().size(), files.count());
        }
    }

    /** The law of experiments.md, scenario B: z_j = sin(2 pi j / d); the only error is one rounding to double. */
    @ParameterizedTest
    @CsvSource({"demand-response-d10, 10, 100000", "demand-response-d32, 32, 30000"})
    void demandResponseInManyDimensions(String name, int d, long agents) {
        Scenario scenario = ScenarioReader.read(name).scenario();
        Law.Mixture initial = (Law.Mixture) scenario.initial();
        Law.Mixture target = (Law.Mixture) scenario.target();
        assertEquals(agents, scenario.population().agents());
        assertEquals(d, scenario.dimension());
        for (int j = 0; j < d; j++) {
            double z = Math.sin(2 * Math.PI * j / d);
            assertEquals(0.1 + 0.15 * z, target.means()[0][j], 2e-16);
            assertEquals(1.5 - 0.15 * z, target.means()[1][j], 5e-16);
            assertEquals(1.6 + 0.15 * z, initial.means()[0][j], 5e-16);
            assertEquals(5.5 - 0.15 * z, initial.means()[1][j], 2e-15);
        }
    }

    private static void assertRefused(String message, String source) {
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> ScenarioReader.read(source));
        assertEquals(message.replace('\0', ' '), refusal.getMessage());
    }
}
