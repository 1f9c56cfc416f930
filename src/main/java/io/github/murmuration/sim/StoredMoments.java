package io.github.murmuration.sim;

import io.github.murmuration.schedule.interaction.InteractionSchedule;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moments at the end of a run as the states are stored, measured from a centre, and what was found about them put back. A phase is stored
 * in [-pi, pi]: its histogram is over the whole turn, and it has no covariance with coordinates that are no phases.
 *
 * @param mean measured from the centre [d]
 * @param variance [d]
 */
record StoredMoments(double[] centre, double[] mean, double[] variance, boolean phase) {

    /** Deviations to either side of the mean that a histogram covers. */
    private static final double REACH = 5;

    /** @param mean E X at the end [d]. @param variance [d] */
    static StoredMoments of(Problem problem, int g, double[] mean, double[] variance) {
        double[] centre = problem.schedules().get(g).centre(problem.grid().steps());
        double[] stored = mean.clone();
        double[] spread = variance.clone();
        for (int j = 0; j < stored.length; j++) {
            stored[j] -= centre[j];
        }
        boolean phase = problem.evaluator().phase();
        if (phase) {
            stored[InteractionSchedule.PHASE] = 0;
            spread[InteractionSchedule.PHASE] = Math.pow(Math.PI / REACH, 2);
        }
        return new StoredMoments(centre, stored, spread, phase);
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
        for (int j = 0; phase && j < covariance.length; j++) {
            covariance[InteractionSchedule.PHASE][j] = Double.NaN;
            covariance[j][InteractionSchedule.PHASE] = Double.NaN;
        }
        return covariance;
    }
}
