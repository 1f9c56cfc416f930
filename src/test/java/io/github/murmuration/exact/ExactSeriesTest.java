package io.github.murmuration.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("analytic")
class ExactSeriesTest {
    private static final double[] TIMES = {0, 0.2, 0.5, 1};

    /** Without a potential, X_t = (1 - t) X_0 + t Y + N(0, t(1 - t)). */
    @Test
    void momentsOfABridgeWithoutAPotential() {
        Law start = Law.mixture(new double[] {0.5, 0.5}, new double[] {-1, 1}, new double[] {0, 0});
        ExactSeries series = of(start, Law.gaussian(new double[] {3}, Covariance.standardDeviations(0.5)), 0);
        for (int i = 0; i < TIMES.length; i++) {
            double t = TIMES[i];
            double variance = (1 - t) * (1 - t) + 0.25 * t * t + t * (1 - t);
            assertEquals(3 * t, series.mean()[i][0], 1e-12);
            assertEquals(variance, series.variance()[i][0], 1e-12);
            // the fourth cumulant of a fair coin -1, 1 is 1 - 3
            double fourth = -2 * Math.pow(1 - t, 4) + 3 * variance * variance;
            assertEquals(fourth, series.fourth()[i][0], 1e-12);
        }
    }

    /** The curve of the exact solution, and no value at the horizon. */
    @Test
    void powerIsThatOfTheSolution() {
        Law target = Law.mixture(new double[] {0.3, 0.7}, new double[] {0, 2}, new double[] {0.3, 0.4});
        Problem problem = problem(Law.point(1), target, 4);
        ExactResult whole = ExactValues.of(problem.schedules().get(0), problem.initial(), problem.target(), Crew.of(1))
                .orElseThrow();
        ExactSeries series = ExactSeries.of(
                        problem.schedules().get(0), problem.initial(), problem.target(), whole.times(), Crew.of(1))
                .orElseThrow();
        for (int i = 0; i < whole.times().length; i++) {
            assertArrayEquals(whole.power()[i], series.power()[i], 1e-10 * whole.power()[i][0]);
            assertEquals(whole.variance()[i][0], series.variance()[i][0], 1e-12);
        }
        assertTrue(Double.isNaN(of(Law.point(1), target, 4).power()[3][0]));
    }

    private static ExactSeries of(Law start, Law target, double beta) {
        Problem problem = problem(start, target, beta);
        return ExactSeries.of(problem.schedules().get(0), problem.initial(), problem.target(), TIMES, Crew.of(1))
                .orElseThrow();
    }

    private static Problem problem(Law start, Law target, double beta) {
        return Problem.of(Scenario.builder()
                .initial(start)
                .target(target)
                .protocol(Protocol.geometric(1, beta, 1))
                .guidance(new Guidance.Zero())
                .agents(10)
                .steps(10)
                .build());
    }
}
