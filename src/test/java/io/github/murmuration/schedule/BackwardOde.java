package io.github.murmuration.schedule;

import io.github.murmuration.scenario.Protocol;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * The backward equations by an adaptive Runge-Kutta method, from a sliver before t = 1 on which the textbook formulas are safe:
 * a = omega coth(omega rho), b = omega/sinh(omega rho), thetaX = int beta nu sinh(omega s) ds / sinh(omega rho).
 *
 * <p>K and thetaY - thetaY_0 are sums of integrals between checkpoints, never differences of large numbers.
 */
final class BackwardOde {

    private static final double SLIVER = 1e-3;
    private static final double RELATIVE = 1e-14;

    private final Protocol protocol;
    private final GuidancePath guidance;
    private final int d;
    final double[] times;
    final double[] a;
    final double[] b;
    final double[] precision;
    final double[][] thetaX;
    final double[][] thetaY;

    /** @param times increasing from 0 to at most 1 - SLIVER, the breaks in that range among them */
    BackwardOde(Protocol protocol, GuidancePath guidance, double... times) {
        this.protocol = protocol;
        this.guidance = guidance;
        this.d = guidance.left()[0].length;
        this.times = times;
        this.a = new double[times.length];
        this.b = new double[times.length];
        this.precision = new double[times.length];
        this.thetaX = new double[times.length][d];
        this.thetaY = new double[times.length][d];
        solve();
    }

    /** State: a, b, int b^2, thetaX [d], int b thetaX [d]; the integrals restart at every checkpoint. */
    private void solve() {
        double[] state = onSliver();
        double time = 1 - SLIVER;
        double[][] segments = new double[times.length][];
        for (int n = times.length - 1; n >= 0; n--) {
            double[] restarted = state.clone();
            restarted[2] = 0;
            java.util.Arrays.fill(restarted, 3 + d, 3 + 2 * d, 0);
            state = time == times[n] ? restarted : integrate(restarted, time, times[n]);
            time = times[n];
            segments[n] = state;
            a[n] = state[0];
            b[n] = state[1];
            System.arraycopy(state, 3, thetaX[n], 0, d);
        }
        for (int n = 1; n < times.length; n++) {
            precision[n] = precision[n - 1] - segments[n - 1][2];
            for (int j = 0; j < d; j++) {
                thetaY[n][j] = thetaY[n - 1][j] + segments[n - 1][3 + d + j];
            }
        }
    }

    private double[] integrate(double[] state, double from, double to) {
        int interval = protocol.intervals() - 1;
        while (protocol.breaks()[interval] > to) {
            interval--;
        }
        double[] absolute = new double[state.length];
        double[] relative = new double[state.length];
        java.util.Arrays.fill(absolute, 1e-200);
        java.util.Arrays.fill(relative, RELATIVE);
        // integrals start at 0, and thetas pass through it: a bound relative to their final size
        java.util.Arrays.fill(absolute, 3, 3 + d, 1e-15);
        absolute[2] = RELATIVE * state[1] * state[1] * (from - to) * 1e-3;
        java.util.Arrays.fill(absolute, 3 + d, 3 + 2 * d, RELATIVE * state[1] * (from - to) * 1e-3);
        var solver = new DormandPrince853Integrator(1e-16, 0.1, absolute, relative);
        return solver.integrate(equations(interval), new ODEState(from, state), to)
                .getPrimaryState();
    }

    private OrdinaryDifferentialEquation equations(int interval) {
        double beta = protocol.beta()[interval];
        double left = protocol.breaks()[interval];
        double length = protocol.breaks()[interval + 1] - left;
        return new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 3 + 2 * d;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                double[] derivative = new double[y.length];
                derivative[0] = y[0] * y[0] - beta;
                derivative[1] = y[0] * y[1];
                derivative[2] = y[1] * y[1];
                for (int j = 0; j < d; j++) {
                    double nu = guidance.at(interval, (t - left) / length, j);
                    derivative[3 + j] = y[0] * y[3 + j] - beta * nu;
                    derivative[3 + d + j] = y[1] * y[3 + j];
                }
                return derivative;
            }
        };
    }

    private double[] onSliver() {
        int last = protocol.intervals() - 1;
        double beta = protocol.beta()[last];
        double omega = Math.sqrt(beta);
        double[] state = new double[3 + 2 * d];
        state[0] = beta == 0 ? 1 / SLIVER : omega / Math.tanh(omega * SLIVER);
        state[1] = beta == 0 ? 1 / SLIVER : omega / Math.sinh(omega * SLIVER);
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(20, 0, SLIVER);
        double length = 1 - protocol.breaks()[last];
        for (int j = 0; beta > 0 && j < d; j++) {
            int coordinate = j;
            double moment =
                    rule.integrate(s -> beta * guidance.at(last, 1 - s / length, coordinate) * Math.sinh(omega * s));
            state[3 + j] = moment / Math.sinh(omega * SLIVER);
        }
        return state;
    }
}
