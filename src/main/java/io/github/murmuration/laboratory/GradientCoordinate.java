package io.github.murmuration.laboratory;

import io.github.murmuration.scenario.CustomModelBuilder;

/**
 * Wasserstein gradient flow of F = KL(rho || pi), pi = N(mu, c): dx = -grad (log rho/pi) dt, where the population's own mean and variance
 * stand for rho.
 *
 * <pre>m - mu = (m0 - mu) e^(-t/c),   S = c + (S0 - c) e^(-2 t/c)</pre>
 *
 * It minimises F(rho_T) + int E( |v|^2 + |grad dF/drho|^2 )/2 dt, whose least value is F(rho_0); U = log(rho_t/pi), up to a constant.
 * Ambrosio, Gigli and Savare, "Gradient Flows", 2008, section 11.
 */
record GradientCoordinate(Normal start, Normal target, double horizon) implements Coordinate {

    @Override
    public double mean(double t) {
        return target.mean() + (start.mean() - target.mean()) * Math.exp(-t / target.variance());
    }

    @Override
    public double variance(double t) {
        double excess = start.variance() - target.variance();
        return target.variance() + excess * Math.exp(-2 * t / target.variance());
    }

    private Normal law(double t) {
        return new Normal(mean(t), variance(t));
    }

    @Override
    public double optimalCost() {
        return start.relativeEntropy(target);
    }

    @Override
    public double terminalCost(double x) {
        return value(x, horizon);
    }

    @Override
    public double value(double x, double t) {
        return law(t).logRatio(target, x);
    }

    /** Of I = E U'^2/2: -U'' - (log rho)' U'. */
    @Override
    public double variation(double x, double t) {
        double score = -(x - mean(t)) / variance(t);
        double slope = score + (x - target.mean()) / target.variance();
        return 1 / variance(t) - 1 / target.variance() - score * slope;
    }

    @Override
    public String write(CustomModelBuilder model, String x) {
        model.parameter("target" + x, target.mean()).parameter("spread" + x, target.variance());
        String drift = "(" + x + " - mean(" + x + "))/variance(" + x + ") - (" + x + " - target" + x + ")/spread" + x;
        model.drift(x, drift);
        return "(" + drift + ")^2";
    }
}
