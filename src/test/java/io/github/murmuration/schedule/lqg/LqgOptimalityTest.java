package io.github.murmuration.schedule.lqg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.Guidance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No other affine control that meets both laws is cheaper. Every one is given by a path of means and covariances between the laws
 * and a skew matrix Omega: u = E u + K (x - m), E u = m' - A m, K Sigma = (Sigma' - I)/2 - A Sigma + (A Sigma - Sigma A^T)/2 + Omega,
 * at the cost int ( |E u|^2 + tr K Sigma K^T + (m - nu)^T Q (m - nu) + tr Q Sigma ) / 2 dt.
 */
@Tag("analytic")
class LqgOptimalityTest {

    private static final int D = 3;
    private static final int PERTURBATIONS = 200;

    /** Quadrature on [0,1] of smooth functions: 40 points are exact to rounding here. */
    private static final GaussIntegrator TIME = new GaussIntegratorFactory().legendre(40, 0, 1);

    private final LinearQuadraticProblem problem = LinearQuadraticProblem.random(D, 0.5, false, 7);

    /** Changes sin(pi t) (..) of mean, covariance and Omega, which vanish at both ends, Omega aside. */
    private record Change(DMatrixRMaj mean, DMatrixRMaj covariance, DMatrixRMaj skew) {}

    @Test
    void everyPerturbationCostsMoreAndTheFirstOrderVanishes() {
        for (Guidance guidance : List.of(new Guidance.MeanField(), new Guidance.TargetMean())) {
            LqgSolution solved = problem.solve(guidance);
            Map<Double, LqgSolution.Values> known = new HashMap<>();
            DoubleFunction<LqgSolution.Values> solution = t -> known.computeIfAbsent(t, solved::at);
            DoubleFunction<double[]> nu = guidance instanceof Guidance.MeanField
                    ? t -> solution.apply(t).mean()
                    : LqgOde.path(problem, guidance, solved);
            double least = cost(solution, nu, new Change(zero(1), zero(D), zero(D)));
            Random random = new Random(20240607);
            for (int n = 0; n < PERTURBATIONS; n++) {
                Change change = change(random, 0.01);
                double more = cost(solution, nu, change) - least;
                double less = cost(solution, nu, scaled(change, -1)) - least;
                assertTrue(more > 0 && less > 0, "a cheaper control: " + more + ", " + less);
                // a stationary point: the two differ by the third order only
                assertEquals(more, less, 0.1 * (more + less));
                double half = cost(solution, nu, scaled(change, 0.5)) - least;
                assertEquals(4, more / half, 0.4, "a quadratic minimum");
            }
        }
    }

    /** The decomposition above returns the solution's own gain -S when nothing is changed: E u and K agree with it. */
    @Test
    void withoutAChangeTheControlIsTheSolution() {
        LqgSolution solved = problem.solve(new Guidance.Zero());
        DoubleFunction<LqgSolution.Values> solution = solved::at;
        for (double t : new double[] {0.1, 0.5, 0.9}) {
            LqgSolution.Values values = solution.apply(t);
            DMatrixRMaj gain = gain(solution, t, new Change(zero(1), zero(D), zero(D)));
            DMatrixRMaj expected = Algebra.scaled(-1, new DMatrixRMaj(values.riccati()));
            assertTrue(CommonOps_DDRM.elementMaxAbs(Algebra.minus(gain, expected)) < 1e-10);
        }
    }

    private double cost(DoubleFunction<LqgSolution.Values> solution, DoubleFunction<double[]> nu, Change change) {
        return TIME.integrate(t -> {
            LqgSolution.Values values = solution.apply(t);
            double bump = Math.sin(Math.PI * t);
            double slope = Math.PI * Math.cos(Math.PI * t);
            DMatrixRMaj mean = Algebra.plus(Algebra.column(values.mean()), Algebra.scaled(bump, change.mean));
            DMatrixRMaj lead = Algebra.minus(
                    Algebra.scaled(slope, change.mean), Algebra.scaled(bump, Algebra.times(drift(), change.mean)));
            DMatrixRMaj meanControl = Algebra.plus(Algebra.column(values.meanControl()), lead);
            DMatrixRMaj covariance = covariance(values, t, change);
            DMatrixRMaj gain = gain(solution, t, change);
            DMatrixRMaj off = Algebra.minus(mean, Algebra.column(nu.apply(t)));
            DMatrixRMaj q = new DMatrixRMaj(problem.dynamics().cost());
            return 0.5
                    * (square(meanControl, Algebra.identity(D))
                            + CommonOps_DDRM.trace(
                                    Algebra.times(Algebra.times(gain, covariance), Algebra.transposed(gain)))
                            + square(off, q)
                            + CommonOps_DDRM.trace(Algebra.times(q, covariance)));
        });
    }

    private DMatrixRMaj covariance(LqgSolution.Values values, double t, Change change) {
        return Algebra.plus(
                new DMatrixRMaj(values.covariance()), Algebra.scaled(Math.sin(Math.PI * t), change.covariance));
    }

    /** K of the changed path; Sigma' of the solution follows from its own gain. */
    private DMatrixRMaj gain(DoubleFunction<LqgSolution.Values> solution, double t, Change change) {
        LqgSolution.Values values = solution.apply(t);
        DMatrixRMaj sigma = new DMatrixRMaj(values.covariance());
        DMatrixRMaj own = Algebra.scaled(-1, Algebra.times(new DMatrixRMaj(values.riccati()), sigma));
        DMatrixRMaj changed = Algebra.scaled(Math.sin(Math.PI * t), change.covariance);
        DMatrixRMaj growth = Algebra.scaled(0.5 * Math.PI * Math.cos(Math.PI * t), change.covariance);
        DMatrixRMaj product =
                Algebra.plus(Algebra.plus(own, change.skew), Algebra.minus(growth, Algebra.times(drift(), changed)));
        return Algebra.divide(product, Algebra.plus(sigma, changed));
    }

    private DMatrixRMaj drift() {
        return new DMatrixRMaj(problem.dynamics().drift());
    }

    private static double square(DMatrixRMaj vector, DMatrixRMaj weight) {
        return Algebra.times(Algebra.transposed(vector), Algebra.times(weight, vector))
                .get(0);
    }

    private static DMatrixRMaj zero(int columns) {
        return new DMatrixRMaj(D, columns);
    }

    private static Change scaled(Change change, double by) {
        return new Change(
                Algebra.scaled(by, change.mean),
                Algebra.scaled(by, change.covariance),
                Algebra.scaled(by, change.skew));
    }

    private static Change change(Random random, double size) {
        DMatrixRMaj mean = zero(1);
        DMatrixRMaj any = zero(D);
        DMatrixRMaj other = zero(D);
        for (DMatrixRMaj matrix : List.of(mean, any, other)) {
            for (int i = 0; i < matrix.data.length; i++) {
                matrix.data[i] = size * random.nextGaussian();
            }
        }
        return new Change(mean, Algebra.symmetric(any), Algebra.minus(other, Algebra.transposed(other)));
    }
}
