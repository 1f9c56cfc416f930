package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.study.CasesHere;
import io.github.murmuration.study.KeptCases;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.chaos.Chaos;
import io.github.murmuration.study.linearity.Linearity;
import io.github.murmuration.study.path.PathConvergence;
import io.github.murmuration.study.redistribution.Redistribution;
import io.github.murmuration.study.selfconsistent.SelfConsistent;
import io.github.murmuration.study.step.StepConvergence;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Linearity, self-consistency, redistribution, steps, and chaos under common noise from the command line to the report. */
class StudiesOfTheMeanTest {

    private static final String AGENTS = "population.agents";
    private static final List<String> PATHS = List.of("--evaluations=1e6", "--patterns=100");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Stream<Arguments> studies() {
        Function<Scenario, Study> linearity =
                scenario -> new Linearity(scenario, new Linearity.Effort(new long[] {100, 300}, 5));
        Function<Scenario, Study> selfConsistent =
                scenario -> new SelfConsistent(scenario, new SelfConsistent.Effort(0.7, 1e-6, 5));
        Function<Scenario, Study> redistribution = scenario -> new Redistribution(scenario, 6);
        Function<Scenario, Study> paths = StudiesOfTheMeanTest::paths;
        Function<Scenario, Study> chaos = scenario -> new Chaos(scenario, new int[] {10, 40}, 5);
        Function<Scenario, Study> steps =
                scenario -> new StepConvergence(scenario, new StepConvergence.Effort(2, 20, 1e-3));
        return Stream.of(
                Arguments.of("linearity", "linearity", List.of("--replicas=5", "--sizes=100,300"), linearity),
                Arguments.of("self-consistent", "linearity", List.of("--iterations=5"), selfConsistent),
                Arguments.of("redistribution", "linearity", List.of("--replicas=6"), redistribution),
                Arguments.of("chaos", "systemic-risk", List.of("--replicas=5", "--sizes=10,40"), chaos),
                Arguments.of("step-convergence", "mean-field-ou", List.of("--doublings=2", "--replicas=20"), steps),
                Arguments.of("path-convergence", patterns(), PATHS, paths));
    }

    /** Of a law, not of a list of patterns. */
    @Test
    @Tag("slow")
    void aStoppedStudyOfPathsResumesToTheSameTables() throws IOException {
        aStoppedStudyResumesToTheSameTables("path-convergence", "path-convergence", PATHS, StudiesOfTheMeanTest::paths);
    }

    private static Study paths(Scenario scenario) {
        return new PathConvergence(scenario, new PathConvergence.Effort(10, 100, 1e6));
    }

    /** Stopped at half of its work and resumed, a study leaves the tables of the whole one, byte by byte. */
    @ParameterizedTest
    @MethodSource("studies")
    void aStoppedStudyResumesToTheSameTables(
            String name, String source, List<String> options, Function<Scenario, Study> study) throws IOException {
        List<String> whole = new ArrayList<>(
                List.of("study", name, source, "--agents=600", "--steps=40", "--quiet", "--out", at("whole")));
        whole.addAll(options);
        assertEquals(0, execute(whole.toArray(String[]::new)), err.toString());

        Scenario scenario = ScenarioReader.read(source, Map.of(AGENTS, "600", "time.steps", "40"))
                .scenario();
        stop(study.apply(scenario), new KeptCases.Request(name, options, ScenarioWriter.toYaml(scenario)));
        assertTrue(Files.list(folder.resolve("stopped/checkpoint")).count() > 2, "some cases are kept");
        assertEquals(0, execute("resume", at("stopped")), err.toString());
        assertTrue(err.toString().contains("going on with the cases"), err.toString());
        assertTrue(out.toString().contains("kept from before"), out.toString());
        try (Stream<Path> files = Files.list(folder.resolve("whole"))) {
            List<Path> tables =
                    files.filter(file -> file.toString().endsWith(".csv")).toList();
            assertTrue(tables.size() >= 1, tables.toString());
            for (Path table : tables) {
                Path other = folder.resolve("stopped").resolve(table.getFileName());
                assertEquals(Files.readString(table), Files.readString(other), table.toString());
            }
        }
        assertTrue(Files.size(folder.resolve("stopped/report.html")) > 0);
    }

