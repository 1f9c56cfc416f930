package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Components of fixed sizes lie one after the other, in every replica. */
class FixedSizesTest {

    private static final double[] WEIGHTS = {0.25, 0.6, 0.15};

    @ParameterizedTest
    @CsvSource({"7, 40", "1023, 3", "5000, 2"})
    void agentsLieThereOnADevice(int agents, int replicas) {
        assumeTrue(cuda());
        agentsLieInConsecutiveBlocks("cuda", agents, replicas);
    }

    @ParameterizedTest
    @CsvSource({"cpu-scalar, 7, 1", "cpu, 7, 40", "cpu, 1023, 3", "cpu, 5000, 2", "cpu-scalar, 20000, 1"})
    void agentsLieInConsecutiveBlocks(String backend, int agents, int replicas) {
        Problem problem = Problem.of(scenario(agents));
        long[] sizes = ((Law.Mixture) problem.scenario().initial()).sizes(agents);
        Tiling tiling = new Tiling(agents, replicas);
        try (Ensemble ensemble = Backends.select(backend).open(problem.ensemble(agents, replicas, 1), 2)) {
            ensemble.start(problem.startReference());
            for (long[] counts : ensemble.labelCounts()) {
                assertArrayEquals(sizes, counts);
            }
            for (int b = 0; b < tiling.blocks(); b++) {
                byte[] labels = ensemble.labels(b);
                float[] x = ensemble.states(0, b)[0];
                for (int a = 0; a < labels.length; a++) {
                    long i = (tiling.firstAgent(b) + a) % agents;
                    int expected = i < sizes[0] ? 0 : i < sizes[0] + sizes[1] ? 1 : 2;
                    assertEquals(expected, labels[a], "agent " + i);
                    assertEquals(expected, Math.round(x[a] / 100), "agent " + i);
                }
            }
        }
    }

    private static boolean cuda() {
        try {
            return Backends.select("cuda") != null;
        } catch (UnavailableException e) {
            return false;
        }
    }

    /** Paths are those of the first agents of the whole population. */
    @ParameterizedTest
    @CsvSource({"7", "2000"})
    void pathsStartInTheFirstComponent(int agents) {
        RunResult run =
                new Simulation(Problem.of(scenario(agents)), Backends.select("cpu"), 1, Progress.NONE, null).run();
        long first = Math.round(agents * WEIGHTS[0]);
        float[][][] paths = run.guidances().get(0).paths();
        for (int i = 0; i < paths.length; i++) {
            assertEquals(i < first ? 0 : 1, Math.round(paths[i][0][0] / 100), "path " + i);
        }
    }

    /** Components at 0, 100 and 200. */
    private static Scenario scenario(int agents) {
        double[][] means = {{0}, {100}, {200}};
        Covariance[] narrow = {Covariance.isotropic(1, 1), Covariance.isotropic(1, 1), Covariance.isotropic(1, 1)};
        return Scenario.builder()
                .name("test")
                .dynamics(CustomModel.builder()
                        .state("x")
                        .drift("x", "sin(x) - mean(cos(x), 2)")
                        .horizon(0.01)
                        .build())
                .initial(new Law.Mixture(WEIGHTS, means, narrow, true))
                .agents(agents)
                .seed(3)
                .steps(2)
                .output(new Output(1, 5, 0, 0))
                .build();
    }
}
