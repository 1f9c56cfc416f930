package io.github.murmuration.study.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.sim.Histogram;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Erf;

/** sqrt(N) max |F_N - F|, F_N of agents and F of a law, at the edges of bins; above 1.63 by sampling alone in 1 case of 100 at most. */
final class KolmogorovDistance {

    private KolmogorovDistance() {}

    /**
     * Of coordinate j.
     * @param law whose components are diagonal
     */
    static double of(Histogram histogram, GaussianMixture law, int j) {
        return of(histogram, x -> distribution(law, j, x));
    }

    /** @param distribution F */
    static double of(Histogram histogram, DoubleUnaryOperator distribution) {
        long[] counts = histogram.counts();
        double total = Arrays.stream(counts).sum();
        double below = 0;
        double largest = 0;
        for (int i = 0; i < counts.length - 1; i++) {
            below += counts[i];
            double edge = histogram.low() + (i + 1) * histogram.width();
            largest = Math.max(largest, Math.abs(below / total - distribution.applyAsDouble(edge)));
        }
        return Math.sqrt(total) * largest;
    }

    private static double distribution(GaussianMixture law, int j, double x) {
        double sum = 0;
        for (int k = 0; k < law.components(); k++) {
            double z = (x - law.means()[k][j]) / Math.sqrt(law.variances()[k][j]);
            sum += law.weights()[k] * 0.5 * Erf.erfc(-z / Math.sqrt(2));
        }
        return sum;
    }
}
