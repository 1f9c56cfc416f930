package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents that ends absorb, and averages over the others that act on them: the same bits on every backend. */
@Tag("parity")
class AbsorbedBitsTest {

    private static final String MODEL = """
            model: custom
            dynamics:
              state: [x, y]
              marks: {a: {uniform: [0, 1]}}
              drift:
                x: 0.5*(mean(x, 1) - x) + 0.3*variance(x) - 0.4*(1 - living) + 0.1*a
                y: covariance(x, cos(y)) + label*mean(exp(x))
              noise:
                x: 0.6*sqrt(1 + variance(x*y, 2))
                y: 0.3
              common-noise: {x: 0.1*living}
              boundary: {x: {absorbing: [-1, 1.25]}, y: {periodic: [0, 2*pi]}}
              cost: x^2 + living
              horizon: 1
            observe: {left: living, product: "covariance(x, sin(y), 2)"}
            initial:
              mixture: {weights: [0.7, 0.3], means: [[0, 1], [0.2, 2]], standard-deviations: [0.5, 0.3]}
            population: {agents: 1500, seed: 4}
            time: {steps: 12, noise-per-step: 2}
            """;

    private final Problem problem = Problem.of(
            ScenarioReader.parse("test", MODEL, Path.of(""), Map.of()).scenario());

    @Test
    void backendsGiveTheSameBits() {
        Object[] reference = RunBits.ofReplicas(problem, "cpu-scalar", 1, 3);
        assertArrayEquals(reference, RunBits.ofReplicas(problem, "cpu", 2, 3));
        assertArrayEquals(whole("cpu-scalar"), whole("cpu"));
        if (cuda()) {
            assertArrayEquals(reference, RunBits.ofReplicas(problem, "cuda", 1, 3));
            assertArrayEquals(whole("cpu"), whole("cuda"));
        }
        double[] living = run("cpu").guidances().get(0).observed().get("living");
        assertTrue(living[0] < 1 && living[0] > 0.9 && living[12] < 0.8 && living[12] > 0.2, () -> living[12] + "");
    }

    private Object[] whole(String backend) {
        return RunBits.of(run(backend));
    }

    private RunResult run(String backend) {
        return new Simulation(problem, Backends.select(backend), 1, Progress.NONE, null).run();
    }

    private static boolean cuda() {
        try {
            return Backends.select("cuda") != null;
        } catch (UnavailableException e) {
            return false;
        }
    }
}
