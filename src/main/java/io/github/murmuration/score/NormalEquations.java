package io.github.murmuration.score;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Sums of phi phi^T and phi y^T over samples: what linear least squares y = c^T phi asks for. */
final class NormalEquations {

    /** Least share of a function's square that the others may leave; less is rounding. */
    private static final double LEAST_SHARE = 1e-11;

    /** Lower triangle [size][size]. */
    private final double[][] squares;

    private final double[][] products;

    /**
     * @param size of phi.
     * @param outputs of y
     */
    NormalEquations(int size, int outputs) {
        squares = new double[size][size];
        products = new double[size][outputs];
    }

    void add(double[] phi, double[] y) {
        for (int f = 0; f < phi.length; f++) {
            double value = phi[f];
            double[] row = squares[f];
            for (int g = 0; g <= f; g++) {
                row[g] += value * phi[g];
            }
            for (int j = 0; j < y.length; j++) {
                products[f][j] += value * y[j];
            }
        }
    }

    /**
     * Adds what weight (|c^T phi|^2/2 + sum_j c_j^T b_j) asks for.
     *
     * @param linear b [outputs][size]
     */
    void add(double weight, double[] phi, double[][] linear) {
        for (int f = 0; f < phi.length; f++) {
            double value = weight * phi[f];
            double[] row = squares[f];
            for (int g = 0; g <= f; g++) {
                row[g] += value * phi[g];
            }
            for (int j = 0; j < linear.length; j++) {
                products[f][j] -= weight * linear[j][f];
            }
        }
    }

    NormalEquations add(NormalEquations other) {
        for (int f = 0; f < squares.length; f++) {
            addTo(squares[f], other.squares[f]);
            addTo(products[f], other.products[f]);
        }
        return this;
    }

    private static void addTo(double[] sum, double[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }

    /**
     * |c_j^T phi|^2/2 - c_j^T sum phi y_j with the ridge, summed over outputs j.
     * @param coefficients c [outputs][size]
     */
    double value(double[][] coefficients, double ridge) {
        double value = 0;
        for (int j = 0; j < coefficients.length; j++) {
            double[] slope = slope(coefficients[j], ridge, j);
            for (int f = 0; f < slope.length; f++) {
                value += 0.5 * coefficients[j][f] * (slope[f] - products[f][j]);
            }
        }
        return value;
    }

    /** Gradient of the value by c_j [size]. */
    double[] slope(double[] coefficients, double ridge, int j) {
        double[] slope = new double[squares.length];
        for (int f = 0; f < slope.length; f++) {
            slope[f] += (1 + ridge) * squares[f][f] * coefficients[f] - products[f][j];
            for (int g = 0; g < f; g++) {
                slope[f] += squares[f][g] * coefficients[g];
                slope[g] += squares[f][g] * coefficients[f];
            }
        }
        return slope;
    }

    /**
     * Adds second derivatives by c_j, which are at rows and columns from {@code at} on.
     * @param lower triangle, modified
     */
    void addCurvature(double ridge, int at, double[][] lower) {
        for (int f = 0; f < squares.length; f++) {
            for (int g = 0; g <= f; g++) {
                lower[at + f][at + g] += (f == g ? 1 + ridge : 1) * squares[f][g];
            }
        }
    }

    /**
     * c that minimises |y - c^T phi|^2 + ridge sum_f (sum phi_f^2) c_f^2 over the first functions.
     *
     * @throws ArithmeticException one of the functions follows from the others
     */
    LinearFit solve(int used, double ridge) {
        double[] roots = new double[used];
        Arrays.setAll(roots, f -> Math.sqrt(squares[f][f]));
        DMatrixRMaj correlations = new DMatrixRMaj(used, used);
        for (int f = 0; f < used; f++) {
            for (int g = 0; g <= f; g++) {
                double correlation = squares[f][g] / (roots[f] * roots[g]);
                correlations.set(f, g, f == g ? 1 + ridge : correlation);
                correlations.set(g, f, f == g ? 1 + ridge : correlation);
            }
        }
        return fit(inverse(correlations), roots, ridge);
    }

    private static DMatrixRMaj inverse(DMatrixRMaj correlations) {
        int size = correlations.numRows;
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(size);
        boolean definite = solver.setA(correlations.copy());
        if (!definite || !(leastShare(solver.getDecomposition()) > LEAST_SHARE)) {
            throw new ArithmeticException("the normal equations of " + size
                    + " functions are singular: take fewer functions, more clouds or a larger ridge");
        }
        DMatrixRMaj inverse = new DMatrixRMaj(size, size);
        solver.invert(inverse);
        return inverse;
    }

    /** The least square of a function that those before it leave. */
    private static double leastShare(CholeskyDecomposition_F64<DMatrixRMaj> decomposition) {
        DMatrixRMaj factor = decomposition.getT(null);
        double least = Double.POSITIVE_INFINITY;
        for (int f = 0; f < factor.numRows; f++) {
            least = Math.min(least, factor.get(f, f) * factor.get(f, f));
        }
        return least;
    }

    private LinearFit fit(DMatrixRMaj correlations, double[] roots, double ridge) {
        int used = roots.length;
        int outputs = products[0].length;
        double[][] inverse = new double[used][used];
        double[][] coefficients = new double[used][outputs];
        double trace = 0;
        for (int f = 0; f < used; f++) {
            for (int g = 0; g < used; g++) {
                inverse[f][g] = correlations.get(f, g) / (roots[f] * roots[g]);
                for (int j = 0; j < outputs; j++) {
                    coefficients[f][j] += inverse[f][g] * products[g][j];
                }
            }
            trace += correlations.get(f, f);
        }
        return new LinearFit(coefficients, inverse, used - ridge * trace);
    }
}
