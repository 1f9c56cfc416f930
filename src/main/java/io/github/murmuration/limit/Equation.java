package io.github.murmuration.limit;

/**
 * A McKean-Vlasov equation in one coordinate, Ito:
 *
 * <pre>
 * dX = b(t, X, theta, M) dt + s(t, X, theta, M) dW,   M_f(t) = E phi_f(t, X, theta),   cost E int g(t, X, theta, M) dt
 * </pre>
 *
 * with a mark theta that an agent keeps. Where ends absorb agents, M are means over those that live, and an agent pays while it does. What
 * means are given for are M [F], then the share of the agents that live. Coefficients that jump in time do so at times that are recorded.
 */
public interface Equation {

    /** Number F of features phi. */
    int features();

    /**
     * b.
     * @param means [F + 1]
     */
    double drift(double t, double x, double theta, double[] means);

    /**
     * s per square root of time.
     * @param means [F + 1]
     */
    double noise(double t, double x, double theta, double[] means);

    /**
     * phi.
     * @param into [F]. Modified.
     */
    void features(double t, double x, double theta, double[] into);

    /**
     * g.
     * @param means [F + 1]
     */
    double cost(double t, double x, double theta, double[] means);
}
