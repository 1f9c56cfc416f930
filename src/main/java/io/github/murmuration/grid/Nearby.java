package io.github.murmuration.grid;

import java.util.function.IntToDoubleFunction;

/**
 * Lagrange's interpolation between the equally spaced nodes 0, 1, .., n - 1 by the four nearest, or by all where they are fewer: off by the fourth
 * power of their distance, and its derivative by the third.
 */
record Nearby(int first, double[] weights) {
    private static final int MOST = 4;

    /** @param at a place, in distances of nodes from the first; outside of the nodes the polynomial goes on */
    static Nearby of(double at, int nodes) {
        double[] weights = new double[Math.min(MOST, nodes)];
        int first = (int) Math.max(0, Math.min(nodes - weights.length, Math.floor(at) - 1));
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1;
            for (int j = 0; j < weights.length; j++) {
                weights[i] *= j == i ? 1 : (at - first - j) / (i - j);
            }
        }
        return new Nearby(first, weights);
    }

    /** @param values at the nodes */
    double of(IntToDoubleFunction values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values.applyAsDouble(first + i);
        }
        return sum;
    }
}
