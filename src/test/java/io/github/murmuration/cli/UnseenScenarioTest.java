package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenario files made up at random run from the file alone and agree with their exact values. */
@Tag("statistical")
class UnseenScenarioTest {

    private static final String GUIDANCE = "target-mean";
    private static final int AGENTS = 20_000;
    private static final int STEPS = 320;

    @TempDir
    private Path folder;

    /** Components 3 to 8, 3 to 40 intervals, spread 0.3 to 3 (strongly overlapping modes), AR(1) correlation rho. */
    @ParameterizedTest
    @CsvSource({
        "1, 3, 40, 1.5, 0, mixture",
        "1, 8, 3, 3.0, 0, mixture",
        "2, 5, 17, 0.3, 0.9, mixture",
        "4, 4, 8, 1.0, -0.5, mixture",
        "6, 3, 20, 0.5, 0.7, mixture",
        "1, 6, 10, 1.0, 0, patterns",
        "3, 7, 5, 1.0, 0, patterns"
    })
    void runsAndAgreesWithItsExactValues(int d, int components, int intervals, double spread, double rho, String target)
            throws IOException {
        SplittableRandom random = new SplittableRandom(1000L * d + components);
        String yaml = "initial: {mixture: " + mixture(random, d, components, 2 * spread, rho) + "}\n"
                + "target: {"
                + (target.equals("patterns")
                        ? "patterns: " + rows(random, components, d, spread)
                        : "mixture: " + mixture(random, d, components, spread, rho))
                + "}\n"
                + "protocol: {breaks: " + intervals + ", beta: " + list(random, intervals, 0, 8) + "}\n"
                + "guidance: [" + GUIDANCE + "]\n"
                + "population: {agents: " + AGENTS + "}\n"
                + "time: {steps: " + STEPS + "}\n"
                + "output: {paths: 4, moments-every: 16}\n";
        JsonNode summary = run(Files.writeString(folder.resolve("unseen.yaml"), yaml));
        JsonNode result = summary.at("/results/" + GUIDANCE);
        JsonNode exact = summary.at("/exact/" + GUIDANCE);
        assertTerminalMean(result, exact);
        if (target.equals("mixture")) {
            // 5 standard errors (7 checks: false alarm 1e-5) and the first-order bias, below 3 % at 320 steps
            double error = 5 * result.get("energy-standard-error").asDouble();
            double energy = exact.get("energy").asDouble();
            assertEquals(energy, result.get("energy").asDouble(), error + 0.03 * energy);
        } else {
            assertEquals("infinite", exact.get("energy").asText());
        }
    }

    private static void assertTerminalMean(JsonNode result, JsonNode exact) {
        for (int j = 0; j < exact.get("terminal-mean").size(); j++) {
            double deviation =
                    Math.sqrt(exact.at("/terminal-covariance/" + j + "/" + j).asDouble() / AGENTS);
            double expected = exact.at("/terminal-mean/" + j).asDouble();
            // 5 standard errors and the first-order bias
            assertEquals(expected, result.at("/terminal-mean/" + j).asDouble(), 5 * deviation + 0.02);
        }
    }

    private JsonNode run(Path scenario) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] args = {
            "run", scenario.toString(), "--json", "--out", folder.resolve("out").toString()
        };
        assertEquals(
                0, Murmuration.execute(new PrintWriter(out, true), new PrintWriter(err, true), args), err.toString());
        assertTrue(Files.size(folder.resolve("out/report.html")) > 0);
        return new ObjectMapper().readTree(out.toString());
    }

    private static String mixture(SplittableRandom random, int d, int components, double spread, double rho) {
        String covariances = IntStream.range(0, components)
                .mapToObj(k -> autoregressive(d, rho, 0.2 + 0.5 * random.nextDouble()))
                .collect(Collectors.joining(", ", "[", "]"));
        return "{weights: " + list(random, components, 0.2, 1) + ", means: " + rows(random, components, d, spread)
                + ", covariances: " + covariances + "}";
    }

    private static String autoregressive(int d, double rho, double deviation) {
        double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                matrix[i][j] = deviation * deviation * Math.pow(rho, Math.abs(i - j));
            }
        }
        return Arrays.deepToString(matrix);
    }

    private static String rows(SplittableRandom random, int n, int d, double spread) {
        return IntStream.range(0, n)
                .mapToObj(k -> list(random, d, -spread, spread))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String list(SplittableRandom random, int n, double low, double high) {
        return Arrays.toString(random.doubles(n, low, high).toArray());
    }
}
