package io.github.murmuration.study.generation;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * How far numbers of clouds are from probabilities: sum_k (n_k - n p_k)^2/(n p_k).
 *
 * @param freedom degrees of it: shapes but one
 * @param pValue probability that chance alone takes it as far; NaN where there are too few clouds to tell, or one shape alone
 */
public record ChiSquare(double sum, int freedom, double pValue) {

    /** Expected clouds of every shape that the chi-square law takes. */
    private static final double FEWEST = 5;

    /**
     * @param counts n_k [K].
     * @param probabilities p_k, of sum 1 [K]
     */
    public static ChiSquare of(double[] counts, double[] probabilities) {
        double clouds = Arrays.stream(counts).sum();
        double sum = 0;
        for (int k = 0; k < counts.length; k++) {
            double expected = clouds * probabilities[k];
            sum += (counts[k] - expected) * (counts[k] - expected) / expected;
        }
        int freedom = counts.length - 1;
        double least = clouds * Arrays.stream(probabilities).min().orElseThrow();
        boolean enough = freedom > 0 && least >= FEWEST;
        return new ChiSquare(sum, freedom, enough ? beyond(sum, freedom) : Double.NaN);
    }

    private static double beyond(double sum, int freedom) {
        return 1 - new ChiSquaredDistribution(freedom).cumulativeProbability(sum);
    }
}
