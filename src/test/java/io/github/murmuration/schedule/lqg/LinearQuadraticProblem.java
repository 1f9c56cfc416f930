package io.github.murmuration.schedule.lqg;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Protocol;
import java.util.Random;

/** Drift, cost and Gaussian laws at random; A is shifted to have its growth rate where it is wanted. */
public record LinearQuadraticProblem(
        Dynamics.LinearQuadratic dynamics, GaussianMixture initial, GaussianMixture target, double[] targetMean) {

    static final Protocol PROTOCOL = Protocol.equalIntervals(0, 0, 0);

    /**
     * @param shift added to the diagonal of A, whose entries otherwise have variance 1/d.
     * @param point whether the start is one
     */
    public static LinearQuadraticProblem random(int d, double shift, boolean point, long seed) {
        Random random = new Random(seed);
        double[][] drift = gaussian(d, d, random);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                drift[i][j] /= Math.sqrt(d);
            }
            drift[i][i] += shift;
        }
        double[][] cost = square(gaussian(d, Math.max(1, d - 1), random), 2.0 / d, 0);
        double[] from = gaussian(1, d, random)[0];
        double[] to = gaussian(1, d, random)[0];
        Law start = point
                ? Law.point(from)
                : Law.gaussian(from, Covariance.full(square(gaussian(d, d, random), 0.5 / d, 0.1)));
        Law end = Law.gaussian(to, Covariance.full(square(gaussian(d, d, random), 0.3 / d, 0.05)));
        return new LinearQuadraticProblem(
                new Dynamics.LinearQuadratic(drift, cost), GaussianMixture.of(start), GaussianMixture.of(end), to);
    }

    LqgSolution solve(Guidance guidance) {
        return LqgSolution.of(dynamics, java.util.List.of(guidance), PROTOCOL, initial, target)
                .get(0);
    }

    /** scale M M^T + ridge I; of lower rank than d where M has fewer columns and ridge = 0. */
    private static double[][] square(double[][] m, double scale, double ridge) {
        double[][] product = new double[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                for (int k = 0; k < m[i].length; k++) {
                    product[i][j] += scale * m[i][k] * m[j][k];
                }
            }
            product[i][i] += ridge;
        }
        return product;
    }

    private static double[][] gaussian(int rows, int columns, Random random) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return matrix;
    }
}
