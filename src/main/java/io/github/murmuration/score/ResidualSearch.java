package io.github.murmuration.score;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Gauss-Newton steps, damped as Levenberg and Marquardt do, for the coefficients of a score where alpha_1 > 0. The curvature of |R|^p is
 * taken as that of q R^2/2, see {@link Regularisation#slope}: for p = 2 without second derivatives of R, for p = 1 least squares that are
 * reweighted at every step. Rows of derivatives of R are added up as they are made: all of them at once, as optimisers of least squares ask
 * for them, would be 2 points times d functions, a quarter of a gigabyte for 4000 points and 4000 coefficients. More, "The
 * Levenberg-Marquardt algorithm", 1978.
 */
final class ResidualSearch {

    private static final int MOST_STEPS = 30;
    private static final int MOST_TRIALS = 10;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double LEAST_DAMPING = 1e-9;

    /** Share of the objective that a step must gain for another to follow. */
    private static final double LEAST_GAIN = 1e-4;

    private final Regularisation weights;
    private final NormalEquations equations;
    private final double ridge;
    private final TimedPoints points;

    ResidualSearch(Regularisation weights, NormalEquations equations, double ridge, TimedPoints points) {
        this.weights = weights;
        this.equations = equations;
        this.ridge = ridge;
        this.points = points;
    }

    /** A place of the search, and what is known there. */
    private record Place(SeriesScore score, double objective) {}

    SeriesScore from(SeriesScore start) {
        Place place = new Place(start, objective(start));
        double damping = FIRST_DAMPING;
        for (int step = 0; step < MOST_STEPS; step++) {
            Local local = new Local(place.score());
            Optional<Place> next = Optional.empty();
            for (int trial = 0; trial < MOST_TRIALS && next.isEmpty(); trial++) {
                next = local.step(damping).filter(better(place));
                damping = next.isEmpty() ? 10 * damping : Math.max(LEAST_DAMPING, damping / 10);
            }
            if (next.isEmpty()) {
                return place.score();
            }
            double gain = place.objective() - next.get().objective();
            place = next.get();
            if (gain < LEAST_GAIN * Math.abs(place.objective())) {
                return place.score();
            }
        }
        return place.score();
    }

    private static Predicate<Place> better(Place place) {
        return other -> other.objective() < place.objective();
    }

    /** All terms, and the ridge. */
    double objective(SeriesScore score) {
        ResidualRows rows = new ResidualRows(score);
        double sum = 0;
        for (int p = 0; p < points.size(); p++) {
            rows.at(points.points()[p], points.noises()[p]);
            for (int i = 0; i < score.dimension(); i++) {
                sum += points.weights()[p] * weights.loss(rows.residual(i));
            }
        }
        return weights.residual() * sum + equations.value(score.coefficients(), ridge);
    }

    /** Gradient of the objective [d functions]. */
    double[] gradient(SeriesScore score) {
        return new Local(score).gradient;
    }

    /** Derivatives at a score, by all coefficients: those of component 0 come first. */
    private final class Local {

        private final SeriesScore score;
        private final int functions;
        private final double[] gradient;
        private final RowSquares curvature;

        Local(SeriesScore score) {
            this.score = score;
            this.functions = score.coefficients()[0].length;
            this.gradient = new double[score.dimension() * functions];
            this.curvature = new RowSquares(gradient.length);
            addResidual();
            for (int j = 0; j < score.dimension(); j++) {
                double[] slope = equations.slope(score.coefficients()[j], ridge, j);
                equations.addCurvature(ridge, j * functions, curvature.lower());
                for (int f = 0; f < functions; f++) {
                    gradient[j * functions + f] += slope[f];
                }
            }
        }

        private void addResidual() {
            ResidualRows rows = new ResidualRows(score);
            for (int p = 0; p < points.size(); p++) {
                rows.at(points.points()[p], points.noises()[p]);
                for (int i = 0; i < score.dimension(); i++) {
                    double residual = rows.residual(i);
                    double weight = weights.residual() * points.weights()[p] * weights.slope(residual);
                    double[] row = curvature.next(weight);
                    rows.write(i, row);
                    for (int f = 0; f < row.length; f++) {
                        gradient[f] += weight * residual * row[f];
                    }
                }
            }
            curvature.finish();
        }

        /** Where a step leads; nowhere if the damped curvature is not positive to rounding. */
        Optional<Place> step(double damping) {
            DMatrixRMaj matrix = new DMatrixRMaj(gradient.length, gradient.length);
            for (int f = 0; f < gradient.length; f++) {
                for (int g = 0; g <= f; g++) {
                    double value = curvature.lower()[f][g] * (f == g ? 1 + damping : 1);
                    matrix.set(f, g, value);
                    matrix.set(g, f, value);
                }
            }
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(gradient.length);
            if (!solver.setA(matrix)) {
                return Optional.empty();
            }
            DMatrixRMaj step = new DMatrixRMaj(gradient.length, 1);
            solver.solve(new DMatrixRMaj(gradient.length, 1, true, gradient), step);
            SeriesScore moved = moved(step);
            return Optional.of(new Place(moved, objective(moved)));
        }

        private SeriesScore moved(DMatrixRMaj step) {
            double[][] coefficients = new double[score.dimension()][functions];
            for (int i = 0; i < coefficients.length; i++) {
                int from = i * functions;
                double[] before = score.coefficients()[i];
                Arrays.setAll(coefficients[i], f -> before[f] - step.get(from + f));
            }
            return new SeriesScore(score.basis(), coefficients);
        }
    }
}
