package io.github.murmuration.score;

/**
 * Weights of what a score is fitted by,
 *
 * <pre>
 * alpha_0 int E(|s|^2/2 + div s) du + alpha_1 sum_i int E|R_i|^p du + alpha_2 E(|s(X, 0)|^2 + 2 div s(X, 0))
 * </pre>
 *
 * with expectations over noised data at u, and over the data X themselves: implicit score matching, the residual R of
 * {@link SmoothScore.Derivatives#residual} and score matching without noise. Zhang, Katsoulakis, "A mean-field games laboratory for
 * generative modeling", 2023, equation 93.
 *
 * @param matching alpha_0 >= 0
 * @param residual alpha_1 >= 0
 * @param boundary alpha_2 >= 0, above 0 where alpha_0 is 0: the residual is 0 for s = 0 too
 * @param power p, 1 or 2; |R| is (R^2 + e^2)^(1/2) - e with e = 0.01 where it is 1, so that there is a derivative at 0
 */
public record Regularisation(double matching, double residual, double boundary, int power) {

    private static final double ROUNDING = 0.01;

    /** |R|^p. */
    double loss(double residual) {
        return power == 2 ? residual * residual : Math.hypot(residual, ROUNDING) - ROUNDING;
    }

    /** The factor q for which q R is the derivative of the loss; q R^2/2 touches the loss at R, and is above it elsewhere up to a constant. */
    double slope(double residual) {
        return power == 2 ? 2 : 1 / Math.hypot(residual, ROUNDING);
    }
}
