package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.schedule.lqg.LqgSolution;
import java.util.Arrays;

/**
 * The Euler-Maruyama chain of the linear-quadratic regulator in exact arithmetic: m' = m + dt (A m + E u),
 * Sigma' = M Sigma M^T + dt I with M = I + dt (A - S), and energy sum of dt (|E u|^2 + trace S Sigma S).
 */
record RegulatorChain(Dynamics.LinearQuadratic dynamics, LqgSolution solution) {

    TimeStepping.Error error(GaussianMixture initial, TimeGrid grid) {
        double[] mean = initial.mean();
        double[][] covariance = initial.covariance();
        double energy = 0;
        for (int k = 0; k < grid.steps(); k++) {
            LqgSolution.Values values = solution.at(grid.time(k));
            double dt = grid.step(k);
            double[] control = control(values, mean);
            double[][] gained = congruent(values.riccati(), covariance);
            double[][] keep = keep(values.riccati(), dt);
            double[] next = mean.clone();
            for (int i = 0; i < next.length; i++) {
                energy += dt * (control[i] * control[i] + gained[i][i]);
                next[i] += dt * (control[i] + dot(dynamics.drift()[i], mean));
            }
            mean = next;
            covariance = congruent(keep, covariance);
            for (int i = 0; i < next.length; i++) {
                covariance[i][i] += dt;
            }
        }
        return error(mean, covariance, energy);
    }

    private TimeStepping.Error error(double[] mean, double[][] covariance, double energy) {
        LqgSolution.Values end = solution.at(1);
        double exact = Arrays.stream(LqgExact.energy(solution)).sum();
        TimeStepping.Error error = new TimeStepping.Error(Math.abs(energy / exact - 1), 0, 0);
        for (int i = 0; i < mean.length; i++) {
            double variance = end.covariance()[i][i];
            error = error.worse(new TimeStepping.Error(
                    0,
                    Math.abs(mean[i] - end.mean()[i]) / Math.sqrt(variance),
                    Math.abs(covariance[i][i] / variance - 1)));
        }
        return error;
    }

    private static double[] control(LqgSolution.Values values, double[] mean) {
        double[] control = new double[mean.length];
        Arrays.setAll(control, i -> -dot(values.riccati()[i], mean) - values.offset()[i]);
        return control;
    }

    private double[][] keep(double[][] riccati, double dt) {
        int d = riccati.length;
        double[][] keep = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                keep[i][j] = (i == j ? 1 : 0) + dt * (dynamics.drift()[i][j] - riccati[i][j]);
            }
        }
        return keep;
    }

    /** M C M^T. */
    private static double[][] congruent(double[][] m, double[][] c) {
        double[][] half = new double[m.length][];
        Arrays.setAll(half, i -> {
            double[] row = new double[m.length];
            Arrays.setAll(row, j -> dot(m[i], c[j]));
            return row;
        });
        double[][] result = new double[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                result[i][j] = dot(half[i], m[j]);
            }
        }
        return result;
    }

    private static double dot(double[] v, double[] w) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += v[i] * w[i];
        }
        return sum;
    }
}
