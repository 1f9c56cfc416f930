package io.github.murmuration.laboratory;

import java.util.function.DoubleUnaryOperator;

/**
 * x'' - x'/epsilon = f(x)/epsilon on [0, T], x(0) given, x'(T) = -f(x(T)): the extremals of int e^(-t/epsilon) (x'^2/2 + F(x)/epsilon) dt +
 * e^(-T/epsilon) F(x(T)), F' = f. Central differences of second order, Newton steps damped so that x stays where it must.
 */
final class TwoPointProblem {

    private static final int MOST_STEPS = 100;
    private static final double SMALL = 1e-13;

    private final DoubleUnaryOperator force;
    private final DoubleUnaryOperator slope;
    private final double epsilon;
    private final double h;

    /**
     * @param force f.
     * @param slope f'.
     * @param h spacing of the nodes, below 2 epsilon
     */
    TwoPointProblem(DoubleUnaryOperator force, DoubleUnaryOperator slope, double epsilon, double h) {
        this.force = force;
        this.slope = slope;
        this.epsilon = epsilon;
        this.h = h;
    }

    /**
     * The solution at the nodes.
     * @param guess at the nodes, its first value x(0).
     * @param positive whether x stays above 0
     *
     * @throws ArithmeticException Newton's steps do not end
     */
    double[] solve(double[] guess, boolean positive) {
        double[] x = guess.clone();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] change = newton(x);
            double share = positive ? damping(x, change) : 1;
            double largest = 0;
            for (int i = 0; i < x.length; i++) {
                x[i] += share * change[i];
                largest = Math.max(largest, Math.abs(change[i]) / (1 + Math.abs(x[i])));
            }
            if (largest < SMALL * x.length) {
                return x;
            }
        }
        throw new ArithmeticException(
                "the two-point problem of the relaxed gradient flow has no solution found by Newton's method");
    }

    /** x' at the nodes, of second order. */
    double[] derivative(double[] x) {
        int n = x.length - 1;
        double[] derivative = new double[n + 1];
        derivative[0] = (-3 * x[0] + 4 * x[1] - x[2]) / (2 * h);
        for (int i = 1; i < n; i++) {
            derivative[i] = (x[i + 1] - x[i - 1]) / (2 * h);
        }
        derivative[n] = -force.applyAsDouble(x[n]);
        return derivative;
    }

    private static double damping(double[] x, double[] change) {
        double share = 1;
        for (int i = 0; i < x.length; i++) {
            if (change[i] < 0) {
                share = Math.min(share, -0.5 * x[i] / change[i]);
            }
        }
        return share;
    }

    /** Elimination of the tridiagonal system from the left. The last node has a neighbour x + 2 h x'(T) beyond it. */
    private double[] newton(double[] x) {
        int n = x.length - 1;
        double below = 1 / (h * h) + 1 / (2 * h * epsilon);
        double above = 1 / (h * h) - 1 / (2 * h * epsilon);
        double[] factor = new double[n + 1];
        double[] change = new double[n + 1];
        for (int i = 1; i <= n; i++) {
            double f = force.applyAsDouble(x[i]);
            double df = slope.applyAsDouble(x[i]);
            boolean last = i == n;
            double beyond = last ? x[n - 1] - 2 * h * f : x[i + 1];
            double left = last ? below + above : below;
            double middle = -2 / (h * h) - df / epsilon - (last ? above * 2 * h * df : 0);
            double residual = below * x[i - 1] - 2 / (h * h) * x[i] + above * beyond - f / epsilon;
            double pivot = middle - left * factor[i - 1];
            factor[i] = last ? 0 : above / pivot;
            change[i] = (-residual - left * change[i - 1]) / pivot;
        }
        for (int i = n - 1; i >= 0; i--) {
            change[i] -= factor[i] * change[i + 1];
        }
        return change;
    }
}
