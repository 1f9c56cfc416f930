package io.github.murmuration.laboratory;

import io.github.murmuration.scenario.CustomModelBuilder;

/**
 * Schroedinger bridge from N(m0, S0) to N(m1, S1): dx = sigma v dt + sigma dW at the cost v^2/2, rho_T given.
 *
 * <pre>
 * C = ( sqrt(4 S0 S1 + sigma^4 T^2) - sigma^2 T )/2           covariance of the ends
 * S(t) = (1-u)^2 S0 + u^2 S1 + u (1-u) (2 C + sigma^2 T),  u = t/T
 * sigma v = nu + k (x - m),  nu = (m1 - m0)/T,  k = k0/(1 + k0 t),  k0 = (C - S0)/(T S0)
 * U = -( nu (x - m) + k (x - m)^2/2 )/sigma^2 - nu^2 t/(2 sigma^2) + log(1 + k0 t)/2
 * J = ( ((m1 - m0)^2 + S0 + S1 - 2 C)/(sigma^2 T) - 1 - log(C/S0) )/2
 * </pre>
 *
 * U(., T) is the multiplier of the constraint, so that no terminal cost is paid. Bunne et al., "The Schroedinger bridge between Gaussian
 * measures has a closed form", 2023.
 */
record BridgeCoordinate(Normal start, Normal end, double sigma, double horizon) implements Coordinate {

    private double covariance() {
        double added = sigma * sigma * horizon;
        return 2
                * start.variance()
                * end.variance()
                / (Math.sqrt(4 * start.variance() * end.variance() + added * added) + added);
    }

    private double speed() {
        return (end.mean() - start.mean()) / horizon;
    }

    private double firstSlope() {
        return (covariance() - start.variance()) / (horizon * start.variance());
    }

    @Override
    public double mean(double t) {
        return start.mean() + speed() * t;
    }

    @Override
    public double variance(double t) {
        double u = t / horizon;
        double between = 2 * covariance() + sigma * sigma * horizon;
        return (1 - u) * (1 - u) * start.variance() + u * u * end.variance() + u * (1 - u) * between;
    }

    @Override
    public double optimalCost() {
        double departure = end.mean() - start.mean();
        double distance = departure * departure + start.variance() + end.variance() - 2 * covariance();
        return 0.5 * (distance / (sigma * sigma * horizon) - 1 - Math.log(covariance() / start.variance()));
    }

    @Override
    public double terminalCost(double x) {
        return 0;
    }

    @Override
    public double value(double x, double t) {
        double y = x - mean(t);
        double grown = 1 + firstSlope() * t;
        double control = speed() * y + 0.5 * firstSlope() / grown * y * y + 0.5 * speed() * speed() * t;
        return -control / (sigma * sigma) + 0.5 * Math.log(grown);
    }

    @Override
    public String write(CustomModelBuilder model, String x) {
        model.parameter("speed" + x, speed())
                .parameter("mean" + x, "(" + start.mean() + ") + speed" + x + "*t")
                .parameter("first" + x, firstSlope())
                .parameter("slope" + x, "first" + x + "/(1 + first" + x + "*t)")
                .parameter("sigma" + x, sigma);
        String drift = "speed" + x + " + slope" + x + "*(" + x + " - mean" + x + ")";
        model.drift(x, drift).noise(x, "sigma" + x);
        return "0.5*((" + drift + ")/sigma" + x + ")^2";
    }
}
