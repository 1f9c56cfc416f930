package io.github.murmuration.study.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.cli.Murmuration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathLawsTest {

    private static final int PATHS = 10_000;

    @TempDir
    private Path folder;

    /**
     * Exact constructions have the law of bridges after any number of steps: W1 is that of as many samples, within 4.5 of its standard
     * errors, and so is the variance, within 5 % (four standard errors of one that is Gaussian): one false alarm in 2000 over 48 laws.
     */
    @Test
    @Tag("statistical")
    void exactConstructionsAreExactForAnyStep() throws IOException {
        Set<String> seen = new HashSet<>();
        for (JsonNode law : laws("backward-exact,forward-one-step,forward-two-step,symmetric")) {
            String what = law.toString();
            seen.add(law.get("construction").asText());
            assertTrue(
                    Math.abs(law.get("excess").asDouble())
                            < 4.5 * law.get("excess-error").asDouble(),
                    what);
            double exact = law.get("exact-variance").asDouble();
            assertEquals(exact, law.get("variance").asDouble(), 0.05 * exact, what);
        }
        assertEquals(4, seen.size());
    }

    /**
     * The mean of the patterns is the same for all paths in the first of two steps, so the variance there is that of the noise alone,
     * B/4 (within 6 %, four standard errors), and the distance falls as steps become shorter.
     */
    @Test
    @Tag("analytic")
    void smallStepsLoseTheVarianceOfThePosterior() throws IOException {
        JsonNode laws = laws("backward-small-step");
        assertEquals(2, laws.at("/0/steps").asInt());
        assertEquals(10.0 / 4, laws.at("/0/variance").asDouble(), 0.06 * 10 / 4);
        double before = Double.POSITIVE_INFINITY;
        for (JsonNode law : laws) {
            if (law.get("tau").asDouble() == 5) {
                assertTrue(law.get("wasserstein").asDouble() < before, law.toString());
                before = law.get("wasserstein").asDouble();
            }
        }
    }

    private JsonNode laws(String constructions) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Murmuration.execute(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "study",
                "path-convergence",
                "--construction=" + constructions,
                "--patterns=20",
                "--steps=16",
                "--agents=" + PATHS,
                "--json",
                "--out=" + folder.resolve("out"));
        assertEquals(0, status, err.toString());
        return new ObjectMapper().readTree(out.toString()).get("laws");
    }
}
