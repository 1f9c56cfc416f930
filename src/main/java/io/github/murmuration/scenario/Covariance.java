package io.github.murmuration.scenario;

/** Covariance of one Gaussian component. */
public sealed interface Covariance {

    /** Independent coordinates with the given standard deviations [d], each >= 0. */
    record Diagonal(double[] standardDeviations) implements Covariance {}

    /** Symmetric positive semi-definite matrix [d][d]. */
    record Full(double[][] matrix) implements Covariance {}
}
