package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.density.Posterior;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.DriftSchedule;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A Gaussian target makes the drift affine, so the Euler-Maruyama chain has known moments in discrete time: any difference beyond
 * noise is a bug, not the bias of the scheme.
 */
@Tag("analytic")
class EulerMomentsTest {

    private static final int AGENTS = 200_000;
    private static final int STEPS = 24;

    @Test
    void meanAndVarianceAreThoseOfTheDiscreteChain() {
        Law initial = Law.gaussian(new double[] {3}, Covariance.standardDeviations(0.7));
        Law target = Law.gaussian(new double[] {-0.5}, Covariance.standardDeviations(0.4));
        Scenario scenario = TestScenarios.scenario(
                initial,
                target,
                TestScenarios.geometric(4),
                List.of(new Guidance.MeanField()),
                AGENTS,
                STEPS,
                Scheme.EULER_MARUYAMA);
        Problem problem = Problem.of(scenario);
        MomentSeries simulated = new Simulation(problem, Backends.select("cpu"), 0, Progress.NONE, null)
                .run()
                .guidances()
                .get(0)
                .moments();
        double[][] exact = discreteChain(problem);
        for (int k = 0; k <= STEPS; k++) {
            // 25 means and variances: each within 5 standard errors, false alarm 3e-5
            double variance = exact[k][1];
            assertEquals(exact[k][0], simulated.mean()[k][0], 5 * Math.sqrt(variance / AGENTS), "mean " + k);
            assertEquals(variance, simulated.variance()[k][0], 5 * variance * Math.sqrt(2.0 / AGENTS), "variance " + k);
        }
    }

    /** Mean and variance of x at every step, from the recursion of (x, z) under x' = x + dt u(x, z) + sqrt(dt) xi. */
    private static double[][] discreteChain(Problem problem) {
        double[][] moments = new double[STEPS + 1][];
        double mean = 3;
        double xx = 0.49;
        double xz = 0.49;
        double zz = 0.49;
        moments[0] = new double[] {mean, xx};
        for (int k = 0; k < STEPS; k++) {
            double dt = problem.grid().step(k);
            double[] u = affine(problem, problem.grid().time(k));
            double alongX = 1 + dt * u[1];
            double alongZ = dt * u[2];
            mean = alongX * mean + alongZ * 3 + dt * u[0];
            double variance = alongX * alongX * xx + 2 * alongX * alongZ * xz + alongZ * alongZ * zz + dt;
            xz = alongX * xz + alongZ * zz;
            xx = variance;
            moments[k + 1] = new double[] {mean, xx};
        }
        return moments;
    }

    /** u = u0 + u1 x + u2 z at time t. */
    private static double[] affine(Problem problem, double t) {
        BackwardCoefficients backward = ((DriftSchedule) problem.schedules().get(0)).backward();
        BackwardCoefficients.Values values = backward.at(t);
        Posterior posterior = new Posterior(problem.target(), values.precision());
        double[] offset = new double[1];
        double[] slope = new double[1];
        posterior.mean(new double[] {0}, offset);
        posterior.mean(new double[] {1}, slope);
        double gain = slope[0] - offset[0];
        double b = values.b();
        return new double[] {
            values.thetaX()[0] + b * (offset[0] + gain * values.thetaY()[0]),
            b * gain * b - values.a(),
            -b * gain * backward.at(0).b()
        };
    }
}
