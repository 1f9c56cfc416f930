package io.github.murmuration.diffusion;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * dX = -theta X du + sigma dW: a_u = exp(-theta u), s_u^2 = sigma^2 (1 - a_u^2)/(2 theta), and sigma^2 u where theta is 0.
 *
 * @param pulling theta >= 0
 * @param deviation sigma > 0
 */
public record OrnsteinUhlenbeck(double pulling, double deviation, double horizon) implements Diffusion {

    @Override
    public double scale(double u) {
        return Math.exp(-pulling * u);
    }

    @Override
    public double variance(double u) {
        double noise = deviation * deviation;
        return pulling == 0 ? noise * u : -noise * Math.expm1(-2 * pulling * u) / (2 * pulling);
    }

    @Override
    public double rate(double u) {
        return deviation * deviation;
    }

    @Override
    public double pull() {
        return pulling / (deviation * deviation);
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(RATE, Double.toString(rate(0)));
        texts.put(SCALE, "exp(-" + pulling + "*u)");
        texts.put(VARIANCE, pulling == 0 ? RATE + "*u" : RATE + "*(1 - a^2)/" + 2 * pulling);
        return texts;
    }
}
