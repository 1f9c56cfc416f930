package io.github.murmuration.laboratory;

import io.github.murmuration.density.GaussianMixture;
import java.util.function.ToDoubleFunction;

/**
 * E f(X) for X of a Gaussian mixture of independent coordinates, by the trapezoidal rule in every component, over 9 standard deviations to
 * either side; it converges faster than any power of the spacing where f is smooth.
 */
final class MixtureIntegral {

    private static final double REACH = 9;
    private static final int[] NODES_BY_DIMENSION = {1, 2001, 201, 65};

    private final GaussianMixture law;
    private final ToDoubleFunction<double[]> function;
    private final int nodes;

    private MixtureIntegral(GaussianMixture law, ToDoubleFunction<double[]> function) {
        this.law = law;
        this.function = function;
        this.nodes = NODES_BY_DIMENSION[law.dimension()];
    }

    /**
     * @param law of 1 to 3 coordinates.
     * @param function f, of a point [d] that it must not keep
     */
    static double of(GaussianMixture law, ToDoubleFunction<double[]> function) {
        MixtureIntegral integral = new MixtureIntegral(law, function);
        double sum = 0;
        for (int k = 0; k < law.components(); k++) {
            sum += law.weights()[k] * integral.over(k, 0, new double[law.dimension()]);
        }
        return sum;
    }

    /**
     * Over coordinates j, j + 1, .. of component k.
     * @param x whose coordinates before j are set. Modified.
     */
    private double over(int k, int j, double[] x) {
        if (j == x.length) {
            return function.applyAsDouble(x);
        }
        double spacing = 2 * REACH / (nodes - 1);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < nodes; i++) {
            double z = -REACH + i * spacing;
            double weight = Math.exp(-0.5 * z * z);
            x[j] = law.means()[k][j] + Math.sqrt(law.variances()[k][j]) * z;
            sum += weight * over(k, j + 1, x);
            total += weight;
        }
        return sum / total;
    }
}
