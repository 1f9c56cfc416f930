package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.scenario.ScenarioWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sensitivities change no bit of what else a run gives, have the same bits on every backend, and go on from a checkpoint. */
@Tag("parity")
class SensitivityBitsTest {

    private static final String CIRCLE = """
            name: test
            model: custom
            dynamics:
              state: [theta, v, z]
              sources: {w: agent}
              parameters: {k: 1.5, s: 0, r: 0.2}
              means: {c: cos(theta), s_: sin(theta)}
              drift:
                theta: v
                v: -k*(c*sin(theta) - s_*cos(theta)) - r*v + variance(z*v)
                z: -k*z + covariance(z, v, 2)
              noise: {theta: s, v: {w: r, v: 0.5}, z: {w: "sqrt(max(z, 0))*r"}}
              common-noise: {v: s + r*mean(v)}
              boundary: {theta: {periodic: [-1, 4]}, z: {reflecting: [0, 2]}}
              cost: k*v^2 + r
              horizon: 1
            observe: {order: sqrt(c^2 + s_^2), beyond: "mean(where(z > 1, 1, 0))"}
            initial: {mixture: {weights: [0.3, 0.7], means: [[0, 1, 1], [3, 0, 0]], covariances: [[[1, 0.2, 0], [0.2, 1, 0], [0, 0, 0.3]], {standard-deviations: [1, 1, 0.4]}]}}
            population: {agents: 1500, seed: 3}
            time: {steps: 12}
            output: {paths: 3, histogram-bins: 8, checkpoint-every: 6, sensitivities: [k, s, r]}
            """;

    /** Linear, so that states are measured from a centre. */
    private static final String LINE = """
            name: test
            model: custom
            dynamics:
              state: [x, y]
              marks:
                m: {uniform: [0, 1]}
              parameters: {k: 1.5, s: 0.3, r: 0.2}
              drift:
                x: 5 - k*(x - y) + s*m
                y: r*mean(x) - y/k
              noise: {x: s}
              horizon: 1
            initial: {gaussian: {mean: [1000, 2], standard-deviation: [1, 1]}}
            population: {agents: 1500, seed: 3}
            time: {steps: 12}
            output: {paths: 3, histogram-bins: 8, checkpoint-every: 6, sensitivities: [k, s, r]}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {CIRCLE, LINE})
    void nothingElseChanges(String yaml) {
        Scenario scenario = read(yaml);
        Scenario without = scenario.toBuilder()
                .output(scenario.output().sensitivities(List.of()))
                .build();
        assertArrayEquals(RunBits.of(run(without, "cpu")), RunBits.of(run(scenario, "cpu")));
    }

    @ParameterizedTest
    @ValueSource(strings = {CIRCLE, LINE})
    void backendsAgree(String yaml) {
        Scenario scenario = read(yaml);
        Object[] scalar = sensitivities(run(scenario, "cpu-scalar"));
        assertArrayEquals(scalar, sensitivities(run(scenario, "cpu")));
        Problem problem = Problem.of(scenario);
        assertArrayEquals(RunBits.ofReplicas(problem, "cpu-scalar", 1, 5), RunBits.ofReplicas(problem, "cpu", 2, 5));
    }

    @Test
    void aCheckpointGoesOn() {
        Scenario scenario = read(CIRCLE);
        RunResult whole = run(scenario, "cpu");
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertEquals(scenario.output(), checkpoint.scenario().output());
            RunResult rest = new Simulation(
                            Problem.of(checkpoint.scenario()), Backends.select("cpu"), 1, Progress.NONE, folder)
                    .resume(checkpoint);
            assertArrayEquals(sensitivities(whole), sensitivities(rest));
        }
    }

    /** What jumps where agents are has no derivative that a path sees: it is left out, and a note says so. */
    @Test
    void aJumpThatIsObservedIsLeftOut() {
        RunResult result = run(read(CIRCLE), "cpu");
        for (SensitivitySeries one : result.guidances().get(0).sensitivities()) {
            boolean jumps = one.quantity().equals("beyond");
            assertEquals(jumps, Double.isNaN(one.last().value()), one.name());
        }
        assertTrue(result.notes().stream()
                .anyMatch(note -> note.text()
                        .equals("the derivative of beyond by k is left out: z > 1 jumps where k moves it, and no"
                                + " derivative sees that")));
    }

    private static Object[] sensitivities(RunResult run) {
        return run.guidances().get(0).sensitivities().stream()
                .map(one -> new Object[] {one.name(), one.values(), one.standardErrors()})
                .toArray();
    }

    private static Scenario read(String yaml) {
        Scenario scenario =
                ScenarioReader.parse("test", yaml, Path.of(""), Map.of()).scenario();
        String written = ScenarioWriter.toYaml(scenario);
        return ScenarioReader.parse("test", written, Path.of(""), Map.of()).scenario();
    }

    private RunResult run(Scenario scenario, String backend) {
        return new Simulation(Problem.of(scenario), Backends.select(backend), 0, Progress.NONE, folder).run();
    }
}
