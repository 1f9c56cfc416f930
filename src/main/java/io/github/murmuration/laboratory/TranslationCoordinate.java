package io.github.murmuration.laboratory;

import io.github.murmuration.scenario.CustomModelBuilder;

/**
 * One coordinate of a continuous normalizing flow at KL(rho_T || pi) alone, with nothing to pay for velocities of magnitude up to a limit:
 * a Gaussian is carried towards one of the same variance at a constant velocity w until the time tau, and then rests.
 *
 * <pre>U(x, t) = log(rho_T/pi)(x + w (tau - t)^+)</pre>
 *
 * @param velocity w
 * @param until tau
 */
record TranslationCoordinate(Normal start, Normal target, double velocity, double until, double horizon)
        implements Coordinate {

    @Override
    public double mean(double t) {
        return start.mean() + velocity * Math.min(t, until);
    }

    @Override
    public double variance(double t) {
        return start.variance();
    }

    private Normal end() {
        return new Normal(mean(horizon), variance(horizon));
    }

    @Override
    public double optimalCost() {
        return end().relativeEntropy(target);
    }

    @Override
    public double terminalCost(double x) {
        return end().logRatio(target, x);
    }

    @Override
    public double value(double x, double t) {
        return terminalCost(x + velocity * Math.max(0, until - t));
    }

    @Override
    public String write(CustomModelBuilder model, String x) {
        model.parameter("speed" + x, velocity);
        model.drift(x, "where(t < " + until + ", speed" + x + ", 0)");
        return "0";
    }
}
