package io.github.murmuration.sim;

import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.schedule.lqg.LqgSchedule;
import io.github.murmuration.schedule.lqg.LqgSolution;

/**
 * The Euler-Maruyama chain of the regulator in double precision: m' = m + dt (A m + E u), Sigma' = M Sigma M^T + dt I with
 * M = I + dt (A - S), energy by the left-end rule.
 */
final class LqgChain {

    private final Problem problem;
    private final LqgSolution solution;
    private final double[][] drift;
    private double[] mean;
    private double[][] covariance;
    private double energy;

    LqgChain(Problem problem, int g) {
        this.problem = problem;
        this.solution = ((LqgSchedule) problem.schedules().get(g)).solution();
        this.drift = ((Dynamics.LinearQuadratic) problem.scenario().dynamics()).drift();
        this.mean = problem.initial().mean();
        this.covariance = problem.initial().covariance();
    }

    /** E X [d]. */
    double[] mean() {
        return mean;
    }

    /** Cov X [d][d]. */
    double[][] covariance() {
        return covariance;
    }

    /** int E |u|^2 dt so far. */
    double energy() {
        return energy;
    }

    /** Takes step k. */
    void advance(int k) {
        double dt = problem.grid().step(k);
        LqgSolution.Values values = solution.at(problem.grid().time(k));
        int d = mean.length;
        double[] next = mean.clone();
        double[][] step = new double[d][d];
        for (int i = 0; i < d; i++) {
            double control = -values.offset()[i];
            for (int j = 0; j < d; j++) {
                control -= values.riccati()[i][j] * mean[j];
                next[i] += dt * drift[i][j] * mean[j];
                step[i][j] = (i == j ? 1 : 0) + dt * (drift[i][j] - values.riccati()[i][j]);
            }
            next[i] += dt * control;
            energy += dt * (control * control + quadratic(covariance, values.riccati()[i]));
        }
        double[][] spread = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                spread[i][j] = bilinear(covariance, step[i], step[j]) + (i == j ? dt : 0);
            }
        }
        mean = next;
        covariance = spread;
    }

    private static double quadratic(double[][] matrix, double[] v) {
        return bilinear(matrix, v, v);
    }

    private static double bilinear(double[][] matrix, double[] v, double[] w) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < w.length; j++) {
                sum += v[i] * matrix[i][j] * w[j];
            }
        }
        return sum;
    }
}
