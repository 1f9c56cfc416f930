package io.github.murmuration.exact;

import io.github.murmuration.scenario.Dynamics;

/**
 * Moments of N mean-field Ornstein-Uhlenbeck agents, exact for every N. Their mean M and their departures D_i = X_i - M are independent
 * Ornstein-Uhlenbeck processes, dM = -kappa M dt + sigma N^(-1/2) dW and dD_i = -(kappa + alpha) D_i dt + sigma (dW_i - mean of dW).
 * Source: {@code mathematics.md}, section 8.
 *
 * @param mean E M
 * @param varianceOfMean Var M
 * @param spread E of the sample variance (1/N) sum D_i^2
 */
public record MeanFieldOuMoments(double mean, double varianceOfMean, double spread) {

    /** At time t in the units of the rates, from N independent starts of the given mean and variance. */
    public static MeanFieldOuMoments at(
            Dynamics.MeanFieldOu dynamics, double t, long agents, double startMean, double startVariance) {
        double slow = dynamics.relaxation();
        double fast = dynamics.relaxation() + dynamics.coupling();
        double noise = dynamics.noise() * dynamics.noise();
        return new MeanFieldOuMoments(
                startMean * Math.exp(-slow * t),
                (startVariance * Math.exp(-2 * slow * t) + noise * integral(2 * slow, t)) / agents,
                (startVariance * Math.exp(-2 * fast * t) + noise * integral(2 * fast, t)) * (1 - 1.0 / agents));
    }

    /** int_0^t exp(-rate s) ds. */
    private static double integral(double rate, double t) {
        return rate == 0 ? t : -Math.expm1(-rate * t) / rate;
    }
}
