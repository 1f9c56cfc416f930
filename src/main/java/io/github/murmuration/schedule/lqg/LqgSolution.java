package io.github.murmuration.schedule.lqg;

import static io.github.murmuration.schedule.lqg.Algebra.*;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.schedule.GuidancePath;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * The optimal control u = -S x - s of dX = (A X + u) dt + dW from one Gaussian to another under one guidance, and the law
 * N(m, Sigma) of the controlled agents, at any time and for any of: mean-field (nu = m), a fixed point, a given path.
 *
 * <p>The coupling of start and end is the optimal one. With V = Cov(X_1 | X_0) = W^-1 it satisfies V + V M V = Sigma_1,
 * M = T Sigma_0 T^T, T = Gamma(1)^-1 U(1), solved by W = L^-T Z L^-1, Z = I/2 + (I/4 + L^T M L)^(1/2), Sigma_1 = L L^T; then
 * S(1) = W - Gamma(1)^-1. Source: {@code mathematics.md}, section 6.
 */
public final class LqgSolution {

    /**
     * Values at one time.
     *
     * @param riccati S [d][d]
     * @param offset s [d]
     * @param mean m [d]
     * @param meanControl -(S m + s) [d]
     * @param covariance Sigma [d][d]
     */
    public record Values(
            double[][] riccati, double[] offset, double[] mean, double[] meanControl, double[][] covariance) {}

    private final Steering steering;
    private final MeanPath path;
    private final boolean meanField;
    private final DMatrixRMaj initialCovariance;
    private final double[] breaks;

    private LqgSolution(
            Steering steering, MeanPath path, boolean meanField, DMatrixRMaj initialCovariance, double[] breaks) {
        this.steering = steering;
        this.path = path;
        this.meanField = meanField;
        this.initialCovariance = initialCovariance;
        this.breaks = breaks;
    }

    /**
     * Solves for each guidance.
     *
     * @param protocol whose breaks and shape a custom guidance has; its stiffness is not used
     * @param initial one component, of any covariance
     * @param target one component, of positive definite covariance
     */
    public static List<LqgSolution> of(
            Dynamics.LinearQuadratic dynamics,
            List<Guidance> guidances,
            Protocol protocol,
            GaussianMixture initial,
            GaussianMixture target) {
        DMatrixRMaj drift = new DMatrixRMaj(dynamics.drift());
        DMatrixRMaj start = new DMatrixRMaj(initial.covariance());
        DMatrixRMaj end = new DMatrixRMaj(target.covariance());
        Hamiltonian hamiltonian = new Hamiltonian(drift, new DMatrixRMaj(dynamics.cost()));
        Mesh mesh = Mesh.of(protocol.breaks(), hamiltonian.longest());
        Steering steering = new Steering(hamiltonian, mesh, (gamma, gain) -> terminalRiccati(gamma, gain, start, end));
        Steering uncosted = uncosted(drift, mesh);
        List<LqgSolution> solutions = new ArrayList<>();
        for (Guidance guidance : guidances) {
            boolean meanField = guidance instanceof Guidance.MeanField || guidance instanceof Guidance.Empirical;
            Steering mover = meanField ? uncosted : steering;
            GuidancePath points = GuidancePath.of(guidance, protocol, initial.mean(), target.mean());
            MeanPath path = new MeanPath(mover, protocol.breaks(), points, initial.mean(), target.mean());
            solutions.add(new LqgSolution(steering, path, meanField, start, protocol.breaks()));
        }
        return solutions;
    }

    /** Times between which everything is smooth. */
    public double[] breaks() {
        return breaks;
    }

    /** Values at t in [0, 1]. */
    public Values at(double t) {
        return values(steering.at(t), path.at(t));
    }

    /**
     * Under mean-field guidance the pull vanishes in the mean: m' = A m - p, p' = -A^T p, the problem without cost. Its mean does not
     * depend on the terminal S; I keeps the two terms of m from cancelling when A is unstable.
     */
    private static Steering uncosted(DMatrixRMaj drift, Mesh mesh) {
        int d = drift.numRows;
        return new Steering(new Hamiltonian(drift, new DMatrixRMaj(d, d)), mesh, (gamma, gain) -> identity(d));
    }

    private static DMatrixRMaj terminalRiccati(
            DMatrixRMaj gamma, DMatrixRMaj gain, DMatrixRMaj initial, DMatrixRMaj target) {
        int d = gamma.numRows;
        DMatrixRMaj lower = cholesky(target);
        DMatrixRMaj spread = times(transposed(lower), solve(gamma, gain));
        DMatrixRMaj inner = symmetric(times(times(spread, initial), transposed(spread)));
        DMatrixRMaj half = scaled(0.5, identity(d));
        DMatrixRMaj z = plus(half, squareRoot(plus(scaled(0.25, identity(d)), inner)));
        DMatrixRMaj precision = symmetric(solve(transposed(lower), divide(z, lower)));
        return minus(precision, symmetric(solve(gamma, identity(d))));
    }

    private Values values(Steering.Values now, MeanPath.Values mean) {
        DMatrixRMaj gain = now.tilted(now.gain());
        DMatrixRMaj conditional = symmetric(now.tilted(now.gamma()));
        DMatrixRMaj covariance = symmetric(plus(conditional, times(times(gain, initialCovariance), transposed(gain))));
        DMatrixRMaj offset = meanField ? minus(mean.costate(), times(now.riccati(), mean.mean())) : mean.offset();
        return new Values(
                rows(now.riccati()),
                vector(offset),
                vector(mean.mean()),
                vector(scaled(-1, mean.costate())),
                rows(covariance));
    }
}
