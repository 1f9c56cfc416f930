package io.github.murmuration.study.clouds;

import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.diffusion.Clock;
import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.ExchangeableMoments;
import io.github.murmuration.diffusion.VariancePreserving;

/**
 * Relative entropy per point, and per coordinate, of clouds of N points about a centre with respect to independent points of the same mean
 * and variance: of the law, and of what Euler steps end with that are even in u and start from the noised law at u = 6, beta = 1.
 */
record Entropy(ExchangeableGaussian law, int points) {

    static final double HORIZON = 6;

    /** Steps of 0.004. */
    static final int STEPS = 1500;

    private static final Diffusion DIFFUSION = VariancePreserving.ofUnitRate(HORIZON);

    /** Of some moments. */
    double of(ExchangeableMoments moments) {
        return moments.entropy(points, law.mean(), law.centreVariance() + law.pointVariance());
    }

    double ofLaw() {
        return of(new ExchangeableMoments(law.mean(), law.centreVariance(), law.pointVariance()));
    }

    double ofSteps(int steps) {
        return of(moments(steps));
    }

    private ExchangeableMoments moments(int steps) {
        return ExchangeableMoments.noised(law, DIFFUSION, HORIZON)
                .reversed(law, DIFFUSION, new Clock(HORIZON, 0, steps, false), points);
    }

    /** From {@link #STEPS}, twice and four times as many steps, without what is of the first and of the second order in their length. */
    double extrapolated() {
        return (8 * ofSteps(4 * STEPS) - 6 * ofSteps(2 * STEPS) + ofSteps(STEPS)) / 3;
    }

    /**
     * Standard error of the entropy of moments that are estimated from values of the mean of a cloud and of the variance within one, which
     * are independent, by the delta method.
     *
     * @param values clouds times coordinates
     */
    double error(double values) {
        ExchangeableMoments moments = moments(STEPS);
        double ofMean = moments.varianceOfMean(points);
        double variance = law.centreVariance() + law.pointVariance();
        double byOfMean = 0.5 * (1 / variance - 1 / (points * ofMean));
        double byOwn = 0.5 * (1 - 1.0 / points) * (1 / variance - 1 / moments.own());
        return Math.hypot(
                byOfMean * ofMean * Math.sqrt(2 / values),
                byOwn * moments.own() * Math.sqrt(2 / (values * (points - 1))));
    }
}
