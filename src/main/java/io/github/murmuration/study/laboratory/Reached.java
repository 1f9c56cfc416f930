package io.github.murmuration.study.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.laboratory.LineMoments;
import io.github.murmuration.laboratory.Row;
import io.github.murmuration.sim.Histogram;
import java.util.List;

/**
 * The law of a row at the end, and how far agents are from it.
 *
 * @param mean of the law [d]; empty where it is not known
 * @param distance sqrt(N) times the Kolmogorov distance of each coordinate of the agents, at the edges of the bins [d]
 */
record Reached(double[] mean, double[] variance, double[] distance) {

    /**
     * By the row's closed form, or by its grid.
     * @param histograms of the agents at the end
     */
    static Reached of(Row row, double horizon, List<Histogram> histograms) {
        return row.law(horizon)
                .map(law -> of(law, histograms))
                .or(() -> row.moments().map(moments -> of(moments, histograms)))
                .orElse(new Reached(new double[0], new double[0], new double[0]));
    }

    static Reached of(GaussianMixture law, List<Histogram> histograms) {
        double[] variances = new double[law.dimension()];
        double[] distances = new double[variances.length];
        for (int j = 0; j < variances.length; j++) {
            variances[j] = law.covariance()[j][j];
            distances[j] = KolmogorovDistance.of(histograms.get(j), law, j);
        }
        return new Reached(law.mean(), variances, distances);
    }

    private static Reached of(LineMoments law, List<Histogram> histograms) {
        return new Reached(
                new double[] {law.mean().last()},
                new double[] {law.variance().last()},
                new double[] {KolmogorovDistance.of(histograms.get(0), law.distribution())});
    }
}
