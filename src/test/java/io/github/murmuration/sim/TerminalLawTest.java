package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.ScenarioReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("parity")
class TerminalLawTest {

    private static final int AGENTS = 300 * Tiling.BLOCK / 64 + 77;
    private static final double[] MEAN = {4, 4, 4, 4, 4, 4, 4, 4, 4, 4};
    private static final double[] VARIANCE = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

    private final Problem problem =
            Problem.of(ScenarioReader.read("demand-response-d10").scenario());
    private final List<Integer> told = new ArrayList<>();

    private TerminalLaw read(int threads) {
        try (Ensemble ensemble = Backends.select("cpu-scalar").open(problem.ensemble(AGENTS), threads);
                Crew<?> crew = Crew.of(threads)) {
            ensemble.start(problem.startReference());
            ensemble.advance(0, 1, rows());
            TerminalLaw law = new TerminalLaw(
                    Agents.of(ensemble, problem.ensemble(AGENTS)),
                    0,
                    MEAN,
                    VARIANCE,
                    50,
                    problem.ensemble(AGENTS).start().labels(),
                    Optional.empty());
            law.read(crew, (done, total) -> told.add(done));
            return law;
        }
    }

    private float[][] rows() {
        return problem.schedules().stream().map(schedule -> schedule.rows(0, 1)).toArray(float[][]::new);
    }

    @Test
    void isTheSameForAnyNumberOfThreads() {
        TerminalLaw one = read(1);
        for (int threads : new int[] {2, 5}) {
            TerminalLaw many = read(threads);
            for (int i = 0; i < MEAN.length; i++) {
                assertArrayEquals(one.covariance()[i], many.covariance()[i]);
                assertArrayEquals(
                        one.histograms().get(i).counts(),
                        many.histograms().get(i).counts());
            }
            assertEquals(one.energies(), many.energies());
        }
    }

    /** Covariances by a plain loop over all agents; every agent is in a histogram of each coordinate. */
    @Test
    void isThatOfTheAgents() {
        TerminalLaw law = read(3);
        double product = 0;
        try (Ensemble ensemble = Backends.select("cpu-scalar").open(problem.ensemble(AGENTS), 1)) {
            ensemble.start(problem.startReference());
            ensemble.advance(0, 1, rows());
            for (int b = 0; b < Tiling.alone(AGENTS).blocks(); b++) {
                float[][] x = ensemble.states(0, b);
                for (int a = 0; a < x[0].length; a++) {
                    product += (x[2][a] - 4.0) * (x[7][a] - 4.0);
                }
            }
        }
        assertEquals(product / AGENTS, law.covariance()[7][2], 1e-12 * AGENTS);
        assertEquals(law.covariance()[7][2], law.covariance()[2][7]);
        for (Histogram histogram : law.histograms()) {
            assertEquals(AGENTS, LongStream.of(histogram.counts()).sum());
        }
        assertTrue(told.get(told.size() - 1) == Tiling.alone(AGENTS).blocks(), told::toString);
    }
}
