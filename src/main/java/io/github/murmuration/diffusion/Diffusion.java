package io.github.murmuration.diffusion;

import java.util.Map;

/**
 * The forward process, alone for every coordinate of every point: X_u = a_u X_0 + s_u Z with Z standard normal, {@code 0 <= u <= horizon}. It
 * runs dX = -pull beta_u X du + sqrt(beta_u) dW. Song et al., "Score-based generative modeling through stochastic differential
 * equations", ICLR 2021.
 */
public sealed interface Diffusion permits VariancePreserving, VarianceExploding, OrnsteinUhlenbeck {

    /** Names of the parameters of {@link #parameters}: a, s^2 and beta at u. */
    String SCALE = "a";

    String VARIANCE = "s2";
    String RATE = "beta";

    /** The u up to which it runs. */
    double horizon();

    /** a_u. */
    double scale(double u);

    /** s_u^2. */
    double variance(double u);

    /** beta_u, the variance of the noise per unit of u. */
    double rate(double u);

    /** What beta_u X is multiplied by in the forward drift, less the sign: 1/2 where unit variance is preserved, 0 where it explodes. */
    double pull();

    /** a, s2 and beta as expressions of u. */
    Map<String, String> parameters();

    /** a_to / a_from: what points at noise {@code from} are multiplied by on their way to more noise. */
    default double scale(double from, double to) {
        return scale(to) / scale(from);
    }

    /** Variance that points at noise {@code from} gain on their way to more noise. */
    default double variance(double from, double to) {
        double kept = scale(from, to);
        return variance(to) - kept * kept * variance(from);
    }

    /**
     * N a^2 / s^2 at a noise: how well N points know where the centre of their cloud was. Where it is at most e^-8, N independent points
     * of the noise alone are a start.
     */
    default double memory(long points, double u) {
        double scale = scale(u);
        return points * scale * scale / variance(u);
    }
}
