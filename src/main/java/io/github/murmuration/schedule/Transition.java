package io.github.murmuration.schedule;

/**
 * Exact transition of an agent over one step, given its endpoint y:
 * x' ~ N(alpha x + gamma + eta y, noise^2 I), inside one interval of the protocol. With no endpoint of its own an agent has
 * y = E[Y | h] in scheme {@code posterior-mean} and y drawn in {@code exact}.
 */
record Transition(double alpha, double eta, double noise, double[] gamma) {

    /** From t to {@code next <= 1}, both in the interval of t. */
    static Transition of(BackwardCoefficients backward, double t, double next) {
        int i = backward.interval(t);
        HarmonicKernel kernel = HarmonicKernel.of(backward.protocol().beta()[i], next - t);
        double[] gamma = new double[backward.guidance().left()[i].length];
        if (next == 1) {
            return new Transition(0, 1, 0, gamma);
        }
        BackwardCoefficients.Values ahead = backward.at(i, next);
        double precision = kernel.a() + ahead.a();
        for (int j = 0; j < gamma.length; j++) {
            double pull = kernel.thetaRight(backward.nu(i, t, j), backward.nu(i, next, j));
            gamma[j] = (pull + ahead.thetaX()[j]) / precision;
        }
        return new Transition(kernel.b() / precision, ahead.b() / precision, Math.sqrt(1 / precision), gamma);
    }
}
