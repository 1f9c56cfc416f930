package io.github.murmuration.density;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.LegendreRuleFactory;
import org.hipparchus.util.Pair;

/**
 * The rules of Gauss and Legendre, exact for polynomials of degree 2n - 1. Not by Hipparchus' GaussIntegratorFactory, which works out pi
 * and e to forty digits first: a quarter of a second of every command.
 */
public final class GaussLegendre {

    private final GaussIntegrator rule;

    private GaussLegendre(GaussIntegrator rule) {
        this.rule = rule;
    }

    /**
     * n points and weights on [low, high].
     * @throws org.hipparchus.exception.MathIllegalArgumentException n below 1
     */
    public static GaussLegendre on(double low, double high, int n) {
        Pair<double[], double[]> rule = new LegendreRuleFactory().getRule(n);
        double half = (high - low) / 2;
        double middle = low + half;
        return new GaussLegendre(new GaussIntegrator(
                Arrays.stream(rule.getFirst()).map(x -> middle + half * x).toArray(),
                Arrays.stream(rule.getSecond()).map(w -> half * w).toArray()));
    }

    /** n. */
    public int size() {
        return rule.getNumberOfPoints();
    }

    /** x_i, increasing. */
    public double point(int i) {
        return rule.getPoint(i);
    }

    /** w_i; all of them sum to high - low. */
    public double weight(int i) {
        return rule.getWeight(i);
    }

    /** sum_i w_i f(x_i), the approximate integral of f over [low, high]. */
    public double integrate(DoubleUnaryOperator f) {
        return rule.integrate(f::applyAsDouble);
    }
}
