package io.github.murmuration.laboratory;

import io.github.murmuration.scenario.CustomModelBuilder;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * Transport at the terminal cost KL(rho_T || pi), pi = N(mu, c): dx = v dt + sigma dW at the cost v^2/2.
 *
 * <pre>
 * v = w - p (x - m),  w = -(m_T - mu)/c,  p = P/(1 + P (T - t)),  P = 1/c - 1/S_T
 * S(t) = (1 + P (T - t))^2/(1 + P T)^2 S0 + sigma^2 t (1 + P (T - t))/(1 + P T)
 * U = p (x - m)^2/2 - w (x - m) + log(c/S_T)/2 + (m_T - mu)^2/(2 c) + w^2 (T - t)/2 + (sigma^2/2) log(1 + P (T - t))
 * </pre>
 *
 * U is up to the constant of dM/drho = log(rho_T/pi) + 1, which is left out.
 */
final class TransportCoordinate implements Coordinate {

    private final Normal start;
    private final Normal target;
    private final double sigma;
    private final double horizon;
    private final double curvature;
    private final double speed;

    TransportCoordinate(Normal start, Normal target, double sigma, double horizon) {
        this.start = start;
        this.target = target;
        this.sigma = sigma;
        this.horizon = horizon;
        this.curvature = curvature();
        double share = horizon / target.variance();
        double end = (start.mean() + share * target.mean()) / (1 + share);
        this.speed = -(end - target.mean()) / target.variance();
    }

    /** P: 1/c - P - 1/S_T falls from above 0 at -1/T to below 0 at 1/c. */
    private double curvature() {
        double most = 1 / target.variance();
        double least = -1 / horizon;
        double near = least + 1e-12 * (most - least);
        return new BracketingNthOrderBrentSolver(1e-15 * (most - least), 1e-15 * (most - least), 1e-15, 5)
                .solve(1000, p -> most - p - 1 / variance(horizon, p), near, most);
    }

    private double variance(double t, double p) {
        double shrunk = (1 + p * (horizon - t)) / (1 + p * horizon);
        return shrunk * shrunk * start.variance() + sigma * sigma * t * shrunk;
    }

    private double slope(double t) {
        return curvature / (1 + curvature * (horizon - t));
    }

    private Normal end() {
        return new Normal(mean(horizon), variance(horizon));
    }

    @Override
    public double mean(double t) {
        return start.mean() + speed * t;
    }

    @Override
    public double variance(double t) {
        return variance(t, curvature);
    }

    /** int E v^2/2 dt, of which int p^2 S dt = p_0 S_0 - P S_T + sigma^2 log(1 + P T), and KL. */
    @Override
    public double optimalCost() {
        double spread = slope(0) * start.variance()
                - curvature * variance(horizon)
                + sigma * sigma * Math.log1p(curvature * horizon);
        return 0.5 * (speed * speed * horizon + spread) + end().relativeEntropy(target);
    }

    @Override
    public double terminalCost(double x) {
        return end().logRatio(target, x);
    }

    @Override
    public double value(double x, double t) {
        double y = x - mean(t);
        double left = horizon - t;
        double departure = end().mean() - target.mean();
        double constant = Math.log(target.variance() / variance(horizon)) + departure * departure / target.variance();
        double run = speed * speed * left + sigma * sigma * Math.log1p(curvature * left);
        return 0.5 * (slope(t) * y * y + constant + run) - speed * y;
    }

    @Override
    public String write(CustomModelBuilder model, String x) {
        model.parameter("speed" + x, speed)
                .parameter("mean" + x, "(" + start.mean() + ") + speed" + x + "*t")
                .parameter("end" + x, curvature)
                .parameter("slope" + x, "end" + x + "/(1 + end" + x + "*(" + horizon + " - t))");
        String drift = "speed" + x + " - slope" + x + "*(" + x + " - mean" + x + ")";
        model.drift(x, drift);
        if (sigma > 0) {
            model.parameter("sigma" + x, sigma).noise(x, "sigma" + x);
        }
        return "0.5*(" + drift + ")^2";
    }
}
