package io.github.murmuration.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.CustomModel;
import java.util.List;
import java.util.Optional;

/**
 * A mean-field game that is solved: agents of law rho_t minimise
 *
 * <pre>J = M(rho_T) + int I(rho_t) dt + E int L(X_t, v_t) dt</pre>
 *
 * and its value function U satisfies -dU/dt + H(x, grad U) - (sigma^2/2) Laplace U = dI/drho(x), U(., T) = dM/drho(rho_T). Here
 * M(rho_T) = E m(X_T) and I(rho_t) = E i(X_t, t) with m and i at the optimal laws, and what an agent pays per unit of time is L + i. In
 * games whose costs are discounted by e^(-delta t), U is in units of the time it is asked at.
 */
public interface Row {

    /** The optimal dynamics, whose cost is L + i. */
    CustomModel particles();

    /** J at the optimum. */
    double optimalCost();

    /** How far {@link #optimalCost} may be from J. */
    default double optimalCostError() {
        return 0;
    }

    /**
     * rho_t.
     * @param t in [0, T]; empty where it is no mixture that is known
     */
    Optional<GaussianMixture> law(double t);

    /** Moments of rho_t where a grid has it; empty where it does not. */
    default Optional<LineMoments> moments() {
        return Optional.empty();
    }

    /** How it was solved, as sentences without full stops. */
    default List<String> remarks() {
        return List.of();
    }

    /**
     * m(x).
     * @param x [d]
     */
    double terminalCost(double[] x);

    /**
     * U(x, t).
     * @param x [d]
     */
    double value(double[] x, double t);

    /**
     * dI/drho(x) - i(x, t).
     * @param x [d]
     */
    default double variation(double[] x, double t) {
        return 0;
    }

    /** delta. */
    default double discount() {
        return 0;
    }
}
