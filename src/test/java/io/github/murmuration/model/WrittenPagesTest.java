package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the pages tell users to write. */
class WrittenPagesTest {

    private static final Path GUIDE = Path.of("src/site/markdown/models.md");

    @Test
    void theFirstModelOfTheGuideRuns() throws IOException {
        String yaml = block("name: camps");
        double[] right = Runs.run(Runs.written(yaml), "cpu-scalar").observed().get("right");
        assertTrue(right[right.length - 1] > 0.9, "the larger camp wins");
        assertTrue(right[0] < 0.75);
    }

    /** The refusal that the guide shows is the one that is given. */
    @Test
    void aMisspeltNameIsRefusedAsTheGuideSays() throws IOException {
        String yaml = block("name: camps").replace("pull*", "pul*");
        ScenarioException refusal = assertThrows(
                ScenarioException.class, () -> ScenarioReader.parse("camps.yaml", yaml, Path.of(""), Map.of()));
        String shown = block("murmuration: camps.yaml");
        assertEquals(shown.strip(), "murmuration: " + refusal.getMessage().strip());
    }

    /** The sections of the guide, as far as they are YAML of one model. */
    @Test
    void theLongModelOfTheGuideRuns() throws IOException {
        String yaml = block("name: herd");
        Scenario scenario = Runs.written(yaml, "population.agents=200", "time.steps=50");
        assertTrue(
                Arrays.stream(Runs.run(scenario, "cpu-scalar").terminalMean()).allMatch(Double::isFinite));
    }

    /** Agents of a flock take over each other's velocities: these spread less and less, but for noise of 0.1. */
    @Test
    void theFlockOfTheGuideAligns() throws IOException {
        Scenario scenario = Runs.written(block("name: flock"), "population.agents=200", "time.steps=50");
        assertTrue(Runs.run(scenario, "cpu-scalar").terminalVariance()[1] < 0.3);
    }

    /** An indented block of the guide, from the line that begins so. */
    private static String block(String first) throws IOException {
        List<String> lines = Files.readAllLines(GUIDE);
        int begin = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("    " + first))
                .findFirst()
                .orElseThrow());
        return lines.subList(begin, lines.size()).stream()
                .takeWhile(line -> line.startsWith("    "))
                .map(line -> line.substring(4))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The second example of the README, as it stands there. */
    @Test
    void aModelWrittenInJavaRuns() throws IOException {
        // from the README
        CustomModel model = CustomModel.builder()
                .state("x")
                .parameter("pull", 1)
                .parameter("field", "0.2*cos(2*pi*t/5)")
                .drift("x", "x - x^3 + pull*(mean(x) - x) + field")
                .noise("x", "0.5")
                .observe("right", "mean(where(x > 0, 1, 0))")
                .horizon(10)
                .build();
        Scenario wells = Scenario.builder()
                .dynamics(model)
                .initial(Law.gaussian(new double[] {-1}, Covariance.standardDeviations(0.5)))
                .agents(10_000)
                .steps(200)
                .build();
        RunResult result = new Simulation(Problem.of(wells), Backends.select("cpu"), 0, Progress.NONE, null).run();
        double[] right = result.guidances().get(0).observed().get("right");
        // to here
        assertEquals(201, right.length);
        assertTrue(right[200] >= 0 && right[200] < 0.5, "most stay on the left: " + right[200]);
        String readme = Files.readString(Path.of("README.md"));
        for (String line : example()) {
            assertTrue(readme.contains("\n    " + line + "\n"), line);
        }
    }

    private static List<String> example() throws IOException {
        Path source = Path.of("src/test/java/io/github/murmuration/model/WrittenPagesTest.java");
        return Files.readAllLines(source).stream()
                .dropWhile(line -> !line.strip().equals("// from the README"))
                .skip(1)
                .takeWhile(line -> !line.strip().equals("// to here"))
                .map(line -> line.substring(8))
                .toList();
    }
}
