package io.github.murmuration.limit;

import io.github.murmuration.density.GaussLegendre;
import io.github.murmuration.density.GaussianMixture;
import java.util.Arrays;

/**
 * A law as weights of points: a quadrature rule.
 *
 * @param points [J]
 * @param weights [J], of sum 1
 */
public record Atoms(double[] points, double[] weights) {

    /** Standard deviations beyond which a Gaussian is nothing. */
    static final double REACH = 9;

    /** One point; the mark of agents without marks is any. */
    public static Atoms point(double x) {
        return new Atoms(new double[] {x}, new double[] {1});
    }

    /**
     * Of a mixture on the line, whose components become points half a deviation apart: exact to 16 digits for entire functions that
     * vary over a deviation or more. Trefethen, Weideman, SIAM Review 56 (2014) 385.
     */
    public static Atoms of(GaussianMixture mixture) {
        return of(mixture, 0.5);
    }

    /** The same with points that share of a deviation apart. */
    public static Atoms of(GaussianMixture mixture, double share) {
        return of(mixture, Double.POSITIVE_INFINITY, share);
    }

    /** Of the uniform law on [low, high], by the rule of Gauss and Legendre. */
    public static Atoms uniform(double low, double high, int count) {
        GaussLegendre rule = GaussLegendre.on(low, high, count);
        double[] points = new double[count];
        double[] weights = new double[count];
        Arrays.setAll(points, rule::point);
        Arrays.setAll(weights, i -> rule.weight(i) / (high - low));
        return new Atoms(points, weights);
    }

    /**
     * Of a mixture on the line.
     *
     * @param spacing of the points of a component, at most
     * @param share the same in its deviations
     */
    static Atoms of(GaussianMixture mixture, double spacing, double share) {
        double[][] points = new double[mixture.components()][];
        double[][] weights = new double[mixture.components()][];
        for (int k = 0; k < points.length; k++) {
            double mean = mixture.means()[k][0];
            double deviation = Math.sqrt(mixture.variances()[k][0]);
            int half = deviation == 0 ? 0 : (int) Math.ceil(REACH / Math.min(share, spacing / deviation));
            points[k] = new double[2 * half + 1];
            weights[k] = new double[2 * half + 1];
            for (int i = 0; i <= 2 * half; i++) {
                double z = half == 0 ? 0 : REACH * (i - half) / half;
                points[k][i] = mean + z * deviation;
                weights[k][i] = Math.exp(-z * z / 2);
            }
            scale(weights[k], mixture.weights()[k]);
        }
        return new Atoms(joined(points), joined(weights));
    }

    /**
     * Of the Cauchy law, as location + scale sinh(v), v of density 1 / (pi cosh v), cut where that is below 1e-6 of its peak. At
     * time t it resolves agents that turn at rates up to 2 pi / (spacing t); faster ones are a part of less than spacing t scale / pi^2, and
     * in a mean over phases their errors cancel to about 0.1 scale t spacing^1.5.
     *
     * @param spacing of v
     */
    public static Atoms cauchy(double location, double scale, double spacing) {
        int half = (int) Math.ceil(Math.log(2e6) / spacing);
        double[] points = new double[2 * half + 1];
        double[] weights = new double[2 * half + 1];
        for (int i = 0; i <= 2 * half; i++) {
            points[i] = location + scale * Math.sinh((i - half) * spacing);
            weights[i] = 1 / Math.cosh((i - half) * spacing);
        }
        scale(weights, 1);
        return new Atoms(points, weights);
    }

    private static void scale(double[] weights, double sum) {
        double now = Arrays.stream(weights).sum();
        Arrays.setAll(weights, i -> weights[i] * sum / now);
    }

    private static double[] joined(double[][] parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }
}
