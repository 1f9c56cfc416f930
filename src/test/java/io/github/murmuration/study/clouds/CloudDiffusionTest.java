package io.github.murmuration.study.clouds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.scenario.CloudScenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.study.CasesHere;
import io.github.murmuration.study.KeptCases;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudDiffusionTest {

    private static final Map<String, String> SMALL =
            Map.of("population.points", "8", "population.clouds", "400", "time.steps", "100");

    /** Cases of fewer clouds have errors that are hardly known. */
    private static final int ENOUGH = 20;

    @TempDir
    private Path folder;

    /**
     * Clouds about a centre have the moments of their steps, whatever the points, the steps, the branching: 4.5 standard errors, beyond
     * which one of 60 numbers is by chance once in 2000. Entropies of the law: mean-field-chaos.md, section 6. Done cases are not done again.
     */
    @Test
    @Tag("statistical")
    void cloudsHaveTheMomentsOfTheirSteps() throws IOException {
        CloudDiffusion study = new CloudDiffusion(read("gaussian-clouds", SMALL), 1e5);
        Meter meter = new Meter(study.work(), Progress.NONE);
        JsonNode found = run(study, meter);
        assertEquals(study.work(), meter.done(), 1e-6 * study.work());
        for (String table : List.of("mean-field", "points", "steps", "branching")) {
            found.get(table).forEach(CloudDiffusionTest::assertKnown);
        }
        double[] expected = {0.54248, 1.16254, 1.37971, 1.41177};
        for (int i = 0; i < expected.length; i++) {
            JsonNode entropy = found.get("entropy").get(i);
            assertEquals(expected[i], entropy.get("law").asDouble(), 5e-6);
            assertEquals(expected[i], entropy.get("extrapolated").asDouble(), 2e-5);
        }
        Meter again = new Meter(study.work(), Progress.NONE);
        assertEquals(found.toString(), run(study, again).toString());
        assertEquals(0, again.done());
    }

    private static void assertKnown(JsonNode row) {
        if (row.get("clouds").asInt() < ENOUGH) {
            return;
        }
        for (String quality : List.of("variance of mean", "mean", "variance within")) {
            double away =
                    row.get(quality).asDouble() - row.get(quality + " known").asDouble();
            assertTrue(Math.abs(away) < 4.5 * row.get(quality + " error").asDouble(), quality + " in " + row);
        }
    }

    /** Points that know nothing of each other make a mixture of all shapes: farther from each than five times what new data are. */
    @Test
    @Tag("slow")
    void withoutTheMeanFieldShapesAreMixed() throws IOException {
        CloudDiffusion study = new CloudDiffusion(read("three-shapes", Map.of("time.steps", "200")), 5e5);
        JsonNode rows = run(study, new Meter(study.work(), Progress.NONE)).get("mean-field");
        double distance = rows.get(0).get("distance").asDouble();
        double independent = rows.get(1).get("distance").asDouble();
        double data = rows.get(2).get("distance").asDouble();
        assertEquals(data, distance, 0.25 * data);
        assertTrue(independent > 5 * data, rows.toString());
    }

    /** With the fewest clouds, two of each case: points alone are of all 24 components of the three shapes. */
    @Test
    @Tag("slow")
    void theStudyOfTheDefaultScenarioEnds() throws IOException {
        CloudDiffusion study = new CloudDiffusion(read("three-shapes", Map.of()), 1);
        JsonNode found = run(study, new Meter(study.work(), Progress.NONE));
        assertEquals(3, found.get("mean-field").size());
        assertEquals(5, found.get("steps").size());
        assertEquals(2, found.get("mean-field").get(1).get("clouds").asInt());
    }

    @ParameterizedTest
    @CsvSource({"score, '{learned: {clouds: 5}}'", "branching, '{levels: {first: 1, last: 0.04, times: 1}}'"})
    void learnedScoresAndBranchingAreRefused(String field, String value) {
        CloudScenario scenario = read("gaussian-clouds", Map.of(field, value));
        String refused = assertThrows(ScenarioException.class, () -> new CloudDiffusion(scenario, 1e5))
                .getMessage();
        assertTrue(refused.startsWith(field + ": "), refused);
    }

    private JsonNode run(CloudDiffusion study, Meter meter) throws IOException {
        KeptCases cases = KeptCases.in(folder, new KeptCases.Request("cloud-diffusion", List.of(), "one"));
        Resources resources = new Resources(Backends.select("cpu"), NoiseSource.PHILOX, 1, new CasesHere(cases), meter);
        return new ObjectMapper().readTree(study.run(resources).json());
    }

    private static CloudScenario read(String name, Map<String, String> changes) {
        return ScenarioReader.read(name, changes).clouds().orElseThrow();
    }
}
