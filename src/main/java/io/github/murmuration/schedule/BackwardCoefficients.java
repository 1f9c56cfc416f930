package io.github.murmuration.schedule;

import io.github.murmuration.scenario.Protocol;
import java.util.Arrays;

/**
 * Coefficients of the backward Green function under a piecewise-constant protocol, in closed form at any t in [0, 1).
 *
 * <p>log G(t,x; 1,y) = -a|x|^2/2 + b x.y - c|y|^2/2 + thetaX.x + thetaY.y + const solves
 *
 * <pre>
 * a' = a^2 - beta    b' = a b    c' = b^2    thetaX' = a thetaX - beta nu    thetaY' = -b thetaX
 * </pre>
 *
 * On an interval everything follows from phi = p cosh(omega rho) + q sinh(omega rho)/omega, rho the time to its right end, where
 * (p, q) = (1, a at that end), or (0, 1) on the last interval. Every quantity is scaled by exp(-omega rho) so that no
 * stiffness overflows. See {@code src/site/markdown/mathematics.md}, section 2.
 */
public final class BackwardCoefficients {

    /**
     * Values at one time.
     *
     * @param excess a - b >= 0, without cancellation
     * @param precision K = c_t - c_0 >= 0
     * @param thetaX [d]
     * @param thetaY thetaY_t - thetaY_0 [d]
     */
    public record Values(double a, double b, double excess, double precision, double[] thetaX, double[] thetaY) {}

    /** What an interval needs of its right end; phiLeft is phi at its left end, scaled by exp(-omega length). */
    private record RightEnd(double p, double q, double b, double excess, double[] thetaX, double phiLeft) {}

    private final Protocol protocol;
    private final GuidancePath guidance;
    private final RightEnd[] ends;
    private final double[] precisionAtBreak;
    private final double[][] thetaYAtBreak;

    public BackwardCoefficients(Protocol protocol, GuidancePath guidance) {
        this.protocol = protocol;
        this.guidance = guidance;
        int intervals = protocol.intervals();
        this.ends = new RightEnd[intervals];
        this.precisionAtBreak = new double[intervals];
        this.thetaYAtBreak = new double[intervals][guidance.left()[0].length];
        solveBackwards();
        accumulateForwards();
    }

    /**
     * Values at t in [0, 1), to the right of a break.
     * @return thetaX and thetaY are fresh arrays.
     */
    public Values at(double t) {
        return at(interval(t), t);
    }

    /** Values at t as interval i sees them, its two ends included (not t = 1). */
    Values at(int i, double t) {
        RightEnd end = ends[i];
        double rho = right(i) - t;
        double omega = Math.sqrt(protocol.beta()[i]);
        Scaled scaled = Scaled.of(omega, rho);
        double phi = end.p * scaled.cosh + end.q * scaled.sinh;
        double stiff = end.p * protocol.beta()[i] * scaled.sinh;
        double b = end.b * scaled.one / phi;
        double a = (stiff + end.q * scaled.cosh) / phi;
        double excess = (stiff + end.q * scaled.coshMinusOne + end.excess * scaled.one) / phi;
        double[] thetaX = thetaX(i, t, scaled, phi);
        double elapsed = Scaled.of(omega, t - left(i)).sinh;
        double precision = precisionAtBreak[i] + b * end.b * scaled.one * elapsed / end.phiLeft;
        return new Values(a, b, excess, precision, thetaX, thetaY(i, t, a, b, thetaX));
    }

    public Protocol protocol() {
        return protocol;
    }

    GuidancePath guidance() {
        return guidance;
    }

    /** Interval with {@code breaks[i] <= t < breaks[i+1]}. */
    int interval(double t) {
        int found = Arrays.binarySearch(protocol.breaks(), t);
        return found >= 0 ? found : -found - 2;
    }

    /** nu at time t of interval i, coordinate j. */
    double nu(int i, double t, int j) {
        return guidance.at(i, (t - left(i)) / (right(i) - left(i)), j);
    }

    private void solveBackwards() {
        int last = ends.length - 1;
        double[] zero = new double[guidance.left()[0].length];
        for (int i = last; i >= 0; i--) {
            Values next = i == last ? new Values(1, 1, 0, 0, zero, zero) : at(i + 1, right(i));
            double p = i == last ? 0 : 1;
            Scaled scaled = Scaled.of(Math.sqrt(protocol.beta()[i]), right(i) - left(i));
            double phiLeft = p * scaled.cosh + next.a * scaled.sinh;
            ends[i] = new RightEnd(p, next.a, next.b, next.excess, next.thetaX, phiLeft);
        }
    }

    private void accumulateForwards() {
        for (int i = 0; i + 1 < ends.length; i++) {
            Values values = at(i, right(i));
            precisionAtBreak[i + 1] = values.precision;
            thetaYAtBreak[i + 1] = values.thetaY;
        }
    }

    /** (thetaX at the right end + beta int nu phi) / phi, the guidance being nu_R - slope rho. */
    private double[] thetaX(int i, double t, Scaled scaled, double phi) {
        RightEnd end = ends[i];
        double length = right(i) - left(i);
        double rho = right(i) - t;
        double moment0 = end.p * protocol.beta()[i] * scaled.sinh + end.q * scaled.coshMinusOne;
        double moment1 = rho * moment0 - end.p * scaled.coshMinusOne - end.q * scaled.sinhMinusRho;
        double[] thetaX = new double[end.thetaX.length];
        for (int j = 0; j < thetaX.length; j++) {
            double nuRight = guidance.at(i, 1, j);
            double slope = (nuRight - guidance.at(i, 0, j)) / length;
            thetaX[j] = (end.thetaX[j] * scaled.one + nuRight * moment0 - slope * moment1) / phi;
        }
        return thetaX;
    }

    /** By composition over [left end, t]: thetaY_t - thetaY_left = -b_t (thetaRight + thetaX_t)/(a_delta + a_t). */
    private double[] thetaY(int i, double t, double a, double b, double[] thetaX) {
        double[] thetaY = thetaYAtBreak[i].clone();
        double delta = t - left(i);
        if (delta == 0) {
            return thetaY;
        }
        HarmonicKernel kernel = HarmonicKernel.of(protocol.beta()[i], delta);
        for (int j = 0; j < thetaY.length; j++) {
            double pull = kernel.thetaRight(nu(i, left(i), j), nu(i, t, j)) + thetaX[j];
            thetaY[j] -= b * pull / (kernel.a() + a);
        }
        return thetaY;
    }

    private double left(int i) {
        return protocol.breaks()[i];
    }

    private double right(int i) {
        return protocol.breaks()[i + 1];
    }

    /** Hyperbolic functions of omega rho, times exp(-omega rho); sinh and sinh - rho divided by omega. */
    private record Scaled(double one, double sinh, double cosh, double coshMinusOne, double sinhMinusRho) {

        static Scaled of(double omega, double rho) {
            double x = omega * rho;
            double decay = Math.exp(-x);
            if (x < 1e-100) {
                return new Scaled(1, rho, 1, 0, 0);
            }
            double half = Math.expm1(-x);
            double sinh = -Math.expm1(-2 * x) / (2 * omega);
            return new Scaled(
                    decay, sinh, (1 + decay * decay) / 2, half * half / 2, Hyperbolic.scaledSinhMinusX(x) / omega);
        }
    }
}
