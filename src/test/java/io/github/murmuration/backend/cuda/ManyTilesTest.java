package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.sim.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More than 256 tiles: totals take a second pass, and sums need not fit in one batch. */
@Tag("parity")
class ManyTilesTest {

    private static final long AGENTS = 300_001;
    private static final int STEPS = 2;

    @Test
    void totalsOverManyTilesAreThoseOfTheReference() {
        assumeTrue(Installation.found().usable(), Installation.found().problem());
        Problem problem = Problem.of(TestScenarios.demandResponse(1, AGENTS, 8, Scheme.POSTERIOR_MEAN));
        assertArrayEquals(sums(problem, Backends.select("cpu-scalar")), sums(problem, new CudaBackend()));
    }

    private static double[][] sums(Problem problem, Backend backend) {
        try (Ensemble ensemble = backend.open(problem.ensemble(AGENTS), 0)) {
            ensemble.start(problem.startReference());
            float[][] rows = problem.schedules().stream()
                    .map(schedule -> schedule.rows(0, STEPS))
                    .toArray(float[][]::new);
            return ensemble.advance(0, STEPS, rows);
        }
    }
}
