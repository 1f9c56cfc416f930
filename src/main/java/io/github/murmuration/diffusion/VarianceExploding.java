package io.github.murmuration.diffusion;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * dX = sqrt(beta_u) dW, a = 1, s_u^2 = l^2 (r^(2u) - 1), {@code 0 <= u <= 1}: noise from l on grows geometrically to r l.
 *
 * @param least l > 0
 * @param ratio r > 1
 */
public record VarianceExploding(double least, double ratio) implements Diffusion {

    @Override
    public double horizon() {
        return 1;
    }

    @Override
    public double scale(double u) {
        return 1;
    }

    @Override
    public double variance(double u) {
        return least * least * Math.expm1(exponent() * u);
    }

    @Override
    public double rate(double u) {
        return least * least * exponent() * Math.exp(exponent() * u);
    }

    @Override
    public double pull() {
        return 0;
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> texts = new LinkedHashMap<>();
        String square = least + "^2*";
        texts.put(RATE, square + exponent() + "*exp(" + exponent() + "*u)");
        texts.put(SCALE, "1");
        texts.put(VARIANCE, square + "(exp(" + exponent() + "*u) - 1)");
        return texts;
    }

    /** ln r^2. */
    private double exponent() {
        return 2 * Math.log(ratio);
    }
}
