package io.github.murmuration.laboratory;

import io.github.murmuration.scenario.CustomModelBuilder;
import io.github.murmuration.scenario.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient flow relaxed by epsilon: dx = v dt at M = e^(-T/epsilon) F, I = e^(-t/epsilon) F/epsilon, L = e^(-t/epsilon) v^2/2, where F =
 * KL(rho || pi), pi = N(mu, c); epsilon to 0 gives the gradient flow of F, to infinity transport at the terminal cost F.
 *
 * <pre>
 * m'' - m'/epsilon = (m - mu)/(epsilon c),         m'(T) = -(m - mu)/c
 * s'' - s'/epsilon = (s/c - 1/s)/epsilon,          s'(T) = -(s/c - 1/s),      S = s^2
 * v = m' + (s'/s) (x - m),   U = C - m' (x - m) - (s'/s) (x - m)^2/2          in units of the time t
 * C' = (C - K)/epsilon - m'^2/2,   C(T) = K(T),    K = log(c/S)/2 + (m - mu)^2/(2 c)
 * </pre>
 */
final class RelaxedCoordinate implements Coordinate {

    /** Steps between nodes; the error of m and s is about 1e-7. */
    private static final int STEPS = 8192;

    /** A model reads every piece of a ramp at every step. */
    private static final int PER_RAMP = 32;

    private final Normal target;
    private final double epsilon;
    private final double horizon;
    private final double[] mean;
    private final double[] meanSpeed;
    private final double[] deviation;
    private final double[] deviationSpeed;
    private final double[] constant;

    RelaxedCoordinate(Normal start, Normal target, double epsilon, double horizon) {
        this.target = target;
        this.epsilon = epsilon;
        this.horizon = horizon;
        double c = target.variance();
        TwoPointProblem means = new TwoPointProblem(m -> (m - target.mean()) / c, m -> 1 / c, epsilon, horizon / STEPS);
        TwoPointProblem spreads =
                new TwoPointProblem(s -> s / c - 1 / s, s -> 1 / c + 1 / (s * s), epsilon, horizon / STEPS);
        mean = means.solve(constant(start.mean()), false);
        meanSpeed = means.derivative(mean);
        deviation = spreads.solve(constant(start.deviation()), true);
        deviationSpeed = spreads.derivative(deviation);
        constant = constants();
    }

    private static double[] constant(double value) {
        double[] values = new double[STEPS + 1];
        Arrays.fill(values, value);
        return values;
    }

    /** C from T back to 0 by the trapezoidal rule. */
    private double[] constants() {
        double half = horizon / STEPS / 2;
        double[] c = new double[STEPS + 1];
        c[STEPS] = height(STEPS);
        for (int i = STEPS; i > 0; i--) {
            double slope = (c[i] - height(i)) / epsilon - 0.5 * meanSpeed[i] * meanSpeed[i];
            double known = height(i - 1) / epsilon + 0.5 * meanSpeed[i - 1] * meanSpeed[i - 1];
            c[i - 1] = (c[i] - half * (slope - known)) / (1 + half / epsilon);
        }
        return c;
    }

    /** K at a node. */
    private double height(int i) {
        double departure = mean[i] - target.mean();
        double c = target.variance();
        return 0.5 * (Math.log(c / (deviation[i] * deviation[i])) + departure * departure / c);
    }

    private Normal law(int i) {
        return new Normal(mean[i], deviation[i] * deviation[i]);
    }

    @Override
    public double mean(double t) {
        return between(mean, t);
    }

    @Override
    public double variance(double t) {
        double s = between(deviation, t);
        return s * s;
    }

    /** By Simpson's rule. */
    @Override
    public double optimalCost() {
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            int weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * rate(i);
        }
        return sum * horizon / STEPS / 3
                + Math.exp(-horizon / epsilon) * law(STEPS).relativeEntropy(target);
    }

    private double rate(int i) {
        double kinetic = 0.5 * (meanSpeed[i] * meanSpeed[i] + deviationSpeed[i] * deviationSpeed[i]);
        return Math.exp(-i * horizon / STEPS / epsilon) * (kinetic + law(i).relativeEntropy(target) / epsilon);
    }

    @Override
    public double terminalCost(double x) {
        return Math.exp(-horizon / epsilon) * law(STEPS).logRatio(target, x);
    }

    @Override
    public double value(double x, double t) {
        double y = x - mean(t);
        double slope = between(deviationSpeed, t) / between(deviation, t);
        return between(constant, t) - between(meanSpeed, t) * y - 0.5 * slope * y * y;
    }

    /** Straight between nodes. */
    private double between(double[] values, double t) {
        double at = t / horizon * STEPS;
        int i = (int) Math.min(STEPS - 1, Math.floor(at));
        return values[i] + (at - i) * (values[i + 1] - values[i]);
    }

    @Override
    public String write(CustomModelBuilder model, String x) {
        model.parameter("mean" + x, ramp(mean))
                .parameter("speed" + x, ramp(meanSpeed))
                .parameter("deviation" + x, ramp(deviation))
                .parameter("growth" + x, ramp(deviationSpeed))
                .parameter("epsilon" + x, epsilon)
                .parameter("target" + x, target.mean())
                .parameter("spread" + x, target.variance());
        String y = "(" + x + " - mean" + x + ")";
        String drift = "speed" + x + " + growth" + x + "/deviation" + x + "*" + y;
        String ratio = "0.5*((" + x + " - target" + x + ")^2/spread" + x + " - (" + y + "/deviation" + x
                + ")^2 + log(spread" + x + "/deviation" + x + "^2))";
        model.drift(x, drift);
        return "exp(-t/epsilon" + x + ")*(0.5*(" + drift + ")^2 + (" + ratio + ")/epsilon" + x + ")";
    }

    private Parameter ramp(double[] values) {
        List<Double> times = new ArrayList<>();
        List<Double> some = new ArrayList<>();
        for (int i = 0; i <= STEPS; i += PER_RAMP) {
            times.add(i * horizon / STEPS);
            some.add(values[i]);
        }
        return new Parameter.Ramp(times, some);
    }
}
