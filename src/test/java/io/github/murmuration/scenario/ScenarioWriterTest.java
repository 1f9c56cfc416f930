package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario that is written and read back is the same to the last bit. */
class ScenarioWriterTest {

    @Test
    void writesEverythingOut() {
        Scenario scenario =
                BaseScenario.read("name: \"1e5\"\ntarget: {patterns: [0.1, -0.0]}\nguidance: [{custom: [1, 2, 3, 4]}]");
        String expected = """
                name: "1e5"
                model: guided-bridge
                initial:
                  mixture:
                    weights: [0.6, 0.4]
                    means: [[1.6], [5.5]]
                    standard-deviations: [[0.5], [0.7]]
                target:
                  patterns: [[0.1], [-0.0]]
                protocol:
                  breaks: [0.0, 0.25, 0.5, 0.75, 1.0]
                  beta: [2.0, 2.0, 2.0, 2.0]
                  guidance-shape: piecewise-constant
                guidance: [{custom: [[1.0], [2.0], [3.0], [4.0]]}]
                population: {agents: 100, seed: 1}
                time: {steps: 50, scheme: euler-maruyama}
                output: {moments-every: 1, paths: 3, histogram-bins: 200, checkpoint-every: 0, agent-energies: true}
                """;
        assertEquals(expected, ScenarioWriter.toYaml(scenario));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: base",
                "initial: {point: 7}",
                "initial: {samples: {file: npy/float32.npy}}",
                "population: {agents: 1e15, seed: -9223372036854775808}",
                "target: {mixture: {weights: [2, 1, 4], means: [0.1, 1e-30, 3e16], covariances: [0.3, [[2]], {standard-deviations: [0.3]}]}}",
                "model: lqg\ninitial: {point: [0, 1]}\ntarget: {gaussian: {mean: [0, 1], covariance: [[1, 0.1], [0.1, 1]]}}\ndrift: {matrix: [[0.1, -2], [3, 1e-9]]}\ncost: {matrix: 3}\nprotocol: {breaks: [0, 0.3, 1], guidance-shape: piecewise-linear}",
                "protocol: {breaks: [0, 0.1, 0.3, 1], beta: {first: 12, ratio: 0.65}, guidance-shape: piecewise-linear}",
            })
    void readsBackToTheSameScenario(String edits) {
        assertReadsBack(BaseScenario.read(edits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: base",
                "  noise: {x: {w: 1, z: mv, x: v}, v: {v: sigma, w: x - -1, z: 2}}",
                "  boundary: {x: {reflecting: [none, 0.1]}, v: {absorbing: [-1, none]}}",
                "  marks: {omega: {samples: [1, 2.5e-20]}, heavy: {mixture: {weights: [1, 2], means: [0, 1], standard-deviations: [1, 0]}}}",
                "  marks: {omega: {uniform: [-pi, 0.1]}, heavy: {gaussian: {mean: 1e10, standard-deviation: 0.1}}}",
                "  parameters: {kappa: -t^-2/(1 - 3), sigma: {steps: {times: [1, 2], values: [0.1, 1e30]}}, gain: -1.5, drive: 'where(not (t > 1) and t <= 2, 1, 0)'}",
                "  cost: variance(x) - (covariance(x, v) - mean(v, 2))*label^2^-x",
                "  state: [on, null]\n  drift: {on: null, null: on*gain}\n  noise: {on: 1}\n  common-noise: {null: 1}\n  boundary: {}\n  cost: on\n  means: {true: on}\nobserve: {a: t, b: {running-min: a}, c: {running-max: a}}",
                "initial: {mixture: {weights: [1, 3], means: [[0, 1], [1, 0]], standard-deviations: [1, 1]}, sizes: fixed}\ntime: {steps: 3, scheme: heun, noise-per-step: 8}",
            })
    void modelOfAUserReadsBack(String edits) {
        Scenario scenario = CustomBase.read(edits);
        assertReadsBack(scenario);
        Scenario read = readBack(scenario);
        assertEquals(scenario.dynamics(), read.dynamics());
        assertEquals(scenario.time(), read.time());
    }

    @ParameterizedTest
    @MethodSource("io.github.murmuration.scenario.BundledScenarios#names")
    void bundledScenarioReadsBack(String name) {
        assertReadsBack(ScenarioReader.read(name).experiment());
    }

    /** Bit patterns at random are doubles of every size that a coordinate may have. Their text, 3.5 MB, is beyond the YAML parser's own limit. */
    @Test
    void everyDoubleReadsBack() {
        double[] numbers = new SplittableRandom(1)
                .longs(150_000)
                .mapToDouble(Double::longBitsToDouble)
                .filter(x -> Math.abs(x) < 1e17)
                .toArray();
        numbers[0] = Double.MIN_VALUE;
        numbers[1] = -0.0;
        Scenario scenario = Scenario.builder()
                .initial(Law.point(numbers))
                .target(Law.samples(new double[][] {numbers}))
                .build();
        Law.Point read = (Law.Point) readBack(scenario).initial();
        assertArrayEquals(numbers, read.at());
    }

    private static void assertReadsBack(Experiment experiment) {
        String yaml = ScenarioWriter.toYaml(experiment);
        Experiment read =
                ScenarioReader.parse("written", yaml, Path.of(""), Map.of()).experiment();
        assertEquals(yaml, ScenarioWriter.toYaml(read));
    }

    private static Scenario readBack(Scenario scenario) {
        return ScenarioReader.parse("written", ScenarioWriter.toYaml(scenario), Path.of(""), Map.of())
                .scenario();
    }
}
