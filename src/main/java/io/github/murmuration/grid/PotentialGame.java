package io.github.murmuration.grid;

import java.util.Optional;

/**
 * A potential mean-field game on the line:
 *
 * <pre>
 * dX = (f(t, X) + gain v) dt + sigma dW,   a(t) = e^{-t / eps},
 * min over v:  E int a v^2/2 + V(t, X) + (scoreWeight d log rho / dx)^2 / 8 dt + int (a / eps) D(rho) dt + a(T) M(rho_T) + E g(X_T)
 * </pre>
 *
 * @param start the law of X_0
 * @param horizon T > 0
 * @param drift f
 * @param gain of the control, not 0
 * @param noise sigma >= 0
 * @param potential V
 * @param scoreWeight of the Fisher information, >= 0
 * @param relaxation eps > 0; infinity for a = 1
 * @param running D; left out where there is none
 * @param terminal M
 * @param terminalPotential g(T, x)
 */
public record PotentialGame(
        LineLaw start,
        double horizon,
        Field drift,
        double gain,
        double noise,
        Field potential,
        double scoreWeight,
        double relaxation,
        Optional<Divergence> running,
        Optional<Divergence> terminal,
        Field terminalPotential) {

    /** v moves agents by itself, dX = v dt + sigma dW, at the cost v^2/2 and what the end costs. */
    public static PotentialGame transport(LineLaw start, double horizon, double noise, Divergence terminal) {
        return new PotentialGame(
                start,
                horizon,
                Field.ZERO,
                1,
                noise,
                Field.ZERO,
                0,
                Double.POSITIVE_INFINITY,
                Optional.empty(),
                Optional.of(terminal),
                Field.ZERO);
    }

    /** The gradient flow of a functional F, relaxed: a(T) F(rho_T) + int (a / eps) F dt + E int a v^2/2 dt, without noise. */
    public static PotentialGame relaxedGradientFlow(
            LineLaw start, double horizon, double relaxation, Divergence functional) {
        return new PotentialGame(
                start,
                horizon,
                Field.ZERO,
                1,
                0,
                Field.ZERO,
                0,
                relaxation,
                Optional.of(functional),
                Optional.of(functional),
                Field.ZERO);
    }

    /** a(t). */
    double discount(double t) {
        return Math.exp(-t / relaxation);
    }
}
