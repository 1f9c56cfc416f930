package io.github.murmuration.exact;

import io.github.murmuration.scenario.Mark;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Mean and variance of a mark. */
record Spread(double mean, double variance) {

    /** Empty for a law without them. */
    static Optional<Spread> of(Mark mark) {
        if (mark instanceof Mark.Gaussian gaussian) {
            return Optional.of(new Spread(gaussian.mean(), Math.pow(gaussian.standardDeviation(), 2)));
        }
        if (mark instanceof Mark.Uniform uniform) {
            double width = uniform.high() - uniform.low();
            return Optional.of(new Spread(uniform.low() + width / 2, width * width / 12));
        }
        if (mark instanceof Mark.Mixture mixture) {
            return Optional.of(of(mixture.weights(), mixture.means(), mixture.standardDeviations()));
        }
        if (mark instanceof Mark.Samples samples) {
            int n = samples.values().size();
            return Optional.of(of(Collections.nCopies(n, 1.0 / n), samples.values(), Collections.nCopies(n, 0.0)));
        }
        return Optional.empty();
    }

    private static Spread of(List<Double> weights, List<Double> means, List<Double> deviations) {
        double mean = 0;
        for (int k = 0; k < weights.size(); k++) {
            mean += weights.get(k) * means.get(k);
        }
        double variance = 0;
        for (int k = 0; k < weights.size(); k++) {
            double departure = means.get(k) - mean;
            variance += weights.get(k) * (departure * departure + Math.pow(deviations.get(k), 2));
        }
        return new Spread(mean, variance);
    }
}
