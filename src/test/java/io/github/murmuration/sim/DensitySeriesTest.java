package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.density.Marginal;
import io.github.murmuration.exact.MarginalSeries;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.scenario.Scheme;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents counted over time. */
class DensitySeriesTest {

    /**
     * 16,384 agents whose law has no bias, in some 50 bins of at least 20 expected each: chi-square over its degrees of freedom has a
     * standard deviation of 0.2, and is above 2 once in a million times.
     */
    @Test
    @Tag("statistical")
    void countsAreThoseOfTheExactLaw() {
        Problem problem = Problem.of(Scenario.builder()
                .initial(Law.mixture(new double[] {0.6, 0.4}, new double[] {1.6, 5.5}, new double[] {0.5, 0.7}))
                .target(Law.mixture(new double[] {0.3, 0.7}, new double[] {0, 1.5}, new double[] {0.2, 0.3}))
                .protocol(Protocol.geometric(4, 8, 0.6))
                .guidance(new Guidance.MeanField())
                .agents(20_000)
                .steps(40)
                .scheme(Scheme.EXACT)
                .build());
        DensitySeries density = run(problem);
        assertEquals(41, density.times().length, "every one of 40 steps");
        MarginalSeries known = MarginalSeries.of(
                        problem.schedules().get(0), problem.initial(), problem.target(), density.times(), 1)
                .orElseThrow();
        for (int i = 0; i < density.times().length; i += 8) {
            assertTrue(chiSquare(density.histograms()[i][0], known.laws()[i][0]) < 2, "at " + density.times()[i]);
        }
    }

    /** Over its degrees of freedom; of the inner bins. */
    private static double chiSquare(Histogram histogram, Marginal law) {
        double agents = Arrays.stream(histogram.counts()).sum();
        double sum = 0;
        int bins = 0;
        for (int b = 1; b < histogram.counts().length - 1; b++) {
            double left = histogram.low() + b * histogram.width();
            double expected = agents * (law.below(left + histogram.width()) - law.below(left));
            if (expected >= 20) {
                sum += Math.pow(histogram.counts()[b] - expected, 2) / expected;
                bins++;
            }
        }
        assertTrue(bins > 25, () -> "bins that are not almost empty");
        return sum / bins;
    }

    /** Of 100,000 agents, 25 % at 0, 60 % at 100 and 15 % at 200, one after the other: of the 16,384 that are counted too. */
    @Test
    void componentsOfFixedSizesHaveTheirShares() {
        double[][] means = {{0}, {100}, {200}};
        Covariance[] narrow = {Covariance.isotropic(1, 1), Covariance.isotropic(1, 1), Covariance.isotropic(1, 1)};
        Problem problem = Problem.of(Scenario.builder()
                .name("test")
                .dynamics(CustomModel.builder()
                        .state("x")
                        .drift("x", "-x")
                        .horizon(1)
                        .build())
                .initial(new Law.Mixture(new double[] {0.25, 0.6, 0.15}, means, narrow, true))
                .agents(100_000)
                .steps(1)
                .build());
        Histogram start = run(problem).histograms()[0][0];
        long[] near = new long[3];
        for (int b = 0; b < start.counts().length; b++) {
            near[(int) Math.round((start.low() + (b + 0.5) * start.width()) / 100)] += start.counts()[b];
        }
        // 16384 * 0.85 = 13926.4
        assertArrayEquals(new long[] {4096, 13926 - 4096, 16384 - 13926}, near);
    }

    /** From a point in a corner of an interval that absorbs, on a circle that every agent goes around at speed 1. */
    private static final String MODEL = """
            model: custom
            dynamics:
              state: [x, theta]
              drift: {x: 4, theta: 1}
              boundary: {x: {absorbing: [none, 3]}, theta: {periodic: [0, 4]}}
              horizon: 1
            initial: {point: [1, 3.5]}
            population: {agents: 10}
            time: {steps: 4}
            """;

    /** They are at 1 and 2, and absorbed after the second of four steps; on the circle at 3.5, 3.75, 0, of bins of 1/16. */
    @Test
    void agentsThatLiveAreCountedWhereTheyAre() {
        DensitySeries density = run(Problem.of(
                ScenarioReader.parse("test", MODEL, Path.of(""), Map.of()).scenario()));
        Histogram start = density.histograms()[0][0];
        assertEquals(10, start.counts()[32], "in the middle of a bin");
        assertEquals(1, start.low() + 32.5 * start.width(), 1e-12);
        assertEquals(2, density.histograms()[1][0].low() + 32.5 * density.histograms()[1][0].width(), 1e-12);
        assertEquals(10, density.histograms()[0][1].counts()[56]);
        assertEquals(10, density.histograms()[1][1].counts()[60]);
        assertEquals(0, Arrays.stream(density.histograms()[2][1].counts()).sum(), "nobody is left");
        assertTrue(Double.isNaN(density.histograms()[4][0].low()));
        assertEquals(0, density.joint().get(0).agents());
    }

    @Test
    void valuesBeyondFiveStandardDeviationsAreInTheEndBins() {
        double[] values = new double[1001];
        values[1000] = 1;
        // mean 1/1001, standard deviation nearly the root of that
        Histogram histogram = Histogram.of(values, 10);
        assertEquals(1000, histogram.counts()[0]);
        assertEquals(1, histogram.counts()[9]);
        double reach = 1 / 1001.0 + 5 * Math.sqrt(1000) / 1001;
        assertEquals(reach, histogram.low() + 10 * histogram.width(), 1e-12);
    }

    private static DensitySeries run(Problem problem) {
        return new Simulation(problem, Backends.select("cpu-scalar"), 1, Progress.NONE, null)
                .run()
                .guidances()
                .get(0)
                .density();
    }
}
