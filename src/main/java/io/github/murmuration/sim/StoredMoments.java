package io.github.murmuration.sim;

import io.github.murmuration.model.WrittenModel;
import io.github.murmuration.model.WrittenModel.Circle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Moments at the end of a run as the states are stored, measured from a centre, and what was found about them put back. A phase is stored
 * in [-pi, pi]: its histogram is over the whole turn, and it has no covariance with coordinates that are no phases.
 *
 * @param mean measured from the centre [d]
 * @param variance [d]
 */
record StoredMoments(double[] centre, double[] mean, double[] variance, Set<Integer> circles) {

    /** Deviations to either side of the mean that a histogram covers. */
    private static final double REACH = 5;

    /**
     * @param mean E X at the end [d].
     * @param variance [d]
     */
    static StoredMoments of(Problem problem, int g, double[] mean, double[] variance) {
        double[] centre = problem.schedules().get(g).centre(problem.grid().steps());
        double[] stored = mean.clone();
        double[] spread = variance.clone();
        for (int j = 0; j < stored.length; j++) {
            stored[j] -= centre[j];
        }
        Map<Integer, Circle> circles =
                problem.written().map(WrittenModel::circles).orElse(Map.of());
        circles.forEach((j, circle) -> {
            stored[j] = circle.low() + circle.length() / 2;
            spread[j] = Math.pow(circle.length() / 2 / REACH, 2);
        });
        return new StoredMoments(centre, stored, spread, circles.keySet());
    }

    /** @param histograms of stored states */
    List<Histogram> histograms(List<Histogram> histograms) {
        return IntStream.range(0, histograms.size())
                .mapToObj(j -> {
                    Histogram stored = histograms.get(j);
                    return new Histogram(centre[j] + stored.low(), stored.width(), stored.counts());
                })
                .toList();
    }

    /** @param covariance of stored states about the mean [d][d] */
    double[][] covariance(double[][] covariance) {
        for (int circle : circles) {
            for (int j = 0; j < covariance.length; j++) {
                covariance[circle][j] = Double.NaN;
                covariance[j][circle] = Double.NaN;
            }
        }
        return covariance;
    }
}
