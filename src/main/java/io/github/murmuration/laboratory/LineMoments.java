package io.github.murmuration.laboratory;

import io.github.murmuration.grid.CellLaw;
import io.github.murmuration.grid.Refinement;
import io.github.murmuration.grid.Refinement.Estimate;
import io.github.murmuration.grid.Solution;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Moments of a law on the line by a grid, extrapolated to infinitely small cells and steps.
 *
 * @param times [T]
 * @param fourth E (X - E X)^4
 * @param cost paid up to the time, that of the end left out
 * @param distribution {@code P(X_T < x)}, that of the finest grid
 */
public record LineMoments(
        double[] times, Known mean, Known variance, Known fourth, Known cost, DoubleUnaryOperator distribution) {

    /** Times at which straight paths are looked at. */
    private static final int STRAIGHT = 32;

    /**
     * A number at every time.
     * @param values [T].
     * @param errors how far those of the finest grid are from them [T]
     */
    public record Known(double[] values, double[] errors) {

        /** At the end. */
        public double last() {
            return values[values.length - 1];
        }

        /** Its error. */
        public double lastError() {
            return errors[errors.length - 1];
        }
    }

    private interface Number {
        double of(Solution solution, double step);

        static Number of(ToDoubleFunction<CellLaw> moment) {
            return (solution, step) -> moment.applyAsDouble(solution.law(step));
        }
    }

    /** At the times of the coarsest grid; at others too where paths are straight. */
    static LineMoments of(Refinement refinement, double horizon) {
        int steps = refinement.solutions().get(0).steps();
        double[] times = new double[(steps == 1 ? STRAIGHT : steps) + 1];
        Arrays.setAll(times, k -> horizon * k / (times.length - 1));
        CellLaw end = refinement.finest().law(refinement.finest().steps());
        return new LineMoments(
                times,
                known(refinement, times.length, Number.of(CellLaw::mean)),
                known(refinement, times.length, Number.of(CellLaw::variance)),
                known(refinement, times.length, Number.of(CellLaw::fourthMoment)),
                known(refinement, times.length, Solution::paidUntil),
                end::below);
    }

    private static Known known(Refinement refinement, int count, Number number) {
        double[] values = new double[count];
        double[] errors = new double[count];
        for (int k = 0; k < count; k++) {
            double share = k / (count - 1.0);
            Estimate estimate = refinement.of(solution -> number.of(solution, share * solution.steps()));
            values[k] = estimate.value();
            errors[k] = estimate.error();
        }
        return new Known(values, errors);
    }
}
