package io.github.murmuration.density;

import java.util.Arrays;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.LegendreRuleFactory;
import org.hipparchus.util.Pair;

/**
 * The rules of Gauss and Legendre, exact for polynomials of degree 2n - 1. Not by Hipparchus' GaussIntegratorFactory, which works out pi
 * and e to forty digits first: a quarter of a second of every command.
 */
public final class GaussLegendre {

    private GaussLegendre() {}

    /**
     * n points and weights on [low, high].
     * @throws org.hipparchus.exception.MathIllegalArgumentException n below 1
     */
    public static GaussIntegrator on(double low, double high, int n) {
        Pair<double[], double[]> rule = new LegendreRuleFactory().getRule(n);
        double half = (high - low) / 2;
        double middle = low + half;
        return new GaussIntegrator(
                Arrays.stream(rule.getFirst()).map(x -> middle + half * x).toArray(),
                Arrays.stream(rule.getSecond()).map(w -> half * w).toArray());
    }
}
