package io.github.murmuration.grid;

import java.util.List;
import java.util.Optional;

/**
 * A potential mean-field game on the line:
 *
 * <pre>
 * dX = (f(t, X) + g(t, X) v) dt + sigma(t, X) dW,   a(t) = e^{-discount t},
 * min over v:  int a E( v^2/2 + V(t, X) + fisher (d log rho/dx)^2 ) + a R(rho) dt + a(T) ( M(rho_T) + E h(X_T) )
 * </pre>
 *
 * @param start the law of X_0
 * @param horizon T > 0
 * @param motion f, g and sigma
 * @param potential V
 * @param fisher what the Fisher information is multiplied with, >= 0
 * @param discount >= 0
 * @param running R, a sum
 * @param terminal M, a sum
 * @param terminalPotential h(T, x)
 * @param end the law that X_T has to have; empty where it is free. Where it is given, M and h are 0
 */
public record PotentialGame(
        LineLaw start,
        double horizon,
        Motion motion,
        Field potential,
        double fisher,
        double discount,
        List<LawCost> running,
        List<LawCost> terminal,
        Field terminalPotential,
        Optional<LineLaw> end) {

    /** v moves agents by itself, dX = v dt + sigma dW, at the cost v^2/2 and what the end costs. */
    public static PotentialGame transport(LineLaw start, double horizon, double noise, LawCost terminal) {
        return new PotentialGame(
                start,
                horizon,
                Motion.free(noise),
                Field.ZERO,
                0,
                0,
                List.of(),
                List.of(terminal),
                Field.ZERO,
                Optional.empty());
    }

    /** The gradient flow of KL(rho | pi), relaxed: a(T) KL(rho_T | pi) + int a KL(rho | pi)/eps dt + E int a v^2/2 dt, a = e^{-t/eps}. */
    public static PotentialGame relaxedGradientFlow(LineLaw start, double horizon, double relaxation, LineLaw target) {
        return new PotentialGame(
                start,
                horizon,
                Motion.free(0),
                Field.ZERO,
                0,
                1 / relaxation,
                List.of(new Divergence(target, 1 / relaxation, 0, 0)),
                List.of(Divergence.reverse(target)),
                Field.ZERO,
                Optional.empty());
    }

    /** a(t). */
    public double discounted(double t) {
        return Math.exp(-discount * t);
    }

    /** Whether agents pay for the law that they are in on their way. */
    public boolean paysForLaw() {
        return fisher > 0 || !running.isEmpty();
    }

    /** Whether v or a cost has the slope of the density in it, so that tails must be resolved. */
    boolean feelsSlopes() {
        return fisher > 0 || motion.diffusion() != Field.ZERO;
    }
}
