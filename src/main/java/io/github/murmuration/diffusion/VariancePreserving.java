package io.github.murmuration.diffusion;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * dX = -beta_u X/2 du + sqrt(beta_u) dW, beta straight from its value at 0 to that at the horizon: a_u = exp(-1/2 int_0^u beta),
 * s_u^2 = 1 - a_u^2.
 *
 * @param first beta_0 > 0
 * @param last beta at the horizon, > 0
 */
public record VariancePreserving(double first, double last, double horizon) implements Diffusion {

    /** beta = 1. */
    public static VariancePreserving ofUnitRate(double horizon) {
        return new VariancePreserving(1, 1, horizon);
    }

    @Override
    public double scale(double u) {
        return Math.exp(-0.5 * integral(u));
    }

    @Override
    public double variance(double u) {
        return -Math.expm1(-integral(u));
    }

    @Override
    public double rate(double u) {
        return first + slope() * u;
    }

    @Override
    public double pull() {
        return 0.5;
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(RATE, first + " + (" + slope() + ")*u");
        texts.put(SCALE, "exp(-0.5*u*(" + first + " + 0.5*(" + slope() + ")*u))");
        texts.put(VARIANCE, "1 - a^2");
        return texts;
    }

    private double integral(double u) {
        return u * (first + 0.5 * slope() * u);
    }

    private double slope() {
        return (last - first) / horizon;
    }
}
