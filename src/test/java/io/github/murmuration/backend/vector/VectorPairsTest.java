package io.github.murmuration.backend.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.host.HostEnsemble;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Problem;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs with loops that were made for their pairs have the bits of the scalar reference, from the first pair on and from some pair on. */
@Tag("parity")
class VectorPairsTest {

    private static final int STEPS = 3;

    private static final String SWARM = """
            model: custom
            dynamics:
              state: [x, y]
              marks: {w: {uniform: [0.5, 1.5]}}
              pairs:
                p: other.w*(other.x - x)/(0.1 + (other.x - x)^2 + (other.y - y)^2)^0.6
                q: sin(other.y)*(other.x - x)
              partners: %s
              drift: {x: p + q, y: q}
              noise: {x: 0.1, y: 0.1}
              boundary: {x: {periodic: [-2, 2]}}
              horizon: 0.3
            initial: {gaussian: {mean: [0, 0], standard-deviation: [1, 1]}}
            population: {agents: 300, seed: 5}
            time: {steps: 3}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"all; 0", "all; 100000", "{batch: 7}; 0", "{batch: 7}; 1000", "{within: 0.4}; 0"})
    void areTheReferencesToTheBit(String partners, long few) {
        Problem problem = Problem.of(ScenarioReader.parse("test", SWARM.formatted(partners), Path.of(""), Map.of())
                .scenario());
        EnsembleSpec spec = problem.ensemble(300);
        VectorPairs pairs = new VectorPairs(few);
        try (Ensemble expected = Backends.select("cpu-scalar").open(spec, 1);
                Ensemble actual = new HostEnsemble(spec, 2, () -> VectorKernel.of(spec), pairs::kernel)) {
            assertArrayEquals(states(problem, expected), states(problem, actual));
        }
    }

    private static float[][] states(Problem problem, Ensemble ensemble) {
        ensemble.start(problem.startReference());
        for (int k = 0; k < STEPS; k++) {
            ensemble.advance(k, 1, new float[][] {problem.schedules().get(0).rows(k, 1)});
        }
        return ensemble.states(0, 0);
    }
}
