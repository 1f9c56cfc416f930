package io.github.murmuration.cloud.distance;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.crew.Crew;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a set of generated clouds compares with a set of reference clouds. Achlioptas, Diamanti, Mitliagkas, Guibas, ICML 2018; Yang et al.,
 * "PointFlow", ICCV 2019, section 5.1.
 *
 * @param minimumMatching mean over references of the distance to the nearest generated cloud
 * @param coverage share of the references that are the nearest one of some generated cloud
 * @param neighbourAccuracy share of all clouds whose nearest other cloud is of their own set, ties counted by halves; 1/2 is ideal
 */
public record SetComparison(double minimumMatching, double coverage, double neighbourAccuracy) {

    /**
     * @param generated at least one.
     * @param reference at least one
     */
    public static SetComparison of(
            List<Cloud> generated, List<Cloud> reference, CloudDistance distance, Crew<Object> crew) {
        List<Cloud> all = new ArrayList<>(generated);
        all.addAll(reference);
        return of(distances(all, distance, crew), generated.size());
    }

    /**
     * @param distances of all clouds, symmetric [n][n].
     * @param generated how many of them, the first, are generated ones
     */
    public static SetComparison of(double[][] distances, int generated) {
        int all = distances.length;
        double matching = 0;
        boolean[] covered = new boolean[all];
        double own = 0;
        for (int i = 0; i < all; i++) {
            int generatedOne = nearest(distances[i], i, 0, generated);
            int referenceOne = nearest(distances[i], i, generated, all);
            if (i < generated) {
                covered[referenceOne] = true;
                own += share(distances[i], generatedOne, referenceOne);
            } else {
                matching += distances[i][generatedOne] / (all - generated);
                own += share(distances[i], referenceOne, generatedOne);
            }
        }
        long found = IntStream.range(generated, all).filter(i -> covered[i]).count();
        return new SetComparison(matching, (double) found / (all - generated), own / all);
    }

    /** Number of the nearest other cloud from one number to another; -1 if there is none. */
    private static int nearest(double[] distances, int cloud, int from, int end) {
        int nearest = -1;
        for (int i = from; i < end; i++) {
            if (i != cloud && (nearest < 0 || distances[i] < distances[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** 1 where the nearest of the own set is nearer than that of the other, 1/2 where it is as near. */
    private static double share(double[] distances, int own, int other) {
        if (own < 0 || distances[own] > distances[other]) {
            return 0;
        }
        return distances[own] == distances[other] ? 0.5 : 1;
    }

    /** Distances of clouds [n][n]. */
    public static double[][] distances(List<Cloud> clouds, CloudDistance distance, Crew<Object> crew) {
        double[][] distances = new double[clouds.size()][clouds.size()];
        crew.forEach(clouds.size(), (none, i) -> {
            for (int j = 0; j < i; j++) {
                distances[i][j] = distance.between(clouds.get(i), clouds.get(j));
            }
        });
        for (int i = 0; i < clouds.size(); i++) {
            for (int j = 0; j < i; j++) {
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }
}
