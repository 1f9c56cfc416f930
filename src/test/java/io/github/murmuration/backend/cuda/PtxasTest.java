package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.RandomTapes;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.BundledModels;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.RandomModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The toolkit's assembler accepts what a tape becomes, and has registers enough for every bundled model. */
class PtxasTest {

    private static final String NO_SPILLS = "0 bytes stack frame, 0 bytes spill stores, 0 bytes spill loads";

    /** Alignment of headings in a plane that is a torus. */
    private static final String PAIRS = """
            model: custom
            dynamics:
              state: [x, y, a]
              pairs:
                align: sin(other.a - a)/(1 + (other.x - x)^2 + (other.y - y)^2)^0.4
                near: where((other.x - x)^2 + (other.y - y)^2 < 0.01, 1, 0)
              partners: PARTNERS
              drift: {x: cos(a), y: sin(a), a: align/(0.01 + near)}
              boundary: {x: {periodic: [0, 1]}, y: {periodic: [0, 1]}}
              horizon: 1
            initial: {gaussian: {mean: [0, 0, 0], standard-deviation: 1}}
            population: {agents: 1e6}
            time: {steps: 10}
            """;

    private static final int LARGE = 6;

    private static String template;
    private static String pairs;
    private static Path assembler;

    @TempDir
    private Path folder;

    /** Those with most operations first. */
    private static List<String> models() {
        return BundledModels.names().stream()
                .sorted(Comparator.comparingInt(PtxasTest::operations).reversed())
                .toList();
    }

    static List<String> largeModels() {
        return models().subList(0, LARGE);
    }

    static List<String> otherModels() {
        return models().subList(LARGE, models().size());
    }

    private static int operations(String name) {
        return StepPtxTest.step(spec(name)).program().agent().operations();
    }

    private static EnsembleSpec spec(String name) {
        return Problem.of(ScenarioReader.read(name, Map.of()).scenario()).ensemble(1_000_000);
    }

    @BeforeAll
    static void needsTheToolkit(@TempDir Path target) throws IOException, InterruptedException {
        Path classes = target.resolve("classes");
        Process build = new ProcessBuilder("kernels/build", classes.toString(), "step")
                .inheritIO()
                .start();
        assertEquals(0, build.waitFor(), "kernels/build");
        Path step = classes.resolve("io/github/murmuration/backend/cuda/compiled.ptx");
        assumeTrue(Files.exists(step), "there is no nvcc");
        template = Files.readString(step);
        pairs = Files.readString(step.resolveSibling("compiled_pairs.ptx"));
        assembler = toolkit("ptxas");
    }

    /** Where kernels/build looks for nvcc. */
    private static Path toolkit(String tool) {
        String home = System.getenv().getOrDefault("CUDA_HOME", "/usr/local/cuda");
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of(home + "/bin"))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("otherModels")
    void otherBundledModelsDoNotSpill(String name) throws IOException, InterruptedException {
        largeBundledModelsDoNotSpill(name);
    }

    @ParameterizedTest
    @MethodSource("largeModels")
    void largeBundledModelsDoNotSpill(String name) throws IOException, InterruptedException {
        String report = assemble(spec(name), "sm_90");
        assertTrue(report.contains(NO_SPILLS), report);
        assertTrue(
                report.lines().filter(line -> line.contains("spill")).allMatch(line -> line.contains(NO_SPILLS)),
                report);
    }

    @Test
    void anyOperationIsAssembled() throws IOException, InterruptedException {
        assemble(RandomTapes.spec(5, 5, 2, 60, true, Tiling.replicas(100, 0, 11), 2), "sm_80");
    }

    /** All three ways to choose partners. */
    @ParameterizedTest
    @ValueSource(strings = {"all", "{batch: 64}", "{within: 0.1}"})
    void pairMeansDoNotSpill(String partners) throws IOException, InterruptedException {
        String report = assemblePairs(PAIRS.replace("PARTNERS", partners));
        assertTrue(report.contains(NO_SPILLS), report);
        assertTrue(
                report.lines().filter(line -> line.contains("spill")).allMatch(line -> line.contains(NO_SPILLS)),
                report);
    }

    private String assemblePairs(String yaml) throws IOException, InterruptedException {
        EnsembleSpec spec = Problem.of(ScenarioReader.parse("test", yaml, Path.of(""), Map.of())
                        .scenario())
                .ensemble(1_000_000);
        return assemble(PairPtx.of(pairs, PairPlan.of(spec, spec.tiling()).orElseThrow()), "sm_90");
    }

    @Test
    void aModelMadeAtRandomIsAssembled() throws IOException, InterruptedException {
        assemble(Problem.of(RandomModels.of(1)).ensemble(Tiling.replicas(5000, 0, 3), 1), "sm_90");
    }

    private String assemble(EnsembleSpec spec, String target) throws IOException, InterruptedException {
        return assemble(StepPtx.of(template, StepPtxTest.step(spec), spec), target);
    }

    private String assemble(String ptx, String target) throws IOException, InterruptedException {
        assertFalse(ptx.contains("// splice"));
        Path file = Files.writeString(folder.resolve("step.ptx"), ptx);
        Process process = new ProcessBuilder(
                        assembler.toString(), "-v", "-arch", target, file.toString(), "-o", "/dev/null")
                .redirectErrorStream(true)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), report);
        return report;
    }
}
