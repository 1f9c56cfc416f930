package io.github.murmuration.ensemble;

import java.util.List;

/**
 * The partners over which pair means are taken. With the value K of a pair (a tape of pairs gives it, in float32) and N agents, that of agent i is
 *
 * <pre>
 * all      (1/N) sum_j K(i, j)
 * batch    (1/N) [K(i, i) + ((N - 1)/p) sum over the p partners of i in this step]     (see PartnerShifts)
 * within   (1/N) sum_j K(i, j), where the tape of pairs itself gives 0 for j beyond the radius, so that those may be left out
 *          that cannot be within it                                                    (see CellGrid)
 * </pre>
 *
 * <p>Order of the sums, for every value of its own: K(i, j) are added in float32, s = s + K, from s = 0 on, j ascending, in runs: of the 1024
 * partners of a tile j / 1024; of 1024 partners in the order of the batch; of 1024 partners in a cell, counted from its first, cells in the
 * order of CellGrid. The sums of runs are added in float64, in their order. Factors are applied in float64, K(i, i) of a batch is added
 * last, the division by N ends it, and the result is rounded to float32.
 */
public sealed interface PartnerChoice {

    /** Partners whose values are added in float32. */
    int RUN = 1024;

    /** Everyone, the agent itself too. */
    record All() implements PartnerChoice {}

    /** The agent itself and p others. */
    record Batch(int partners) implements PartnerChoice {}

    /** Those within a distance. */
    record Within(double radius, List<Axis> axes) implements PartnerChoice {}

    /** A coordinate that distances are of: a circle [low, high), or the line from -infinity to infinity. */
    record Axis(int coordinate, double low, double high) {
        boolean isCircle() {
            return low != Double.NEGATIVE_INFINITY;
        }
    }
}
