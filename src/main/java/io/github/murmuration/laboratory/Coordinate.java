package io.github.murmuration.laboratory;

import io.github.murmuration.scenario.CustomModelBuilder;

/**
 * One coordinate of a game whose laws stay Gaussian and whose coordinates do not act on each other: rho_t = N(m(t), S(t)), and J, U, m and
 * dI/drho - i are sums over coordinates, of which these are the parts.
 */
interface Coordinate {

    double mean(double t);

    double variance(double t);

    double optimalCost();

    double terminalCost(double x);

    double value(double x, double t);

    default double variation(double x, double t) {
        return 0;
    }

    /**
     * Adds the coordinate's parameters, drift and noise.
     * @param x its name, which ends the names of its parameters.
     * @return its cost
     */
    String write(CustomModelBuilder model, String x);
}
