package io.github.murmuration.exact;

import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Game;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The limit in time of infinitely many agents of a bundled model. Source: {@code mathematics.md}, section
 * 8.
 *
 * @param values by quantity, as tables of results call it; of a law and its mirror image, those of the one with the positive mean
 * @param critical the parameter at which agents begin to agree, by what it is called
 */
public record Stationary(Map<String, Double> values, Map<String, Double> critical) {

    static final Stationary UNKNOWN = new Stationary(Map.of(), Map.of());

    /** Below this noise the densities of wells are narrower than their quadrature resolves. */
    private static final double LEAST_NOISE = 0.1;

    /** Empty where nothing is known. */
    public static Stationary of(Dynamics dynamics) {
        return dynamics.match(new ByModel());
    }

    /**
     * A value on the side that a population has chosen.
     * @param simulated the population's own value
     */
    public OptionalDouble near(String quantity, double simulated) {
        Double value = values.get(quantity);
        if (value == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value == 0 ? 0 : Math.copySign(value, simulated));
    }

    private static final class ByModel implements Dynamics.Cases<Stationary> {

        @Override
        public Stationary bridge(Dynamics.GuidedBridge bridge) {
            return UNKNOWN;
        }

        @Override
        public Stationary linearQuadratic(Dynamics.LinearQuadratic linear) {
            return UNKNOWN;
        }

        /** N(0, sigma^2 / (2 (kappa + alpha))), where both rates bring agents back. */
        @Override
        public Stationary ornsteinUhlenbeck(Dynamics.MeanFieldOu ou) {
            double fast = ou.relaxation() + ou.coupling();
            return ou.relaxation() > 0 && fast > 0
                    ? new Stationary(moments(0, ou.noise() * ou.noise() / (2 * fast)), Map.of())
                    : UNKNOWN;
        }

        @Override
        public Stationary desaiZwanzig(Dynamics.DesaiZwanzig wells) {
            if (wells.coupling() <= 0 || wells.noise() < LEAST_NOISE) {
                return UNKNOWN;
            }
            DesaiZwanzigLaw law = DesaiZwanzigLaw.of(wells);
            return new Stationary(
                    moments(law.mean(), law.variance()),
                    Map.of("critical-noise", DesaiZwanzigLaw.criticalNoise(wells.coupling())));
        }

        @Override
        public Stationary kuramoto(Dynamics.Kuramoto kuramoto) {
            return KuramotoLaw.applies(kuramoto)
                    ? new Stationary(
                            Map.of("order", KuramotoLaw.orderParameter(kuramoto)),
                            Map.of("critical-coupling", KuramotoLaw.criticalCoupling(kuramoto)))
                    : UNKNOWN;
        }

        @Override
        public Stationary game(Game game) {
            return UNKNOWN;
        }

        @Override
        public Stationary custom(CustomModel model) {
            return UNKNOWN;
        }

        private static Map<String, Double> moments(double mean, double variance) {
            Map<String, Double> moments = new LinkedHashMap<>();
            moments.put("mean(x)", mean);
            moments.put("variance(x)", variance);
            return moments;
        }
    }
}
