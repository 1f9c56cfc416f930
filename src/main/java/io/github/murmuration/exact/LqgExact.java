package io.github.murmuration.exact;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.schedule.lqg.LqgSolution;
import java.util.Arrays;
import java.util.List;

/**
 * Exact values of the linear-quadratic regulator: the law of the agents is N(m, Sigma) and u = -S x - s, so
 * E u_j^2 = (S m + s)_j^2 + (S Sigma S)_jj, integrated in time by quadrature.
 */
final class LqgExact {

    private LqgExact() {}

    static ExactResult of(LqgSolution solution, GaussianMixture initial, GaussianMixture target, Crew<?> crew) {
        PowerCurve curve = QuadratureCurve.of(t -> power(solution, t), solution.breaks(), true, crew);
        List<LqgSolution.Values> values =
                Arrays.stream(curve.times()).mapToObj(solution::at).toList();
        LqgSolution.Values end = solution.at(1);
        double[][] mean = values.stream().map(LqgSolution.Values::mean).toArray(double[][]::new);
        return new ExactResult(
                curve.times(),
                mean,
                values.stream().map(v -> diagonal(v.covariance())).toArray(double[][]::new),
                curve.power(),
                Arrays.stream(curve.energy()).sum(),
                0,
                curve.energy(),
                end.mean(),
                end.covariance(),
                StraightLine.deviation(curve.times(), mean, initial.mean(), target.mean()));
    }

    /** int E u_j^2 dt [d]. */
    static double[] energy(LqgSolution solution) {
        return QuadratureCurve.energy(t -> power(solution, t), solution.breaks(), Crew.of(1));
    }

    /** E u_j^2 [d] at t in [0, 1). */
    static double[] power(LqgSolution solution, double t) {
        LqgSolution.Values values = solution.at(t);
        double[][] s = values.riccati();
        double[] power = new double[s.length];
        for (int j = 0; j < power.length; j++) {
            power[j] = values.meanControl()[j] * values.meanControl()[j];
            for (int k = 0; k < power.length; k++) {
                for (int l = 0; l < power.length; l++) {
                    power[j] += s[j][k] * values.covariance()[k][l] * s[l][j];
                }
            }
        }
        return power;
    }

    private static double[] diagonal(double[][] matrix) {
        double[] diagonal = new double[matrix.length];
        Arrays.setAll(diagonal, j -> matrix[j][j]);
        return diagonal;
    }
}
