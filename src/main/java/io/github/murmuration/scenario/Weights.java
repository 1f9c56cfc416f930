package io.github.murmuration.scenario;

import java.util.Arrays;

/** Weights of the components of a mixture. */
final class Weights {
    private static final double TOLERANCE = 1e-12;

    private Weights() {}

    /** The weights themselves if they sum to 1, else a copy divided by the sum. */
    static double[] normalised(double[] weights) {
        Check.notEmpty("weights", weights.length, "at least one weight");
        for (int k = 0; k < weights.length; k++) {
            Check.positive("weights[" + k + "]", weights[k]);
        }
        double sum = sum(weights);
        Check.finite("weights", sum);
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] / sum < Float.MIN_NORMAL) {
                throw ScenarioException.refused(
                        "weights[" + k + "]", Check.text(weights[k]), "at least 1.2e-38 of the sum of all");
            }
        }
        return sumToOne(weights)
                ? weights
                : Arrays.stream(weights).map(w -> w / sum).toArray();
    }

    static boolean sumToOne(double[] weights) {
        return Math.abs(sum(weights) - 1) <= TOLERANCE;
    }

    static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
