package io.github.murmuration.backend;

import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.BackwardPaths.Endpoint;
import io.github.murmuration.ensemble.PathPatterns;
import io.github.murmuration.ensemble.PatternTable;

/**
 * Soft-max means over patterns, and paths that go to them. For n centres c in R^d and a precision a, weights w_mu proportional to exp(-a |y_mu - c|^2 / 2).
 * path-convergence.md (c = h / a).
 *
 * <p>The sums have one fixed shape: 32 columns per tile of 1024 patterns, sequential within a column, halved across columns, all
 * relative to the pattern of the tile that is nearest to the centre; tiles in their order within a span of 64, spans in their order.
 * So every backend gives the same float32 bits for any lane width and number of threads, nothing underflows however far the
 * patterns or large a, and a tile costs one change of reference.
 */
public interface PatternEvaluator extends AutoCloseable {

    /** Tiles of a span. */
    int SPAN = 64;

    /**
     * Sums over patterns for every centre.
     *
     * @param precision a > 0, finite
     * @param centres [n][d] flattened; distances to patterns below 1e18
     * @param into overwritten
     * @throws UnavailableException memory does not suffice for the table and one centre
     */
    void softMax(PatternTable patterns, float precision, float[] centres, int n, SoftMax into);

    /**
     * Whole paths, one for every selection of patterns. A pattern is drawn by the tower of partial sums: first over tiles, then within
     * one, in float64.
     *
     * @return states [observed][n S d]
     * @throws UnavailableException memory does not suffice for one path
     */
    double[][] paths(BackwardPaths paths, Endpoint endpoint, PathPatterns patterns);

    @Override
    void close();

    /**
     * Sums over the patterns about n centres.
     *
     * @param means sum_mu w_mu y_mu of every centre [n][d] flattened
     * @param least the smallest |y_mu - c|^2 [n]
     * @param totals sum_mu exp(-a (|y_mu - c|^2 - least)/2) [n]
     */
    record SoftMax(float[] means, float[] least, float[] totals) {

        public static SoftMax allocate(int n, int dimension) {
            return new SoftMax(new float[n * dimension], new float[n], new float[n]);
        }

        /**
         * log sum_mu exp(-a |y_mu - c_i|^2/2).
         * @param precision a
         */
        public double logSum(int i, float precision) {
            return StrictMath.log(totals[i]) - 0.5 * precision * least[i];
        }
    }
}
