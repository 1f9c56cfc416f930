package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudScenarioTest {

    private static final String GAUSSIAN = "data: {gaussian: {centre-variance: 0.8, variance: 0.05}}\n";

    @Test
    void defaults() {
        CloudScenario scenario = read(GAUSSIAN);
        assertEquals("my", scenario.name());
        assertEquals(new CloudData.Gaussian(0, 0.8, 0.05, 1), scenario.data());
        assertEquals(new CloudScore.Exact(), scenario.score());
        assertEquals(new CloudScenario.Clouds(100, 100, 1), scenario.population());
        assertEquals(new CloudScenario.Steps(1000, 0, CloudScenario.Spacing.QUADRATIC), scenario.time());
        assertEquals(CloudScenario.Start.INDEPENDENT, scenario.start());
        // N a^2/s^2 = N/(e^T - 1) is e^-8: T = log(1 + 100 e^8)
        assertEquals(8 + Math.log(100), scenario.diffusion().horizon(), 4e-6);
    }

    /** beta from 0.1 to 20 has the integral of 1 up to 12.6 at 2 * 12.6/20.1. */
    @Test
    void theDefaultHorizonIsOneOfTheWholeNoise() {
        CloudScenario scenario = read(GAUSSIAN + "diffusion: {preserving: {first: 0.1, last: 20}}\n");
        assertEquals(2 * (8 + Math.log(100)) / 20.1, scenario.diffusion().horizon(), 1e-6);
        CloudScenario exploding = read(GAUSSIAN + "diffusion: {exploding: {least: 0.01}}\n");
        double ratio = ((ForwardNoise.Exploding) exploding.diffusion()).ratio();
        assertEquals(Math.exp(-8), 100 / (0.0001 * (ratio * ratio - 1)), 1e-12);
        assertEquals(CloudScenario.Spacing.EVEN, exploding.time().clock());
    }

    /** The start has 100/4 points, and forgets these. */
    @Test
    void branchingStartsWithFewerPoints() {
        CloudScenario scenario = read(GAUSSIAN + "branching: {levels: {first: 1, last: 0.04, times: 2}}\n");
        assertEquals(
                new CloudScenario.Copying(2, 0.5, List.of(1.0, 0.2 * 0.2)),
                scenario.branching().orElseThrow());
        assertEquals(25, scenario.startPoints());
        assertEquals(8 + Math.log(25), scenario.diffusion().horizon(), 2e-5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {gaussian: {mean: -1e-3, centre-variance: 0, variance: 1e-5, dimension: 3}}\nscore: learned",
                "data: {shapes: three-shapes}\nscore: {independent: {clouds: 7, waves: 3}}\nstart: noised",
                "data: {shapes: {weights: [1, 3], mixtures: [{weights: [1], means: [[0, 1]], standard-deviations: [0.2]}, {weights: [1, 1], means: [[0, 1], [1, 0]], standard-deviations: [0.1, [1, 2]]}]}}",
                "data: {surfaces: {kinds: [box], clouds: 2, points: 3, seed: -4, upsampling: 5, bandwidth: 0.3}}\ntime: {steps: 3, end: 0.01, clock: even}",
                "data: {files: {names: ['a \"b\".npy', ../c.xyz], upsampling: 3, bandwidth: 0.1}}\noutput: {ply-files: 0, compared: 2}",
                GAUSSIAN
                        + "diffusion: {exploding: {least: 0.1, ratio: 50}}\nbranching: {copies: 5, levels: [0.5, 0.25], widening: 1}",
            })
    void readsBack(String yaml) {
        String written = ScenarioWriter.toYaml(read(yaml));
        assertEquals(written, ScenarioWriter.toYaml(read(written)));
    }

    @Test
    void weightsOfShapesAreNormalisedWithANote() {
        String yaml = "model: cloud-diffusion\ndata: {shapes: {weights: [1, 3], mixtures: "
                + "[{weights: [1], means: [0], standard-deviations: [1]}, {weights: [1], means: [2], standard-deviations: [1]}]}}";
        ScenarioFile file = ScenarioReader.parse("my.yaml", yaml, Path.of(""), Map.of());
        assertEquals(
                List.of(0.25, 0.75),
                ((CloudData.Shapes) file.clouds().orElseThrow().data()).weights());
        assertEquals(List.of("my.yaml: data.shapes.weights: they sum to 4 and were divided by it"), file.notes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | data: missing; give one of gaussian, shapes, surfaces, files",
                "data: {} | data: a field is missing; give one of gaussian, shapes, surfaces, files",
                "data: {gausian: 1} | data.gausian: unknown field; did you mean gaussian?",
                "data: {gaussian: {variance: 1}} | data.gaussian.centre-variance: missing; give a number >= 0",
                "data: {gaussian: {centre-variance: 1, variance: 0}} | data.gaussian.variance: 0 is not accepted; give a positive number",
                "data: {gaussian: {centre-variance: -1, variance: 1}} | data.gaussian.centre-variance: -1 is not accepted; give a number >= 0",
                "data: {gaussian: {centre-variance: 1, variance: 1, dimension: 4}} | data.gaussian.dimension: dimension 4 is not accepted; give 1, 2 or 3",
                "data: {gaussian: {mean: 1e6, centre-variance: 1, variance: 1e-6}} | data.gaussian.variance: 1.0E-6 is not accepted; give the square of at least 2^-20 of the coordinates, which are float32",
                "data: {shapes: two-shapes} | data.shapes: two-shapes is not accepted; give three-shapes, or {weights: [..], mixtures: [..]}",
                "data: {shapes: {weights: [1], mixtures: []}} | data.shapes.mixtures: a list of 0 is not accepted; give 1, one per weight",
                "data: {shapes: {weights: [1], mixtures: [{weights: [1], means: [0], standard-deviations: [0]}]}} | data.shapes.mixtures[0]: components of shapes have positive standard-deviations alone",
                "data: {surfaces: {kinds: [sphere, bx]}} | data.surfaces.kinds[1]: bx is not accepted; did you mean box?",
                "data: {surfaces: {bandwidth: 0}} | data.surfaces.bandwidth: 0 is not accepted; give a positive number",
                "data: {surfaces: {upsampling: 0}} | data.surfaces.upsampling: 0 is not accepted; give a whole number of at least 1",
                "data: {files: {names: [], bandwidth: 1}} | data.files.names: an empty list is not accepted; give names of files of clouds",
                "data: {files: {names: [a.npy]}} | data.files.bandwidth: missing; give a positive number",
                "G score: lerned | score: lerned is not accepted; did you mean learned?",
                "G score: {learned: {waves: 29}} | score.learned.waves: 29 waves is not accepted; give at most 28",
                "G score: {learned: {clouds: 1}} | score.learned.clouds: 1 is not accepted; give a whole number of at least 2",
                "G initial: {point: 0} | initial: unknown field; ",
                "G population: {agents: 10} | population.agents: not a field of model cloud-diffusion; give clouds and points",
                "G population: {clouds: 0} | population.clouds: 0 is not accepted; give a whole number of at least 1",
                "G start: late | start: late is not accepted; ",
                "G time: {steps: 0} | time.steps: 0 is not accepted; give a whole number of at least 1",
                "G time: {end: 13} | time.end: 13 is not accepted; give less than the horizon 12.605",
                "G time: {clock: square} | time.clock: square is not accepted; ",
                "G diffusion: {exploding: {ratio: 1}} | diffusion.exploding.ratio: 1 is not accepted; give a number above 1",
                "G diffusion: {preserving: {horizon: -1}} | diffusion.preserving.horizon: -1 is not accepted; give a positive number",
                "G diffusion: {preserving: {}, exploding: {}} | diffusion: preserving with exploding is not accepted; give only one of preserving, exploding",
                "G branching: {} | branching.levels: missing; give a falling list of noises, or {first: .., last: .., times: ..}",
                "G branching: {copies: 3, levels: [1]} | population.points: 100 is not accepted; give a multiple of 3, that is copies to the power of levels",
                "G branching: {levels: [1, 1]} | branching.levels[1]: 1.0 is not accepted; give less than the 1.0 before",
                "G branching: {levels: [12]} | branching.levels[0]: 12.0 is not accepted; give levels that widened are at most the horizon 11.9",
                "G branching: {levels: []} | branching.levels: an empty list is not accepted; give at least one level of noise",
                "G output: {compared: 1} | output.compared: 1 is not accepted; give a whole number of at least 2",
            })
    void isRefusedInOneLine(String yaml, String start) {
        String given = yaml.equals("{}") ? "" : yaml.replaceFirst("^G ", GAUSSIAN);
        String message =
                assertThrows(ScenarioException.class, () -> read(given)).getMessage();
        assertTrue(message.startsWith("my.yaml: " + start) && !message.contains("\n"), message);
    }

    @Test
    void otherCommandsRefuseClouds() {
        ScenarioFile file = ScenarioReader.read("gaussian-clouds");
        assertEquals(
                "gaussian-clouds: model: cloud-diffusion is not accepted; give a model of agents; clouds are generated by the command run",
                assertThrows(ScenarioException.class, file::scenario).getMessage());
        assertTrue(ScenarioReader.read("kuramoto").clouds().isEmpty());
    }

    @Test
    void theNearestModelIsNamed() {
        String message = assertThrows(
                        ScenarioException.class,
                        () -> ScenarioReader.parse("my.yaml", "model: cloud-difusion", Path.of(""), Map.of()))
                .getMessage();
        assertTrue(message.contains("did you mean cloud-diffusion?"), message);
    }

    private static CloudScenario read(String yaml) {
        String whole = yaml.contains("model: ") ? yaml : "model: cloud-diffusion\n" + yaml;
        return ScenarioReader.parse("my.yaml", whole, Path.of("/data"), Map.of())
                .clouds()
                .orElseThrow();
    }
}
