package io.github.murmuration.study.generation;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.distance.Chamfer;
import io.github.murmuration.cloud.distance.EnergyTest;
import io.github.murmuration.cloud.distance.SetComparison;
import io.github.murmuration.crew.Crew;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How generated clouds compare with others, by Chamfer distances.
 *
 * @param name of the others
 * @param pValue of the energy test of one law, by square roots of Chamfer distances: squares of distances would distinguish laws by their
 *     means alone; NaN where one set has one cloud
 */
record Reference(String name, List<Cloud> clouds, SetComparison comparison, double accuracyError, double pValue) {

    private static final int PERMUTATIONS = 999;

    static Reference of(String name, List<Cloud> generated, List<Cloud> others, long seed, Crew<Object> crew) {
        List<Cloud> all = new ArrayList<>(generated);
        all.addAll(others);
        double[][] distances = SetComparison.distances(all, new Chamfer(), crew);
        SetComparison comparison = SetComparison.of(distances, generated.size());
        boolean tested = generated.size() > 1 && others.size() > 1;
        double pValue = tested
                ? EnergyTest.of(roots(distances), generated.size(), PERMUTATIONS, seed, crew)
                        .pValue()
                : Double.NaN;
        return new Reference(name, others, comparison, Math.sqrt(0.25 / all.size()), pValue);
    }

    private static double[][] roots(double[][] distances) {
        return Arrays.stream(distances)
                .map(row -> Arrays.stream(row).map(Math::sqrt).toArray())
                .toArray(double[][]::new);
    }
}