    /** A list of patterns, as a scenario file that is never removed. */
    private static String patterns() {
        try {
            Path file = Files.createTempFile("patterns", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, """
                    initial: {point: 1}
                    target: {patterns: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, -1, -2, -3]}
                    """).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop(Study study, KeptCases.Request request) throws IOException {
        KeptCases cases = KeptCases.in(folder.resolve("stopped"), request);
        Meter meter = new Meter(study.work(), (done, total) -> {
            if (done > total / 2) {
                throw new IllegalStateException("stopped");
            }
        });
        Resources resources = new Resources(Backends.select("cpu"), NoiseSource.PHILOX, 0, new CasesHere(cases), meter);
        assertThrows(IllegalStateException.class, () -> study.run(resources));
    }

    @ParameterizedTest
    @CsvSource({
        "linearity, thermostatic-load, 4",
        "self-consistent, thermostatic-load, 4",
        "redistribution, demand-response-d10, 40"
    })
    void othersThanTheDefaultScenario(String study, String scenario, int perAgent) {
        String agents = "--agents=" + 10 * perAgent;
        assertEquals(0, execute("study", study, scenario, agents, "--steps=40", "--out", at("out")), err.toString());
        assertTrue(out.toString().contains("report and data in"), out.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "linearity --sizes 100,100 | --sizes",
                "linearity --sizes 1.5 | --sizes",
                "linearity --replicas 3 | --replicas",
                "linearity kuramoto | model",
                "self-consistent --damping 1.5 | --damping",
                "self-consistent desai-zwanzig | model",
                "redistribution --set guidance=[zero] | guidance",
                "redistribution --agents 30 | population.agents",
                "redistribution mean-field-ou | model",
                "step-convergence --doublings 1 | --doublings: 1 is not accepted; give a whole number from 2 to 16",
                "step-convergence --steps 1e5 --doublings 16 | --doublings: 16 is not accepted; give so few that 100000 steps",
                "step-convergence --replicas 7 | --replicas",
                "step-convergence --accuracy 0 | --accuracy: 0 is not accepted; give a positive number",
                "step-convergence --agents 100 | population.agents: 100 is not accepted; give at least two for each of the 64",
                "step-convergence --noise curand | --noise: curand is not accepted; give philox",
                "step-convergence systemic-risk --set dynamics.boundary.x.absorbing=[-5,5] | dynamics.boundary: an end that absorbs",
                "step-convergence demand-response | model: guided-bridge is not accepted; give mean-field-ou, desai-zwanzig,",
                "step-convergence thermostatic-load | model: lqg is not accepted",
                "learned-scores rings | CLOUDS: rings is not accepted; give gaussian-clouds or three-shapes",
                "learned-scores --training 1 | --training: 1 is not accepted; give a whole number from 2 to",
                "learned-scores --ridge 0 | --ridge: 0 is not accepted; give a positive number",
                "learned-scores --noise curand | --noise: curand is not accepted; give philox",
                "hjb-scores rings | LAW: rings is not accepted; give checkerboard or mixture",
                "hjb-scores --points 99 | --points: 99 is not accepted; give a whole number from 100 to 100000",
                "hjb-scores --seeds 1 | --seeds: 1 is not accepted; give a whole number from 2 to 1000",
                "hjb-scores --noise curand | --noise: curand is not accepted; give philox"
            })
    void badOptionsAreRefusedInOneLine(String command, String said) {
        List<String> arguments = new ArrayList<>(List.of("study"));
        arguments.addAll(List.of(command.trim().split(" ")));
        arguments.addAll(List.of("--out", at("out")));
        assertEquals(2, execute(arguments.toArray(String[]::new)), command);
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains(said), err.toString());
    }

    @Test
    void theListNamesThem() {
        execute("list");
        for (String study : List.of("linearity", "self-consistent", "redistribution", "step-convergence")) {
            assertTrue(out.toString().contains("study " + study), out.toString());
        }
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private int execute(String... arguments) {
        return Murmuration.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
