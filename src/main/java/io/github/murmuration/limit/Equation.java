package io.github.murmuration.limit;

/**
 * A McKean-Vlasov equation in one coordinate, Ito:
 *
 * <pre>
 * dX = b(t, X, theta, M) dt + s(t, X, theta, M) dW,   M_f(t) = E phi_f(t, X, theta),   cost E int g(t, X, theta, M) dt
 * </pre>
 *
 * with a mark theta that an agent keeps. Coefficients that jump in time do so at times that are recorded.
 */
public interface Equation {

    /** Number F of features phi. */
    int features();

    /** b. @param means M [F] */
    double drift(double t, double x, double theta, double[] means);

    /** s per square root of time. @param means M [F] */
    double noise(double t, double x, double theta, double[] means);

    /** phi. @param into [F]. Modified. */
    void features(double t, double x, double theta, double[] into);

    /** g. @param means M [F] */
    double cost(double t, double x, double theta, double[] means);
}
