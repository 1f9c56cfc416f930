package io.github.murmuration.schedule.lqg;

import io.github.murmuration.scenario.Guidance;
import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * The equations of the linear-quadratic problem by an adaptive Runge-Kutta method, one matrix entry at a time: S and s backwards
 * from the closed form's values at t = 1, then m, Sigma and the control energy forwards from the initial law.
 */
final class LqgOde {

    private final double[][] a;
    private final double[][] q;
    private final int d;
    private final DoubleFunction<double[]> guidance;

    /** @param guidance nu_t; smooth between the times that are asked for */
    LqgOde(LinearQuadraticProblem problem, DoubleFunction<double[]> guidance) {
        this.a = problem.dynamics().drift();
        this.q = problem.dynamics().cost();
        this.d = a.length;
        this.guidance = guidance;
    }

    /** (S, s) at a time [d d + d] from its value at another. */
    double[] backward(double[] state, double from, double to) {
        return integrate(state, from, to, this::riccati);
    }

    /**
     * (m, Sigma, int |E u|^2 + tr S Sigma S) at a time [d + d d + 1].
     * @param control (S, s) at any time
     */
    double[] forward(double[] state, double from, double to, DoubleFunction<double[]> control) {
        return integrate(state, from, to, (t, y) -> population(y, control.apply(t)));
    }

    /** nu_t of a guidance without custom points; the mean itself is taken from the solution. */
    static DoubleFunction<double[]> path(LinearQuadraticProblem problem, Guidance guidance, LqgSolution solution) {
        if (guidance instanceof Guidance.MeanField) {
            return t -> solution.at(t).mean();
        }
        double[] fixed =
                guidance instanceof Guidance.Zero ? new double[problem.targetMean().length] : problem.targetMean();
        return t -> fixed;
    }

    /** S and s in one vector. */
    static double[] control(LqgSolution.Values values) {
        return flat(values.riccati(), values.offset());
    }

    static double[] flat(double[][] matrix, double[] vector) {
        int d = vector.length;
        double[] flat = new double[d * d + d];
        for (int i = 0; i < d; i++) {
            System.arraycopy(matrix[i], 0, flat, i * d, d);
        }
        System.arraycopy(vector, 0, flat, d * d, d);
        return flat;
    }

    private interface Equations {
        double[] derivative(double t, double[] y);
    }

    /** S' = S^2 - A^T S - S A - Q, s' = -(A^T - S) s + Q nu. */
    private double[] riccati(double t, double[] y) {
        double[] slope = new double[y.length];
        double[] nu = guidance.apply(t);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                slope[i * d + j] -= q[i][j];
                for (int k = 0; k < d; k++) {
                    slope[i * d + j] += y[i * d + k] * y[k * d + j] - a[k][i] * y[k * d + j] - y[i * d + k] * a[k][j];
                }
                slope[d * d + i] += (y[i * d + j] - a[j][i]) * y[d * d + j] + q[i][j] * nu[j];
            }
        }
        return slope;
    }

    /** m' = A m + E u, Sigma' = (A - S) Sigma + Sigma (A - S)^T + I, energy' = |E u|^2 + tr S Sigma S, E u = -S m - s. */
    private double[] population(double[] y, double[] control) {
        double[] slope = new double[y.length];
        for (int i = 0; i < d; i++) {
            double mean = -control[d * d + i];
            for (int j = 0; j < d; j++) {
                mean -= control[i * d + j] * y[j];
                slope[i] += a[i][j] * y[j];
                slope[d + i * d + j] += i == j ? 1 : 0;
                for (int k = 0; k < d; k++) {
                    double closed = a[i][k] - control[i * d + k];
                    slope[d + i * d + j] += closed * y[d + k * d + j];
                    slope[d + j * d + i] += closed * y[d + j * d + k];
                    for (int l = 0; l < d; l++) {
                        slope[d + d * d] += j > 0 ? 0 : control[i * d + k] * y[d + k * d + l] * control[i * d + l];
                    }
                }
            }
            slope[i] += mean;
            slope[d + d * d] += mean * mean;
        }
        return slope;
    }

    private static double[] integrate(double[] state, double from, double to, Equations equations) {
        double[] tolerance = new double[state.length];
        Arrays.fill(tolerance, 1e-12);
        var solver = new DormandPrince853Integrator(1e-14, 0.1, tolerance, tolerance);
        OrdinaryDifferentialEquation system = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return state.length;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                return equations.derivative(t, y);
            }
        };
        return solver.integrate(system, new ODEState(from, state), to).getPrimaryState();
    }
}
