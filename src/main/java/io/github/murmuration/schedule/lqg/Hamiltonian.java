package io.github.murmuration.schedule.lqg;

import static io.github.murmuration.schedule.lqg.Algebra.*;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The flow of state m and costate p = E grad V of a linear-quadratic problem,
 *
 * <pre>
 * m' = A m - p        p' = -Q (m - nu) - A^T p        z = (m, p):  z' = H z + (0, Q nu)      H = [[A, -I], [-Q, -A^T]]
 * </pre>
 *
 * over stretches of time short enough for exp(tau H) to be a Taylor series without cancellation. Source: {@code mathematics.md},
 * section 6.
 */
final class Hamiltonian {

    /** Terms of the series: (1/2)^16/16! is below 1e-18. */
    private static final int TERMS = 16;

    private static final double LONGEST = 0.5;

    private final int d;
    private final DMatrixRMaj drift;
    private final DMatrixRMaj cost;
    private final DMatrixRMaj matrix;

    /** Blocks of exp(tau H). */
    record Flow(DMatrixRMaj mm, DMatrixRMaj mp, DMatrixRMaj pm, DMatrixRMaj pp) {}

    /** What the guidance adds to (m, p) over a stretch. */
    record Push(DMatrixRMaj m, DMatrixRMaj p) {}

    Hamiltonian(DMatrixRMaj drift, DMatrixRMaj cost) {
        this.d = drift.numRows;
        this.drift = drift;
        this.cost = cost;
        this.matrix = new DMatrixRMaj(2 * d, 2 * d);
        CommonOps_DDRM.insert(drift, matrix, 0, 0);
        CommonOps_DDRM.insert(scaled(-1, identity(d)), matrix, 0, d);
        CommonOps_DDRM.insert(scaled(-1, cost), matrix, d, 0);
        CommonOps_DDRM.insert(scaled(-1, transposed(drift)), matrix, d, d);
    }

    int dimension() {
        return d;
    }

    /** The longest stretch that flow and push may be asked for: |A| + sqrt|Q| bounds H once p is measured in units of sqrt|Q| m. */
    double longest() {
        return LONGEST / Math.max(Double.MIN_NORMAL, bound(drift) + Math.sqrt(bound(cost)));
    }

    /** exp(tau H), |tau| at most longest(). */
    Flow flow(double tau) {
        DMatrixRMaj sum = identity(2 * d);
        DMatrixRMaj term = sum;
        for (int k = 1; k <= TERMS; k++) {
            term = scaled(tau / k, times(matrix, term));
            sum = plus(sum, term);
        }
        return new Flow(block(sum, 0, 0), block(sum, 0, 1), block(sum, 1, 0), block(sum, 1, 1));
    }

    /** int_0^tau exp((tau - s) H) (0, Q nu(s)) ds for a guidance from nuLeft to nuRight, linear in time. @param tau at most longest() */
    Push push(double tau, double[] nuLeft, double[] nuRight) {
        DMatrixRMaj constant = pulled(nuLeft, tau);
        DMatrixRMaj slope = minus(pulled(nuRight, tau), constant);
        DMatrixRMaj sum = plus(constant, scaled(0.5, slope));
        for (int k = 1; k <= TERMS; k++) {
            constant = scaled(tau / (k + 1), times(matrix, constant));
            slope = scaled(tau / (k + 1), times(matrix, slope));
            sum = plus(sum, plus(constant, scaled(1.0 / (k + 2), slope)));
        }
        return new Push(half(sum, 0), half(sum, 1));
    }

    /** (0, tau Q nu). */
    private DMatrixRMaj pulled(double[] nu, double tau) {
        DMatrixRMaj pulled = new DMatrixRMaj(2 * d, 1);
        CommonOps_DDRM.insert(scaled(tau, times(cost, column(nu))), pulled, d, 0);
        return pulled;
    }

    private DMatrixRMaj block(DMatrixRMaj whole, int i, int j) {
        return CommonOps_DDRM.extract(whole, i * d, (i + 1) * d, j * d, (j + 1) * d);
    }

    private DMatrixRMaj half(DMatrixRMaj whole, int i) {
        return CommonOps_DDRM.extract(whole, i * d, (i + 1) * d, 0, 1);
    }
}
