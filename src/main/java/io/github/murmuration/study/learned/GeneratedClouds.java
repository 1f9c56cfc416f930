package io.github.murmuration.study.learned;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.distance.Chamfer;
import io.github.murmuration.cloud.distance.EnergyTest;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.study.generation.Quality;
import java.util.List;

/**
 * Clouds from one source, and how they compare with new data.
 *
 * @param test of one law, by square roots of Chamfer distances: squares of distances would distinguish laws by their means alone
 */
record GeneratedClouds(String source, List<Cloud> clouds, EnergyTest test) {

    private static final int PERMUTATIONS = 999;

    static GeneratedClouds of(String source, List<Cloud> clouds, List<Cloud> fresh, long seed, Crew<Object> crew) {
        return new GeneratedClouds(
                source,
                clouds,
                EnergyTest.ofClouds(clouds, fresh, GeneratedClouds::distance, PERMUTATIONS, seed, crew));
    }

    private static double distance(Cloud x, Cloud y) {
        return Math.sqrt(new Chamfer().between(x, y));
    }

    /** Variance over clouds of coordinate j of their mean. */
    Quality varianceOfMean(int j) {
        double[] means = clouds.stream().mapToDouble(cloud -> cloud.mean()[j]).toArray();
        return Quality.variance("variance of mean " + j, means, Double.NaN);
    }

    /** Mean over clouds of the variance of coordinate j within one. */
    Quality varianceWithin(int j) {
        double[] variances =
                clouds.stream().mapToDouble(cloud -> cloud.variances()[j]).toArray();
        return Quality.mean("variance within " + j, variances, Double.NaN);
    }
}
