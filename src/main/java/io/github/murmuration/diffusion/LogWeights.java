package io.github.murmuration.diffusion;

import java.util.Arrays;

/** Weights that are given by their logarithms. */
final class LogWeights {

    private LogWeights() {}

    /** log sum_k exp(l_k). */
    static double logSum(double[] logs) {
        double greatest = Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log - greatest);
        }
        return greatest + StrictMath.log(sum);
    }

    /** exp(l_k) over their sum. */
    static double[] normalised(double[] logs) {
        double whole = logSum(logs);
        return Arrays.stream(logs).map(log -> StrictMath.exp(log - whole)).toArray();
    }
}
