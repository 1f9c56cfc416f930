package io.github.murmuration.scenario;

/** A probability law on R^d, as the user states it. */
public sealed interface Law {

    /** Number of coordinates d. */
    int dimension();

    /** All mass at one point. */
    record Point(double[] at) implements Law {
        @Override
        public int dimension() {
            return at.length;
        }
    }

    /** Sum of weights[k] N(means[k], covariances[k]); a Gaussian is a mixture of one component. */
    record Mixture(double[] weights, double[][] means, Covariance[] covariances) implements Law {
        @Override
        public int dimension() {
            return means[0].length;
        }
    }

    /** The empirical measure of rows [n][d]: samples of a start, or patterns of a target. */
    record Samples(double[][] rows) implements Law {
        @Override
        public int dimension() {
            return rows[0].length;
        }
    }
}
