package io.github.murmuration.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.Marginal;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("analytic")
class MarginalSeriesTest {
    private static final double[] TIMES = {0, 0.2, 0.5, 1};

    /** P(Z below 1) of a standard normal; Abramowitz, Stegun, table 26.1. */
    private static final double BELOW_ONE = 0.841344746068543;

    /** Without a potential, X_t = (1 - t) X_0 + t Y + N(0, t(1 - t)); here X_0 is -1 or 1, and Y is N(3, 0.25). */
    @Test
    void lawsOfABridgeWithoutAPotential() {
        Law start = Law.mixture(new double[] {0.5, 0.5}, new double[] {-1, 1}, new double[] {0, 0});
        Problem problem = problem(start, Law.gaussian(new double[] {3}, Covariance.standardDeviations(0.5)), 0);
        MarginalSeries series = of(problem, TIMES);
        for (int i = 0; i < TIMES.length; i++) {
            double t = TIMES[i];
            Marginal law = series.laws()[i][0];
            for (int k = 0; k < 2; k++) {
                assertEquals(3 * t + (1 - t) * (2 * k - 1), law.means()[k], 1e-12);
                assertEquals(0.25 * t * t + t * (1 - t), law.variances()[k], 1e-12);
            }
        }
        assertEquals(0.5, series.laws()[0][0].below(0.9));
        assertEquals(1, series.laws()[0][0].below(1));
        assertEquals(BELOW_ONE, series.laws()[3][0].below(3.5), 1e-11);
        assertEquals(1 - BELOW_ONE, series.laws()[3][0].below(2.5), 1e-11);
    }

    /** Moments from the series of moments, which is made of cumulants; both ends are the laws that were given. */
    @Test
    void momentsAreThoseOfTheSeries() {
        Law start = Law.mixture(new double[] {0.6, 0.4}, new double[] {1.6, 5.5}, new double[] {0.5, 0.7});
        Law target = Law.mixture(new double[] {0.3, 0.7}, new double[] {0, 2}, new double[] {0.3, 0.4});
        Problem problem = problem(start, target, 6);
        MarginalSeries series = of(problem, TIMES);
        ExactSeries moments = ExactSeries.of(
                        problem.schedules().get(0), problem.initial(), problem.target(), TIMES, Crew.of(1))
                .orElseThrow();
        for (int i = 0; i < TIMES.length; i++) {
            Marginal law = series.laws()[i][0];
            assertEquals(moments.mean()[i][0], law.mean(), 1e-12);
            assertEquals(moments.variance()[i][0], central(law, 2), 1e-11);
            assertEquals(moments.fourth()[i][0], central(law, 4), 1e-10);
        }
        assertEquals(Marginal.of(problem.target(), 0).density(1.1), series.laws()[3][0].density(1.1), 1e-10);
    }

    /** E (X - E X)^2 or ^4 of a mixture. */
    private static double central(Marginal law, int order) {
        double sum = 0;
        for (int k = 0; k < law.weights().length; k++) {
            double m = law.means()[k] - law.mean();
            double v = law.variances()[k];
            sum += law.weights()[k] * (order == 2 ? m * m + v : Math.pow(m, 4) + 6 * m * m * v + 3 * v * v);
        }
        return sum;
    }

    @Test
    void aRegulatorEndsInItsTarget() {
        Problem problem = Problem.of(Scenario.builder()
                .dynamics(new Dynamics.LinearQuadratic(new double[][] {{-0.6}}, new double[][] {{12}}))
                .initial(Law.point(0))
                .target(Law.gaussian(new double[] {2}, Covariance.standardDeviations(0.5)))
                .agents(10)
                .steps(10)
                .build());
        MarginalSeries series = of(problem, new double[] {0, 1});
        assertEquals(1, series.laws()[0][0].below(0));
        assertEquals(0, series.laws()[0][0].below(-1e-9));
        assertEquals(BELOW_ONE, series.laws()[1][0].below(2.5), 1e-7);
    }

    /** 30 patterns towards 30 patterns are 900 components. */
    @Test
    void tooManyComponentsAreNotKnown() {
        double[][] patterns = new double[30][1];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i][0] = i;
        }
        Problem problem = problem(Law.samples(patterns), Law.samples(patterns), 1);
        assertTrue(MarginalSeries.of(problem.schedules().get(0), problem.initial(), problem.target(), TIMES, 1)
                .isEmpty());
    }

    private static MarginalSeries of(Problem problem, double[] times) {
        return MarginalSeries.of(problem.schedules().get(0), problem.initial(), problem.target(), times, 1)
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
