package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.scenario.BundledModels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The study of chaos from the command line to its page. */
class ChaosCommandTest {

    private static final List<String> TABLES = List.of(
            "coupling.csv", "coupling-in-time.csv", "wasserstein.csv", "correlation.csv", "rates.csv", "spread.csv");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {"chaos", "thermostatic-load", "mean-field-ou", "desai-zwanzig", "kuramoto", "systemic-risk"})
    void everyModelLeavesItsTablesFiguresAndPage(String scenario) throws IOException {
        assertEquals(0, study(scenario, "a"), err.toString());
        for (String file : TABLES) {
            assertTrue(Files.size(folder.resolve("a").resolve(file)) > 0, file);
        }
        assertTrue(Files.size(folder.resolve("a/coupling.svg")) > 0);
        assertTrue(Files.readString(folder.resolve("a/report.html")).contains("Difference of an agent from its copy"));
        assertFalse(Files.exists(folder.resolve("a/checkpoint/study.json")), "a study that is done keeps no cases");
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("a/summary.json").toFile());
        assertEquals(10, summary.at("/coupling/0/agents").asInt());
        assertTrue(summary.at("/rates/sup RMS/exponent").asDouble() < 0);
    }

    /**
     * Its limit is a large population; that of the named model is worked out. They differ by what the means of 400 agents err by, a fortieth
     * of the square for ten agents. Phases are on the circle in both: unwrapped they would be several radians apart.
     */
    @ParameterizedTest
    @CsvSource({"mean-field-ou, 4", "desai-zwanzig, 10", "kuramoto, 10"})
    void aWrittenModelFollowsALargePopulation(String model, String horizon) throws IOException {
        String text = BundledModels.text(model).replaceFirst("horizon: .*", "horizon: " + horizon);
        Path file = Files.writeString(folder.resolve("written.yaml"), text);
        assertEquals(0, study(file.toString(), "written"), err.toString());
        Path asked = Files.writeString(folder.resolve("named.yaml"), named(model, horizon));
        assertEquals(0, study(asked.toString(), "named"), err.toString());
        double named = rms("named");
        assertEquals(named, rms("written"), 0.05 * named);
    }

    /** The numbers of the file of the model. */
    private static String named(String model, String horizon) {
        String numbers = switch (model) {
            case "mean-field-ou" -> "relaxation: 0.5, coupling: 1.5, noise: 0.8";
            case "desai-zwanzig" -> "coupling: 1, noise: 0.5";
            default -> "coupling: 2, noise: 1";
        };
        String text = BundledModels.text(model);
        String initial = text.substring(text.indexOf("initial:"));
        return "model: " + model + "\ninteraction: {" + numbers + ", horizon: " + horizon + "}\n" + initial;
    }

    private double rms(String study) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(study).resolve("summary.json").toFile())
                .at("/coupling/0/sup-rms")
                .asDouble();
    }

    /** Stopped after its first case: the rest by resume, to the same bytes. */
    @Test
    void aStoppedStudyGoesOnToTheSameBytes() throws IOException {
        assertEquals(0, study("mean-field-ou", "whole"), err.toString());
        stop();
        assertEquals(0, execute("resume", folder.resolve("stopped").toString(), "--backend=cpu"), err.toString());
        assertTrue(err.toString().contains("going on with the cases kept"), err.toString());
        // 400 steps of 20 replicas, agents and copies: 40 and 100 of them here, 10 before
        assertTrue(
                out.toString().contains(" s, 2.24e+06 agent-steps, beside 1.60e+05 kept from before"), out.toString());
        for (String file : TABLES) {
            assertEquals(
                    Files.readString(folder.resolve("whole").resolve(file)),
                    Files.readString(folder.resolve("stopped").resolve(file)),
                    file);
        }
    }

    @Test
    void aDamagedRequestIsRefusedInOneLine() throws IOException {
        Path request = folder.resolve("a/checkpoint/study.json");
        Files.createDirectories(request.getParent());
        Files.writeString(request, "{\"study\":\"chaos\",\"options\":[\"--replicas=1e99\"");
        assertEquals(2, execute("resume", folder.resolve("a").toString()));
        assertEquals(
                "murmuration: " + request
                        + ": is damaged, or was kept by another version; give the command of the study again",
                err.toString().strip());
    }

    /** Leaves the folder as a study does that ends after its first case: nothing can be written, later cases are taken away. */
    private void stop() throws IOException {
        Path blocked = folder.resolve("stopped/.murmuration/new");
        Files.createDirectories(blocked.getParent());
        Files.writeString(blocked, "in the way");
        assertEquals(3, study("mean-field-ou", "stopped"), err.toString());
        Path checkpoint = folder.resolve("stopped/checkpoint");
        assertTrue(Files.exists(checkpoint.resolve("agents-10.json")));
        Files.delete(checkpoint.resolve("agents-40.json"));
        Files.delete(checkpoint.resolve("steps-400.json"));
        Files.delete(blocked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sizes 2,10 | --sizes: 2 is not accepted; give a whole number from 3",
                "--sizes 10,10 | --sizes: 10,10 is not accepted; give ascending numbers",
                "--sizes 10.5 | --sizes: 10.5 is not accepted",
                "--replicas 1 | --replicas: 1 is not accepted; give a whole number from 2",
                "--replicas many | --replicas: many is not accepted; give a whole number from 2 to 1000000",
                "desai-zwanzig --steps 100 | time.steps: agents leave all bounds in steps of this length",
                "desai-zwanzig --set interaction.noise=0 | interaction.noise: 0 is not accepted",
                "no-such-scenario | no-such-scenario: no such file"
            })
    void badOptionsAreOneLine(String options, String message) {
        assertEquals(2, execute(("study chaos " + options).split(" ")));
        assertTrue(err.toString().contains(message), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    private int study(String scenario, String to) {
        return execute(
                "study",
                "chaos",
                scenario,
                "--sizes=10,40",
                "--replicas=20",
                "--steps=400",
                "--backend=cpu",
                "--out=" + folder.resolve(to));
    }

    private int execute(String... arguments) {
        return Murmuration.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
