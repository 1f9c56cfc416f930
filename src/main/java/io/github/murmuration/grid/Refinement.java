package io.github.murmuration.grid;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A game solved with n, 2n and 4n cells, and N, 2N and 4N steps; with one step where N = 1. */
public final class Refinement {
    private final List<Solution> solutions;

    /**
     * @param cells n
     * @param steps N
     * @throws ArithmeticException no solution was found
     */
    public Refinement(PotentialGame game, int cells, int steps) {
        Solution coarse = Solution.of(game, cells, steps);
        Solution middle = coarse.refined();
        solutions = List.of(coarse, middle, middle.refined());
    }

    /** From few cells to many. */
    public List<Solution> solutions() {
        return solutions;
    }

    /** That of most cells. */
    public Solution finest() {
        return solutions.get(2);
    }

    /** A number of every solution, extrapolated. */
    public Estimate of(ToDoubleFunction<Solution> number) {
        double[] values = solutions.stream().mapToDouble(number).toArray();
        return Estimate.of(values[0], values[1], values[2]);
    }

    /**
     * A number from three widths, each half of the one before.
     *
     * @param value with the error of the last taken away that has the second order, where the order is above 1
     * @param error how much that was; elsewhere the last change
     * @param order log2 of the ratio of the two changes
     */
    public record Estimate(double value, double error, double order) {

        /** From the widest cells to the narrowest. */
        public static Estimate of(double coarse, double middle, double fine) {
            double change = fine - middle;
            double order = Math.log(Math.abs((middle - coarse) / change)) / Math.log(2);
            return order > 1
                    ? new Estimate(fine + change / 3, Math.abs(change) / 3, order)
                    : new Estimate(fine, Math.abs(change), order);
        }
    }
}
