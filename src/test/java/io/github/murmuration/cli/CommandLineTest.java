package io.github.murmuration.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aRunLeavesEveryOutputAndPrintsTheExactEnergies() throws IOException {
        int status = execute("run", "demand-response", "--agents", "20_000", "--steps", "64", "--out", at("run"));
        assertEquals(0, status, err.toString());
        // exact energies of the one-dimensional study, by quadrature
        Stream.of("12.8", "16.8", "14.9")
                .forEach(energy -> assertTrue(out.toString().contains(energy), out.toString()));
        for (String file : List.of(
                "summary.json",
                "moments.csv",
                "moments.npz",
                "paths.npz",
                "density.npz",
                "histogram.csv",
                "report.html",
                "mean.svg")) {
            assertTrue(Files.size(folder.resolve("run").resolve(file)) > 0, file);
        }
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("run/summary.json").toFile());
        assertEquals(20000, summary.get("agents").asLong());
        assertEquals(12.816708, summary.at("/exact/mean-field/energy").asDouble(), 1e-5);
        assertEquals(64, summary.get("steps").asInt());
    }

    @Test
    void jsonIsAllThereIsOnStandardOutput() throws IOException {
        execute("run", "demand-response", "--agents=1e3", "--steps=16", "--json", "--out", at("run"));
        JsonNode summary = new ObjectMapper().readTree(out.toString());
        assertEquals("demand-response", summary.get("name").asText());
    }

    /** An option of the command that failed, not of the program. */
    @Test
    void tracesAreShownOnRequestOnly() {
        assertEquals(2, execute("run", "no-such-scenario", "--out", at("run")));
        assertFalse(err.toString().contains("\tat "), err.toString());
        assertEquals(2, execute("run", "no-such-scenario", "--debug", "--out", at("run")));
        assertTrue(err.toString().contains("\tat io.github.murmuration"), err.toString());
    }

    @Test
    void oneAgentHasNoStandardErrors() throws IOException {
        assertEquals(
                0, execute("run", "demand-response", "--agents=1", "--steps=16", "--out", at("run")), err.toString());
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("run/summary.json").toFile());
        JsonNode zero = summary.at("/results/zero");
        assertTrue(zero.get("energy-standard-error").isNull());
        zero.get("energy-by-component-standard-error").forEach(error -> assertTrue(error.isNull(), zero.toString()));
        assertTrue(summary.get("notes").toString().contains("one agent has no standard errors"));
        assertFalse(err.toString().contains("no figures"), err.toString());
        assertTrue(err.toString().contains("note: one agent has no standard errors"), err.toString());
        assertFalse(out.toString().contains("NaN") || out.toString().contains("nfinit"), out.toString());
    }

    @Test
    void quietSaysNothing() {
        assertEquals(0, execute("run", "demand-response", "--agents=100", "--steps=8", "--quiet", "--out", at("run")));
        assertEquals("", out.toString() + err);
    }

    @Test
    void theSameSeedGivesTheSameFilesOnEveryBackend() throws IOException {
        for (String backend : List.of("cpu", "cpu-scalar")) {
            String[] run = {
                "run", "demand-response", "--agents=5e3", "--steps=16", "--backend", backend, "--out", at(backend)
            };
            assertEquals(0, execute(run), err.toString());
        }
        for (String file : List.of("moments.csv", "component-moments.csv", "histogram.csv")) {
            String vector = Files.readString(folder.resolve("cpu").resolve(file));
            assertEquals(vector, Files.readString(folder.resolve("cpu-scalar").resolve(file)), file);
        }
        assertEquals(-1, Files.mismatch(folder.resolve("cpu/density.npz"), folder.resolve("cpu-scalar/density.npz")));
    }

    @Test
    void resumeEndsWhereTheRunDid() throws IOException {
        String[] run = {
            "run",
            "demand-response",
            "--agents=5e3",
            "--steps=32",
            "--set",
            "output.checkpoint-every=8",
            "--out",
            at("run")
        };
        assertEquals(0, execute(run), err.toString());
        String whole = Files.readString(folder.resolve("run/moments.csv"));
        Files.delete(folder.resolve("run/moments.csv"));
        assertEquals(0, execute("resume", at("run")), err.toString());
        assertEquals(whole, Files.readString(folder.resolve("run/moments.csv")));
    }

    @Test
    void theStudyOfPathsLeavesItsTablesFiguresAndPage() throws IOException {
        int status = execute(
                "study",
                "path-convergence",
                "--agents=200",
                "--steps=20",
                "--evaluations=1e6",
                "--patterns=100",
                "--out",
                at("study"));
        assertEquals(0, status, err.toString());
        for (String file : List.of("distances.csv", "tails.csv", "growth.svg", "summary.json", "report.html")) {
            assertTrue(Files.size(folder.resolve("study").resolve(file)) > 0, file);
        }
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("study/summary.json").toFile());
        assertEquals(2.4, summary.at("/tails/0/theory").asDouble(), 1e-9);
        assertEquals(100, summary.at("/distances/8/p").asInt());
        assertTrue(Files.readString(folder.resolve("study/report.html")).contains("Growth of the mean square"));
    }

    @Test
    void patternsFromAFileAreTakenInTheirOrder() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            rows.append(i % 7).append(',').append(i % 5).append('\n');
        }
        write("patterns.csv", rows.toString());
        Path scenario = write("listed.yaml", """
                initial: {point: [0, 0]}
                target: {patterns: {file: patterns.csv}}
                time: {steps: 20}
                """);
        assertEquals(
                0,
                execute(
                        "study",
                        "path-convergence",
                        scenario.toString(),
                        "--agents=100",
                        "--json",
                        "--out",
                        at("study")),
                err.toString());
        JsonNode summary = new ObjectMapper().readTree(out.toString());
        assertEquals(2, summary.get("dimension").asInt());
        assertEquals(32, summary.at("/distances/4/p").asInt());
    }

    @Test
    void listNamesScenariosAndStudies() {
        execute("list");
        assertTrue(out.toString().contains("demand-response-d10"));
        assertTrue(out.toString().contains("study path-convergence"));
    }

    @Test
    void driftAtAPointWhereItIsKnown() throws IOException {
        // beta = 0, one Gaussian component N(1, 0.25), start at 0: at t = 0 the drift is the mean displacement, 1
        Path scenario = write("bridge.yaml", """
                initial: {point: 0}
                target: {gaussian: {mean: 1, standard-deviation: 0.5}}
                """);
        Path points = write("points.csv", "t,z_0,x_0\n0,0,0\n0.5,0,1\n");
        assertEquals(
                0, execute("drift", scenario.toString(), "--guidance", "mean-field", "--points", points.toString()));
        String[] lines = out.toString().split("\\R");
        assertEquals("t,z_0,x_0,u_0", lines[0]);
        assertEquals(1.0, Double.parseDouble(lines[1].split(",")[3]), 1e-12);
        // t = 1/2: K = 1, h = 2 x = 2, yhat = (1 + 0.25 * 2)/(1 + 0.25) = 1.2, u = (1.2 - 1)/(1/2)
        assertEquals(0.4, Double.parseDouble(lines[2].split(",")[3]), 1e-12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "study path-convergence demand-response | 2 | initial: paths of this study start at one point; give point",
                "study path-convergence --patterns 5 | 2 | --patterns: 5 is not accepted; give a whole number from 10 to 1e6",
                "study path-convergence --horizon=-1 | 2 | --horizon: -1 is not accepted; give a positive number",
                "run no-such-file | 2 | no-such-file: no such file, and no bundled scenario of this name",
                "run demand-response --agents 0 | 2 | demand-response: population.agents: 0 is not accepted",
                "run demand-response --steps 7 | 2 | demand-response: time.steps: 7 is not accepted",
                "run demand-response --set time.stepz=9 | 2 | stepz",
                "run demand-response --backend fpga | 2 | --backend: fpga is not accepted; give one of auto, cpu, cpu-scalar",
                "run demand-response --threads -2 | 2 | --threads: -2 is not accepted",
                "run demand-response --agents 1e15 | 3 | 1,000,000,000,000,000 agents (coordinates: 1",
                "run demand-response --frobnicate | 2 | Unknown option: '--frobnicate'",
                "resume /nonexistent | 2 | holds no checkpoint",
                "drift demand-response --guidance mf --points p.csv | 2 | p.csv: no such file",
                "drift demand-response --guidance zero --points pom.xml | 2 | pom.xml: line 1, column 1: <?xml",
                "drift demand-response --guidance zero --points src/test/resources/scenario/good.csv | 2 | good.csv: line 1: \"x,y\" is not accepted; give the header t,z_0,x_0",
                "run demand-response --set output.histogram-bins=2147483647 | 3 | 6,442,450,941 bins of histograms",
                "run demand-response --agents 1e6 --set output.paths=1e6 | 3 | ask for fewer output.paths",
                "run demand-response --threads 1e5 | 2 | --threads: 1e5 is not accepted; give a whole number from 0 to 1024",
                "run demand-response --threads 0x8 | 2 | --threads: 0x8 is not accepted; give a whole number from 0 to 1024",
                "study chaos --sizes 0x10 | 2 | --sizes: 0x10 is not accepted; give a whole number from 3 to 100000000",
                "study chaos --replicas 1:30 | 2 | --replicas: 1:30 is not accepted; give a whole number from 2 to 1000000",
                "study path-convergence --patterns 10.5 | 2 | --patterns: 10.5 is not accepted; give a whole number from 10 to 1e6",
                "study path-convergence --horizon 1e13 | 2 | --horizon: 1e13 is not accepted; give a number of at most 1e12",
                "study path-convergence --noise curand | 2 | --noise: curand is not accepted; give philox",
                "study path-convergence --set study.constructoin=all | 2 | study.constructoin: unknown field",
                "study path-convergence --set study.construction=spiral | 2 | --construction: spiral is not accepted",
                "run demand-response --set study.name=chaos | 2 | study: a run has none; use murmuration study NAME",
                "study path-convergence --threads -1 | 2 | --threads: -1 is not accepted",
                "study path-convergence --construction symmetric,forward | 2 | --construction: forward is not accepted; give all, or some of backward-small-step, backward-exact, forward-one-step, forward-two-step, symmetric",
                "study path-convergence --construction all,symmetric | 2 | --construction: all is not accepted; give all alone, or some of backward-small-step, backward-exact, forward-one-step, forward-two-step, symmetric",
                "study path-convergence --construction all --agents 999 | 2 | population.agents: 999 is not accepted; give at least 1000 paths with --construction",
                "study path-convergence --construction all --evaluations 1e3 --steps 2 | 2 | --evaluations: 1000.0 is not accepted; give at least 2000000 for 1000 paths",
                "study path-convergence --horizon 0x1p3 | 2 | --horizon: 0x1p3 is not accepted; give a positive number",
                "study cloud-diffusion demand-response | 2 | demand-response: model: guided-bridge is not accepted; give cloud-diffusion",
                "study cloud-diffusion --budget 0 | 2 | --budget: 0 is not accepted; give a positive number",
                "frobnicate | 2 | frobnicate",
                "runn demand-response | 2 | did you mean run?",
                "study caos | 2 | did you mean chaos?",
                "run demand-response --agnets=10 | 2 | did you mean --agents?"
            })
    void failuresAreOneLineAndAStatus(String commandLine, int status, String message) {
        assertEquals(status, execute(commandLine.split(" ")));
        assertEquals(
                1,
                err.toString()
                        .lines()
                        .filter(line -> line.startsWith("murmuration: "))
                        .count(),
                err.toString());
        assertTrue(err.toString().contains(message), err.toString());
        assertFalse(err.toString().contains("\tat "), "no stack trace");
    }

    @Test
    void helpIsThatOfTheCommand() {
        assertEquals(0, execute("help", "run"));
        String asked = out.toString();
        assertEquals(0, execute("run", "--help"));
        assertEquals(asked, out.toString().substring(asked.length()));
        assertTrue(asked.startsWith("Usage: murmuration run"), asked);
    }

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        assertEquals(0, execute("--version"));
        String version = out.toString().strip().substring("murmuration ".length());
        assertTrue(Files.readString(Path.of("pom.xml")).contains("<version>" + version + "</version>"), version);
    }

    /** bash itself reads the script and completes the name of a study. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void shellsCompleteCommands() throws Exception {
        assertEquals(0, execute("completion"));
        String script = out
                + "COMP_WORDS=(murmuration study step-c); COMP_CWORD=2; _complete_murmuration; echo ${COMPREPLY[@]}";
        Process bash = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        assertEquals("step-convergence", new String(bash.getInputStream().readAllBytes(), UTF_8).strip());
    }

    @Test
    void anUnstableRunFailsWithStatusFourAndLeavesItsMoments() throws IOException {
        int status = execute(
                "run",
                "demand-response",
                "--agents=10",
                "--steps=200",
                "--set",
                "protocol.beta=1e6",
                "--out",
                at("run"));
        assertEquals(4, status);
        assertTrue(err.toString().contains("; take more time.steps or a smaller protocol.beta"), err.toString());
        assertTrue(Files.readString(folder.resolve("run/moments.csv")).startsWith("guidance,t,mean_0"));
    }

    @Test
    void listNamesTheBundledScenariosAndDoctorTheBackends() {
        assertEquals(0, execute("list"));
        assertTrue(out.toString().lines().anyMatch(line -> line.startsWith("demand-response-d32 ")));
        assertEquals(0, execute("doctor"));
        assertTrue(out.toString().contains("cpu-scalar   works"));
    }

    private int execute(String... args) {
        return Murmuration.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
