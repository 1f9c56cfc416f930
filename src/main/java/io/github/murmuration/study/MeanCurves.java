package io.github.murmuration.study;

import io.github.murmuration.sim.ReplicaMoments;
import io.github.murmuration.sim.ReplicaObserver;
import io.github.murmuration.sim.ReplicaRun;

/**
 * Population means at the observation times of a study.
 *
 * @param means (1/N) sum x [guidance][replica][look][d]
 */
public record MeanCurves(double[][][][] means) {

    /**
     * Runs replicas and keeps their means.
     * @param d dimension
     */
    public static MeanCurves of(
            Resources resources, ReplicaRun run, ObservationTimes looks, int guidances, int replicas, int d) {
        double[][][][] means = new double[guidances][replicas][looks.steps().length][d];
        ReplicaObserver observer = (k, moments) -> {
            for (int look = 0; look < looks.steps().length; look++) {
                if (looks.steps()[look] == k) {
                    take(means, look, moments);
                }
            }
        };
        resources.run(run, observer);
        return new MeanCurves(means);
    }

    private static void take(double[][][][] means, int look, ReplicaMoments moments) {
        for (int g = 0; g < means.length; g++) {
            for (int r = 0; r < moments.replicas(); r++) {
                double[] mean = means[g][moments.firstReplica() + r][look];
                for (int j = 0; j < mean.length; j++) {
                    mean[j] = moments.mean(g, r, j);
                }
            }
        }
    }
}
