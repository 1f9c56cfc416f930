package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.DriftSchedule;
import io.github.murmuration.schedule.ExactMoments;
import io.github.murmuration.schedule.GridTimes;
import java.util.Arrays;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The one-dimensional demand-response study against its exact values. */
class DemandResponseTest {

    /** Energies under mean-field, zero and target-mean guidance: adaptive quadrature of the exact power, to 1e-6. */
    private static final double[] EXACT = {12.816708, 16.863448, 14.992825};

    /**
     * First-order bias times steps, on grids that contain the breaks: 4 million agents at 64 and 128 steps, and the same from an
     * independent float64 program (37.8 and 26.6 +- 0.6 at 64 steps).
     */
    private static final double[] SLOPE = {7.2, 37.8, 26.6};

    @Test
    @Tag("order")
    void energiesConvergeToTheExactOnesAsOneOverSteps() {
        double[] coarse = energies(64);
        double[] middle = energies(128);
        RunResult finest = run(steps(256));
        double[] fine = energies(finest);
        for (int g = 0; g < 3; g++) {
            double slope = (coarse[g] - fine[g]) / (1.0 / 64 - 1.0 / 256);
            double limit = fine[g] - slope / 256;
            // the runs share their starts, so the limit has about the error of one run: 4 of them, false alarm 2e-4
            double error = finest.guidances().get(g).energy().standardError();
            assertEquals(EXACT[g], limit, 4 * error, "limit of guidance " + g);
            assertEquals(SLOPE[g], slope, 3, "slope of guidance " + g);
            assertEquals(slope / 128, middle[g] - limit, 0.03, "a straight line in 1/steps");
        }
    }

    private static Scenario steps(int steps) {
        return TestScenarios.demandResponse(1, 400_000, steps, Scheme.EULER_MARUYAMA);
    }

    private static double[] energies(int steps) {
        return energies(run(steps(steps)));
    }

    private static double[] energies(RunResult result) {
        return result.guidances().stream()
                .mapToDouble(guidance -> guidance.energy().value())
                .toArray();
    }

    @Test
    @Tag("statistical")
    void theExactSchemeHasExactMomentsInEightSteps() {
        int agents = 1_000_000;
        Scenario scenario = TestScenarios.demandResponse(1, agents, 8, Scheme.EXACT);
        Problem problem = Problem.of(scenario);
        RunResult result = run(scenario);
        for (int g = 0; g < 3; g++) {
            BackwardCoefficients backward = ((DriftSchedule) problem.schedules().get(g)).backward();
            ExactMoments exact = ExactMoments.of(
                    backward,
                    GridTimes.of(problem.grid()),
                    problem.initial().mean(),
                    problem.target().mean());
            MomentSeries series = result.guidances().get(g).moments();
            for (int k = 0; k <= 8; k++) {
                double variance = exact.covariance(k, problem.initial(), problem.target())[0][0];
                // 27 means at 5 standard errors: false alarm 2e-5; kurtosis here is below 3, so variances have more
                // room
                assertEquals(exact.mean()[k][0], series.mean()[k][0], 5 * Math.sqrt(variance / agents));
                assertEquals(variance, series.variance()[k][0], 5 * variance * Math.sqrt(2.0 / agents));
            }
        }
    }

    @Test
    @Tag("statistical")
    void theExactSchemeEndsInTheTargetLaw() {
        Scenario scenario = TestScenarios.demandResponse(1, 1_000_000, 8, Scheme.EXACT).toBuilder()
                .output(new Output(1, 0, 100, 0))
                .build();
        for (GuidanceResult result : run(scenario).guidances()) {
            Histogram histogram = result.histograms().get(0);
            double total = Arrays.stream(histogram.counts()).sum();
            double statistic = 0;
            int cells = 0;
            for (int bin = 0; bin < histogram.counts().length; bin++) {
                double low = histogram.low() + bin * histogram.width();
                double expected = total * (mixture(low + histogram.width()) - mixture(low));
                if (expected > 20) {
                    double difference = histogram.counts()[bin] - expected;
                    statistic += difference * difference / expected;
                    cells++;
                }
            }
            // chi-square with cells - 1 degrees of freedom: mean + 5 standard deviations, false alarm below 1e-5
            assertTrue(statistic < cells + 5 * Math.sqrt(2.0 * cells), statistic + " over " + cells + " cells");
        }
    }

    private static double mixture(double x) {
        return 0.6 * normal((x - 0.1) / 0.2) + 0.4 * normal((x - 1.5) / 0.3);
    }

    private static double normal(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }

    private static RunResult run(Scenario scenario) {
        return new Simulation(Problem.of(scenario), Backends.select("cpu"), 0, Progress.NONE, null).run();
    }
}
