package io.github.murmuration.backend;

import io.github.murmuration.ensemble.PatternTable;

/**
 * Soft-max means over patterns: for n centres c in R^d and a precision a, weights w_mu proportional to exp(-a |y_mu - c|^2 / 2).
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
     * sum_mu w_mu y_mu for every centre.
     *
     * @param precision a > 0, finite
     * @param centres [n][d] flattened; distances to patterns below 1e18
     * @param means [n][d] flattened, overwritten
     * @throws UnavailableException memory does not suffice for the table and one centre
     */
    default void means(PatternTable patterns, float precision, float[] centres, int n, float[] means) {
        softMax(patterns, precision, centres, n, new SoftMax(means, new float[n], new float[n]));
    }

    /**
     * The same, and what the weights add up to.
     *
     * @param into overwritten
     */
    void softMax(PatternTable patterns, float precision, float[] centres, int n, SoftMax into);

    /**
     * One pattern for every centre, mu with probability w_mu, by the tower of partial sums: first over tiles, then within one, in
     * float64.
     *
     * @param uniforms in (0, 1] [n]
     * @param chosen indices mu [n], overwritten
     * @throws UnavailableException memory does not suffice for the table and one centre
     */
    void draws(PatternTable patterns, float precision, float[] centres, float[] uniforms, int n, int[] chosen);

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
