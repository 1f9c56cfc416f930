package io.github.murmuration.study.linearity;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.exact.ExactMean;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.schedule.lqg.LqgSolution;
import io.github.murmuration.sim.Problem;
import java.util.List;

/**
 * What the mean of a population should be: the straight line (1-t) m_in + t m_tar of a guided bridge; of a linear-quadratic regulator
 * the mean under mean-field guidance, m' = A m + v, v' = -A^T v. Both are affine in m_in. Source: {@code mathematics.md}, sections 1, 6
 * and 7.
 *
 * @param mean [T][d]
 * @param response of the mean to its start [T][d][d]
 * @param exact exact mean of an infinite population under each guidance, minus the reference [guidance][T][d]
 */
record Reference(double[][] mean, double[][][] response, double[][][] exact) {

    /** @throws ScenarioException the agents are not steered */
    static void check(Scenario scenario) {
        if (!scenario.steered()) {
            throw ScenarioException.refused("model", scenario.model(), "guided-bridge or lqg, whose mean has a target");
        }
    }

    static Reference of(Problem problem, double[] times) {
        int d = problem.scenario().dimension();
        double[] start = problem.initial().mean();
        double[][] mean = mean(problem, start, times);
        double[][][] response = new double[times.length][d][d];
        for (int j = 0; j < d; j++) {
            double[] moved = start.clone();
            moved[j] += 1;
            double[][] other = mean(problem, moved, times);
            for (int i = 0; i < times.length; i++) {
                for (int l = 0; l < d; l++) {
                    response[i][l][j] = other[i][l] - mean[i][l];
                }
            }
        }
        double[][][] exact = new double[problem.schedules().size()][][];
        for (int g = 0; g < exact.length; g++) {
            exact[g] = departure(problem, g, mean, times);
        }
        return new Reference(mean, response, exact);
    }

    /**
     * The reference of a population that starts at a mean of its own: at a look, coordinate j.
     * @param departure of its start from m_in
     */
    double from(double[] departure, int look, int j) {
        double value = mean[look][j];
        for (int l = 0; l < departure.length; l++) {
            value += response[look][j][l] * departure[l];
        }
        return value;
    }

    private static double[][] departure(Problem problem, int g, double[][] mean, double[] times) {
        double[][] departure = new double[times.length][mean[0].length];
        if (problem.scenario().guidance().get(g) instanceof Guidance.Empirical) {
            return departure;
        }
        double[][] exact = ExactMean.of(problem.schedules().get(g), problem.initial(), problem.target(), times);
        for (int i = 0; i < times.length; i++) {
            for (int j = 0; j < departure[i].length; j++) {
                departure[i][j] = exact[i][j] - mean[i][j];
            }
        }
        return departure;
    }

    private static double[][] mean(Problem problem, double[] start, double[] times) {
        return problem.scenario().dynamics() instanceof Dynamics.LinearQuadratic linear
                ? ExactMean.of(regulator(problem, linear, start), times)
                : line(start, problem.target().mean(), times);
    }

    private static double[][] line(double[] from, double[] to, double[] times) {
        double[][] line = new double[times.length][from.length];
        for (int i = 0; i < times.length; i++) {
            for (int j = 0; j < from.length; j++) {
                line[i][j] = (1 - times[i]) * from[j] + times[i] * to[j];
            }
        }
        return line;
    }

    /** The regulator from another start; its covariance does not matter to the mean. */
    private static LqgSolution regulator(Problem problem, Dynamics.LinearQuadratic linear, double[] start) {
        GaussianMixture from = new GaussianMixture(
                new double[] {1}, new double[][] {start}, new double[][] {new double[start.length]}, null);
        Scenario scenario = problem.scenario();
        return LqgSolution.of(linear, List.of(new Guidance.MeanField()), scenario.protocol(), from, problem.target())
                .get(0);
    }
}
