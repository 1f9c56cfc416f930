package io.github.murmuration.schedule;

/**
 * The Green function of an interval of length delta with stiffness beta and a guidance linear in time,
 * log g(x, y) = -a |x|^2/2 + b x.y - a |y|^2/2 + thetaLeft.x + thetaRight.y + const, per coordinate.
 *
 * <pre>
 * a = omega coth(omega delta)   b = omega / sinh(omega delta)   omega = sqrt(beta)     (beta = 0: a = b = 1/delta)
 * theta = nu omega tanh(omega delta/2) for a constant guidance nu
 * </pre>
 *
 * @param excess a - b = omega tanh(omega delta/2), without cancellation
 * @param slopeMoment (omega delta coth(omega delta) - 1)/delta: weight of the guidance's change over the interval in thetaRight
 */
record HarmonicKernel(double a, double b, double excess, double slopeMoment) {

    static HarmonicKernel of(double beta, double delta) {
        double omega = Math.sqrt(beta);
        double x = omega * delta;
        if (x < 1e-100) {
            return new HarmonicKernel(1 / delta, 1 / delta, 0, 0);
        }
        double coth = 1 / Math.tanh(x);
        return new HarmonicKernel(
                omega * coth, omega / Math.sinh(x), omega * Math.tanh(x / 2), Hyperbolic.xCothXMinusOne(x) / delta);
    }

    /** thetaRight for a guidance going from nuLeft to nuRight; thetaLeft is that of the reversed guidance. */
    double thetaRight(double nuLeft, double nuRight) {
        return nuLeft * excess + (nuRight - nuLeft) * slopeMoment;
    }
}
