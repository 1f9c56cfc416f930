package io.github.murmuration.exact;

import io.github.murmuration.model.LinearEquations;
import java.util.Arrays;

/**
 * The differential equations of moments of a linear model, without N: E M; U and U0, of which Var M is U/N + U0; W, of which
 * E D D^T is (1 - 1/N) W; K and L, the same shares of Cov(M, mean(theta)) and Cov(D, theta):
 *
 * <pre>
 * m' = b + (A + B) m + G E theta
 * U' = (A + B) U + G K^T + transposed + S S^T,   U0' = (A + B) U0 + transposed + S0 S0^T,   K' = (A + B) K + G Var theta
 * W' = A W + G L^T + transposed + S S^T,                                                    L' = A L + G Var theta
 * </pre>
 */
final class LinearSystem {
    private final LinearEquations equations;
    private final double[] markMean;
    private final double[] markVariance;
    private Coefficients constant;

    /**
     * @param markMean E theta [q].
     * @param markVariance Var theta [q]
     */
    LinearSystem(LinearEquations equations, double[] markMean, double[] markVariance) {
        this.equations = equations;
        this.markMean = markMean;
        this.markVariance = markVariance;
    }

    /** m [1][d], U, U0, W [d][d], K, L [d][q]. */
    record State(double[][] m, double[][] u, double[][] common, double[][] w, double[][] k, double[][] l) {
        static State start(double[] mean, double[][] covariance, int marks) {
            int d = mean.length;
            return new State(
                    new double[][] {mean},
                    covariance,
                    new double[d][d],
                    covariance,
                    new double[d][marks],
                    new double[d][marks]);
        }

        State plus(double factor, State other) {
            return new State(
                    sum(m, factor, other.m),
                    sum(u, factor, other.u),
                    sum(common, factor, other.common),
                    sum(w, factor, other.w),
                    sum(k, factor, other.k),
                    sum(l, factor, other.l));
        }

        /** Largest entry of the difference, relative to the largest of each part. */
        double distance(State other) {
            double[][][] own = {m, u, common, w};
            double[][][] others = {other.m, other.u, other.common, other.w};
            double distance = 0;
            for (int i = 0; i < own.length; i++) {
                double scale = largest(own[i]);
                if (scale > 0) {
                    distance = Math.max(distance, largest(sum(own[i], -1, others[i])) / scale);
                }
            }
            return distance;
        }
    }

    State rate(double t, State x) {
        Coefficients c = at(t);
        double[][] m = new double[1][c.b.length];
        Arrays.setAll(m[0], j -> c.b[j] + dot(c.whole[j], x.m[0]) + dot(c.marks[j], markMean));
        return new State(
                m,
                sum(c.noise, 1, both(sum(product(c.whole, x.u), 1, timesTransposed(c.marks, x.k)))),
                sum(c.common, 1, both(product(c.whole, x.common))),
                sum(c.noise, 1, both(sum(product(c.own, x.w), 1, timesTransposed(c.marks, x.l)))),
                sum(c.driven, 1, product(c.whole, x.k)),
                sum(c.driven, 1, product(c.own, x.l)));
    }

    /** b, A, A + B, G, G Var theta, S S^T and S0 S0^T. */
    private record Coefficients(
            double[] b,
            double[][] own,
            double[][] whole,
            double[][] marks,
            double[][] driven,
            double[][] noise,
            double[][] common) {}

    private Coefficients at(double t) {
        if (!equations.constantInTime()) {
            return coefficients(t);
        }
        if (constant == null) {
            constant = coefficients(t);
        }
        return constant;
    }

    private Coefficients coefficients(double t) {
        double[] b = equations.constant(t);
        double[][] gains = equations.gains(t);
        double[][] own = columns(gains, 0, b.length);
        double[][] marks = columns(gains, 2 * b.length, 2 * b.length + markMean.length);
        double[][] driven = columns(marks, 0, markMean.length);
        for (double[] row : driven) {
            Arrays.setAll(row, q -> row[q] * markVariance[q]);
        }
        double[][] whole = sum(own, 1, columns(gains, b.length, 2 * b.length));
        return new Coefficients(b, own, whole, marks, driven, equations.noise(t), equations.commonNoise(t));
    }

    private static double[][] columns(double[][] a, int from, int to) {
        return Arrays.stream(a).map(row -> Arrays.copyOfRange(row, from, to)).toArray(double[][]::new);
    }

    /** With its transpose. */
    private static double[][] both(double[][] a) {
        double[][] both = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                both[i][j] = a[i][j] + a[j][i];
            }
        }
        return both;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < product[i].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] timesTransposed(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i][j] = dot(a[i], b[j]);
            }
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] sum(double[][] a, double factor, double[][] b) {
        double[][] sum = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i].clone();
            for (int j = 0; j < sum[i].length; j++) {
                sum[i][j] += factor * b[i][j];
            }
        }
        return sum;
    }

    private static double largest(double[][] a) {
        return Arrays.stream(a)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }
}
