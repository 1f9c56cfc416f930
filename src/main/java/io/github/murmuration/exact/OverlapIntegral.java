package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** E log P(component | Y) = sum_k w_k int N_k log( w_k N_k / p ) dy of a mixture whose components differ in one coordinate. */
final class OverlapIntegral {

    /** Standard deviations on each side of a component that the integral covers; the tail beyond is below 1e-18. */
    private static final double REACH = 9;

    private static final double TOLERANCE = 1e-12;

    private final double[] logWeights;
    private final double[] means;
    private final double[] deviations;

    private OverlapIntegral(GaussianMixture law, int j) {
        this.logWeights = Arrays.stream(law.weights()).map(Math::log).toArray();
        this.means = Arrays.stream(law.means()).mapToDouble(mean -> mean[j]).toArray();
        this.deviations = Arrays.stream(law.variances())
                .mapToDouble(variance -> Math.sqrt(variance[j]))
                .toArray();
    }

    /** @param law of independent coordinates, with a density */
    static double of(GaussianMixture law) {
        int[] varying = CoordinatewisePower.varying(law);
        OverlapIntegral integral = new OverlapIntegral(law, varying.length == 0 ? 0 : varying[0]);
        return -new AdaptiveQuadrature(integral::integrand, integral.edges(), TOLERANCE).integral();
    }

    /** sum_k w_k N_k (log p - log w_k N_k) >= 0. */
    private double integrand(double y) {
        double[] logs = new double[means.length];
        Arrays.setAll(logs, k -> logDensity(k, y));
        double largest = Arrays.stream(logs).max().orElseThrow();
        double sum = Arrays.stream(logs).map(log -> Math.exp(log - largest)).sum();
        double logSum = largest + Math.log(sum);
        return Arrays.stream(logs)
                .map(log -> log < logSum - 700 ? 0 : Math.exp(log) * (logSum - log))
                .sum();
    }

    private double logDensity(int k, double y) {
        double departure = (y - means[k]) / deviations[k];
        return logWeights[k] - Math.log(deviations[k]) - 0.5 * (departure * departure + Math.log(2 * Math.PI));
    }

    /** Centres and reaches of all components, none closer than half of the least standard deviation. */
    private double[] edges() {
        double apart = Arrays.stream(deviations).min().orElseThrow() / 2;
        double[] all = IntStream.range(0, means.length)
                .boxed()
                .flatMapToDouble(k ->
                        DoubleStream.of(means[k] - REACH * deviations[k], means[k], means[k] + REACH * deviations[k]))
                .sorted()
                .toArray();
        double[] edges = new double[all.length];
        int count = 0;
        for (double edge : all) {
            if (count == 0 || edge > edges[count - 1] + apart) {
                edges[count++] = edge;
            }
        }
        return Arrays.copyOf(edges, count);
    }
}
