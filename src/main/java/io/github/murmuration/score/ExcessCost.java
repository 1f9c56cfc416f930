package io.github.murmuration.score;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.diffusion.Diffusion;

/**
 * J - J* of points that a score brings from eta_T to noise u: with U = -log eta the cost J = E(U at the end) + E int (|v|^2/2 - div f) dt of
 * the control v = sqrt(beta) s is above the optimal one by
 *
 * <pre>J - J* = (1/2) int beta E|s - grad log eta|^2 du</pre>
 *
 * along its own paths, by Ito's formula and the Hamilton-Jacobi-Bellman equation of U. Looks at them give the integral by trapezoids.
 */
public final class ExcessCost {

    private final Diffusion diffusion;
    private final PointScore score;
    private final PointScore exact;
    private double noise = Double.NaN;
    private double rate;
    private double sum;

    public ExcessCost(Diffusion diffusion, PointScore score, PointScore exact) {
        this.diffusion = diffusion;
        this.score = score;
        this.exact = exact;
    }

    /** Points at noise u, less than that of the look before. */
    public void look(double u, Cloud cloud) {
        double now = 0.5
                * diffusion.rate(u)
                * HeldOutPoints.square(score.at(u, cloud.points()), exact.at(u, cloud.points()));
        if (!Double.isNaN(noise)) {
            sum += 0.5 * (rate + now) * (noise - u);
        }
        noise = u;
        rate = now;
    }

    /** The integral over all looks, in nats. */
    public double value() {
        return sum;
    }
}
