package io.github.murmuration.diffusion;

import io.github.murmuration.cloud.ExchangeableGaussian;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The score of an exchangeable Gaussian (m, tau2, v): with S = a^2 v + s^2, Q = a^2 tau2 and k = N Q/(S + N Q),
 *
 * <pre>S_i = -((1 - k)(x_i - a m) + k (x_i - mean(x)))/S</pre>
 *
 * for every coordinate.
 */
public final class ExchangeableScore {

    private ExchangeableScore() {}

    public static Score of(ExchangeableGaussian law) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("m", text(law.mean()));
        parameters.put("tau2", text(law.centreVariance()));
        parameters.put("v", text(law.pointVariance()));
        parameters.put("S", "a^2*v + s2");
        parameters.put("k", "points*a^2*tau2/(S + points*a^2*tau2)");
        List<String> coordinates = Score.names(law.dimension());
        List<String> components = coordinates.stream()
                .map(x -> "-((1 - k)*(" + x + " - a*m) + k*(" + x + " - mean(" + x + ")))/S")
                .toList();
        return new Score(coordinates, parameters, Map.of(), Map.of(), components);
    }

    private static String text(double value) {
        return "(" + value + ")";
    }
}
