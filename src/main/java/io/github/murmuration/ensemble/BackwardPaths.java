package io.github.murmuration.ensemble;

/**
 * n backward paths from one start x_B, in float64. Step k of the clock goes from tau to tau - dtau by a Brownian bridge to a point y,
 *
 * <pre>
 * {@code x <- (1 - dtau/tau) x + (dtau/tau) y + sqrt(dtau (tau - dtau)/tau) xi}
 * </pre>
 *
 * where y is made of patterns with the weights w_mu ~ exp(-a |y_mu - c|^2/2), a = 1/tau - 1/B, c = h/a, h = x/tau - x_B/B.
 * Increments xi are a function of (seed, path, step, coordinate), whatever the patterns are. path-convergence.md.
 *
 * @param start x_B [d]
 * @param first number of the first path
 * @param count n
 * @param observed steps after which states are wanted, in any order
 */
public record BackwardPaths(BackwardClock clock, double[] start, long seed, long first, int count, int[] observed) {

    /** The point y of a step. */
    public enum Endpoint {
        /** sum w_mu y_mu: the law as dtau -> 0, of first order in dtau. */
        MEAN,
        /** A pattern drawn anew with probability w_mu: exact for any dtau. */
        DRAWN
    }

    /** Times any squared distance below 1e22 it is less than float32 can see in an exponent. */
    private static final float NO_PRECISION = 1e-30f;

    public int dimension() {
        return start.length;
    }

    /** a of step k; at step 0, where all patterns weigh the same, too small to tell patterns apart. */
    public float precision(int k) {
        return k == 0 ? NO_PRECISION : (float) clock.precision(k);
    }

    /** h_j of step k for a path at x_j. */
    public double tilt(int k, int j, double x) {
        return x / clock.tau(k) - start[j] / clock.horizon();
    }

    /** c_j of step k for a path at x_j. */
    public float centre(int k, int j, double x) {
        return k == 0 ? 0f : (float) (tilt(k, j, x) / clock.precision(k));
    }

    /** n of them, from the i-th on. */
    public BackwardPaths part(int i, int n) {
        return new BackwardPaths(clock, start, seed, first + i, n, observed);
    }
}
