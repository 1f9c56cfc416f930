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

    /** Of tau in units of the rates. */
    private static final double LONGEST = 0.5;

    /** Of the series at most: (1/2)^16/17! is below 2^-60. */
    private static final int TERMS = 16;

    /** Terms smaller than the first of the series by this factor are left out. */
    private static final double NEGLIGIBLE = 0x1p-60;

    private final int d;
    private final DMatrixRMaj cost;
    private final DMatrixRMaj matrix;
    /** H^k / k!. */
    private final DMatrixRMaj[] powers = new DMatrixRMaj[TERMS + 1];

    private final double longest;

    /** Blocks of exp(tau H). */
    record Flow(DMatrixRMaj mm, DMatrixRMaj mp, DMatrixRMaj pm, DMatrixRMaj pp) {}

    /** What the guidance adds to (m, p) over a stretch. */
    record Push(DMatrixRMaj m, DMatrixRMaj p) {}

    Hamiltonian(DMatrixRMaj drift, DMatrixRMaj cost) {
        this.d = drift.numRows;
        this.cost = cost;
        this.matrix = new DMatrixRMaj(2 * d, 2 * d);
        CommonOps_DDRM.insert(drift, matrix, 0, 0);
        CommonOps_DDRM.insert(scaled(-1, identity(d)), matrix, 0, d);
        CommonOps_DDRM.insert(scaled(-1, cost), matrix, d, 0);
        CommonOps_DDRM.insert(scaled(-1, transposed(drift)), matrix, d, d);
        powers[0] = identity(2 * d);
        for (int k = 1; k <= TERMS; k++) {
            powers[k] = scaled(1.0 / k, times(matrix, powers[k - 1]));
        }
        this.longest = LONGEST / Math.max(Double.MIN_NORMAL, bound(drift) + Math.sqrt(bound(cost)));
    }

    int dimension() {
        return d;
    }

    /** The longest stretch that flow and push may be asked for: |A| + sqrt|Q| bounds H once p is measured in units of sqrt|Q| m. */
    double longest() {
        return longest;
    }

    /** exp(tau H), |tau| at most longest(). */
    Flow flow(double tau) {
        DMatrixRMaj sum = powers[0].copy();
        int terms = terms(tau);
        double factor = 1;
        for (int k = 1; k <= terms; k++) {
            factor *= tau;
            CommonOps_DDRM.addEquals(sum, factor, powers[k]);
        }
        return new Flow(block(sum, 0, 0), block(sum, 0, 1), block(sum, 1, 0), block(sum, 1, 1));
    }

    /**
     * int_0^tau exp((tau - s) H) (0, Q nu(s)) ds for a guidance from nuLeft to nuRight, linear in time.
     * @param tau at most longest()
     */
    Push push(double tau, double[] nuLeft, double[] nuRight) {
        DMatrixRMaj constant = pulled(nuLeft, tau);
        DMatrixRMaj slope = minus(pulled(nuRight, tau), constant);
        DMatrixRMaj sum = plus(constant, scaled(0.5, slope));
        int terms = terms(tau);
        for (int k = 1; k <= terms; k++) {
            constant = scaled(tau / (k + 1), times(matrix, constant));
            slope = scaled(tau / (k + 1), times(matrix, slope));
            sum = plus(sum, plus(constant, scaled(1.0 / (k + 2), slope)));
        }
        return new Push(half(sum, 0), half(sum, 1));
    }

    /** Terms of the series over a stretch: the next would be r^k/(k+1)! of the first, r the stretch in units of the rates. */
    private int terms(double tau) {
        double r = LONGEST * Math.abs(tau) / longest;
        int terms = 1;
        for (double next = r / 2; next > NEGLIGIBLE && terms < TERMS; next *= r / (terms + 1)) {
            terms++;
        }
        return terms;
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
