package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.DivergenceException;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

    @TempDir
    private Path folder;

    @Test
    void recordsTheTimesAskedForAndTheEnd() {
        Scenario scenario = demandResponse(2000, 40, new Output(16, 0, 0, 0));
        double[] times = run(scenario).guidances().get(0).moments().times();
        assertArrayEquals(new double[] {0, 16 / 40.0, 32 / 40.0, 1}, times, 1e-15);
    }

    @Test
    void sparseRecordsAreTheDenseOnesAtTheirTimes() {
        MomentSeries dense = run(demandResponse(2000, 40, new Output(1, 0, 0, 0)))
                .guidances()
                .get(1)
                .moments();
        MomentSeries sparse = run(demandResponse(2000, 40, new Output(16, 0, 0, 0)))
                .guidances()
                .get(1)
                .moments();
        int[] where = {0, 16, 32, 40};
        for (int k = 0; k < where.length; k++) {
            assertArrayEquals(dense.mean()[where[k]], sparse.mean()[k]);
            assertArrayEquals(dense.variance()[where[k]], sparse.variance()[k]);
            assertArrayEquals(dense.power()[where[k]], sparse.power()[k]);
        }
    }

    /** 16384 agents fill a block; the last path lies in the third. */
    @Test
    void pathsGoOnBeyondTheFirstBlock() {
        int paths = 2 * 16384 + 5;
        RunResult run = run(demandResponse(paths, 8, new Output(4, paths, 0, 0)));
        for (GuidanceResult result : run.guidances()) {
            assertEquals(paths, result.paths().length);
            for (int k = 0; k < 3; k++) {
                int at = k;
                double mean = Arrays.stream(result.paths())
                        .mapToDouble(path -> path[at][0])
                        .average()
                        .orElseThrow();
                assertEquals(result.moments().mean()[k][0], mean, 1e-5, "time " + k);
            }
        }
    }

    @Test
    void pathsAreThoseOfThePopulationsFirstAgents() {
        RunResult few = run(demandResponse(3, 40, new Output(8, 3, 0, 0)));
        RunResult many = run(demandResponse(30000, 40, new Output(8, 3, 0, 0)));
        for (int path = 0; path < 3; path++) {
            float[][] expected = few.guidances().get(2).paths()[path];
            assertArrayEquals(expected, many.guidances().get(2).paths()[path]);
        }
        double mean = 0;
        for (int path = 0; path < 3; path++) {
            mean += few.guidances().get(2).paths()[path][5][0] / 3.0;
        }
        assertEquals(few.guidances().get(2).terminalMean()[0], mean, 1e-6);
    }

    @Test
    void subPopulationsAddUpToTheWhole() {
        RunResult result = run(demandResponse(20000, 16, new Output(1, 0, 0, 0)));
        GuidanceResult guidance = result.guidances().get(0);
        double[] share = new double[2];
        share[0] =
                (guidance.energy().value() - guidance.energyByComponent().get(1).value())
                        / (guidance.energyByComponent().get(0).value()
                                - guidance.energyByComponent().get(1).value());
        share[1] = 1 - share[0];
        // 20 000 draws with probability 0.6: 5 standard deviations are 0.0173
        assertEquals(0.6, share[0], 0.0174);
        for (int k = 0; k <= 16; k++) {
            double mean = share[0] * guidance.componentMoments().get(0).mean()[k][0]
                    + share[1] * guidance.componentMoments().get(1).mean()[k][0];
            assertEquals(guidance.moments().mean()[k][0], mean, 1e-5);
        }
        assertEquals(
                guidance.energy().value(),
                Arrays.stream(guidance.energyByCoordinate()).sum(),
                1e-4);
    }

    @Test
    void histogramsHoldEveryAgent() {
        RunResult result = run(demandResponse(5000, 16, new Output(1, 0, 40, 0)));
        Histogram histogram = result.guidances().get(0).histograms().get(0);
        assertEquals(5000, Arrays.stream(histogram.counts()).sum());
        double mean = 0;
        for (int bin = 0; bin < 40; bin++) {
            mean += histogram.counts()[bin] * (histogram.low() + (bin + 0.5) * histogram.width()) / 5000;
        }
        assertEquals(result.guidances().get(0).terminalMean()[0], mean, histogram.width());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aResumedRunEndsInTheSameBits(boolean agentEnergies) {
        Scenario scenario = demandResponse(40000, 40, new Output(4, 2, 20, 16).agentEnergies(agentEnergies));
        RunResult whole = run(scenario);
        Problem problem = Problem.of(scenario);
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            RunResult rest =
                    new Simulation(problem, Backends.select("cpu-scalar"), 2, Progress.NONE, folder).resume(checkpoint);
            for (int g = 0; g < 3; g++) {
                assertSame(whole.guidances().get(g), rest.guidances().get(g));
            }
        }
    }

    /** Agents' energies are float32 sums over 40 steps: the two ways to the mean differ by some 1e-7 of it. */
    @Test
    void energiesNeedNotBeKeptAgentByAgent() {
        GuidanceResult kept = run(demandResponse(5000, 40, new Output(1, 0, 0, 0)))
                .guidances()
                .get(0);
        GuidanceResult summed = run(demandResponse(5000, 40, new Output(1, 0, 0, 0).agentEnergies(false)))
                .guidances()
                .get(0);
        assertArrayEquals(kept.moments().power(), summed.moments().power());
        assertEstimate(kept.energy(), summed.energy());
        assertEquals(2, summed.energyByComponent().size());
        for (int k = 0; k < 2; k++) {
            assertEstimate(
                    kept.energyByComponent().get(k), summed.energyByComponent().get(k));
        }
    }

    private static void assertEstimate(Estimate kept, Estimate summed) {
        assertEquals(kept.value(), summed.value(), 1e-6 * kept.value());
        assertTrue(kept.standardError() > 0);
        assertTrue(Double.isNaN(summed.standardError()));
    }

    @Test
    void anUnstableSchemeStopsTheRunAndNamesTheAgent() {
        Scenario scenario = demandResponse(100, 200, new Output(1, 0, 0, 0)).toBuilder()
                .protocol(Protocol.equalIntervals(1e6))
                .build();
        FailedRun failed = assertThrows(FailedRun.class, () -> run(scenario));
        DivergenceException thrown = (DivergenceException) failed.getCause();
        // beta dt^2 = 25: the drift multiplies deviations by 1 - omega dt = -4 a step, so 1e17 is passed near step 28
        assertTrue(thrown.step() > 15 && thrown.step() < 40, thrown.getMessage());
    }

    @Test
    void startsFromRowsInTurn() {
        Scenario scenario = demandResponse(7, 8, new Output(1, 7, 0, 0)).toBuilder()
                .initial(Law.samples(new double[][] {{1}, {2}, {3}}))
                .build();
        float[][][] paths = run(scenario).guidances().get(0).paths();
        float[] starts = new float[7];
        for (int path = 0; path < 7; path++) {
            starts[path] = paths[path][0][0];
        }
        assertArrayEquals(new float[] {1, 2, 3, 1, 2, 3, 1}, starts);
    }

    private static void assertSame(GuidanceResult expected, GuidanceResult actual) {
        assertArrayEquals(expected.moments().mean(), actual.moments().mean());
        assertArrayEquals(expected.moments().variance(), actual.moments().variance());
        assertArrayEquals(expected.moments().power(), actual.moments().power());
        assertArrayEquals(expected.energyByCoordinate(), actual.energyByCoordinate());
        assertArrayEquals(expected.terminalCovariance(), actual.terminalCovariance());
        assertEquals(expected.energy(), actual.energy());
        assertEquals(expected.energyByComponent(), actual.energyByComponent());
        assertArrayEquals(
                expected.histograms().get(0).counts(),
                actual.histograms().get(0).counts());
        for (int i = 0; i < expected.density().times().length; i++) {
            Histogram then = expected.density().histograms()[i][0];
            Histogram again = actual.density().histograms()[i][0];
            assertEquals(then.low(), again.low());
            assertEquals(then.width(), again.width());
            assertArrayEquals(then.counts(), again.counts());
        }
    }

    private RunResult run(Scenario scenario) {
        return new Simulation(Problem.of(scenario), Backends.select("cpu"), 0, Progress.NONE, folder).run();
    }

    private static Scenario demandResponse(long agents, int steps, Output output) {
        return TestScenarios.demandResponse(1, agents, steps, Scheme.EULER_MARUYAMA).toBuilder()
                .output(output)
                .build();
    }
}
