package io.github.murmuration.cloud.distance;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.scenario.HeapException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Whether two samples are of one law. Statistic nm/(n + m) [2 mean |X - Y| - mean |X - X'| - mean |Y - Y'|] over all pairs, and its share
 * (1 + number of permutations of the pooled sample with at least as much)/(1 + number of permutations): at most p with probability p
 * under one law, for every distance. Szekely, Rizzo, J. Stat. Planning and Inference 143 (2013) 1249.
 *
 * @param pValue a multiple of 1/(1 + permutations), and at least that
 */
public record EnergyTest(double statistic, double pValue, int permutations) {

    /** Statistics this close, relative to their value, are equal but for rounding. */
    private static final double ROUNDING = 1e-10;

    /**
     * Of points.
     * @throws HeapException the distances of all points do not fit into memory
     */
    public static EnergyTest ofPoints(Cloud x, Cloud y, int permutations, long seed, Crew<Object> crew) {
        List<Cloud> points = new ArrayList<>();
        for (Cloud cloud : List.of(x, y)) {
            Arrays.stream(cloud.points()).forEach(point -> points.add(new Cloud(new double[][] {point})));
        }
        CloudDistance distance = (one, other) -> EarthMover.distance(one.points()[0], other.points()[0]);
        return of(points, x.size(), distance, permutations, seed, crew);
    }

    /**
     * Of clouds.
     * @throws HeapException the distances of all clouds do not fit into memory
     */
    public static EnergyTest ofClouds(
            List<Cloud> x, List<Cloud> y, CloudDistance distance, int permutations, long seed, Crew<Object> crew) {
        List<Cloud> pooled = new ArrayList<>(x);
        pooled.addAll(y);
        return of(pooled, x.size(), distance, permutations, seed, crew);
    }

    private static EnergyTest of(
            List<Cloud> pooled, int first, CloudDistance distance, int permutations, long seed, Crew<Object> crew) {
        String what = String.format(Locale.ROOT, "distances of %,d times %<,d", pooled.size());
        HeapException.require(what, (double) pooled.size() * pooled.size() * Double.BYTES, "compare fewer");
        return of(SetComparison.distances(pooled, distance, crew), first, permutations, seed, crew);
    }

    /**
     * @param distances of the pooled sample, symmetric [n + m][n + m].
     * @param first n, those of the first sample
     */
    public static EnergyTest of(double[][] distances, int first, int permutations, long seed, Crew<Object> crew) {
        double[] rowSums = Arrays.stream(distances)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        int[] order = new int[distances.length];
        Arrays.setAll(order, i -> i);
        double observed = statistic(distances, rowSums, order, first);
        double least = observed - ROUNDING * Math.abs(observed);
        long reached = crew
                .map(permutations, k -> statistic(distances, rowSums, permuted(order, Seeds.of(seed, k, 0)), first))
                .stream()
                .filter(statistic -> statistic >= least)
                .count();
        return new EnergyTest(observed, (1.0 + reached) / (1 + permutations), permutations);
    }

    /** Durstenfeld, CACM 7 (1964) 420. */
    private static int[] permuted(int[] order, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] permuted = order.clone();
        for (int i = permuted.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = permuted[i];
            permuted[i] = permuted[j];
            permuted[j] = swapped;
        }
        return permuted;
    }

    private static double statistic(double[][] distances, double[] rowSums, int[] order, int first) {
        double n = first;
        double m = order.length - first;
        double within = 0;
        double rows = 0;
        for (int i = 0; i < first; i++) {
            double[] row = distances[order[i]];
            for (int j = 0; j < first; j++) {
                within += row[order[j]];
            }
            rows += rowSums[order[i]];
        }
        double between = rows - within;
        double rest = Arrays.stream(rowSums).sum() - within - 2 * between;
        return n * m / (n + m) * (2 * between / (n * m) - within / (n * n) - rest / (m * m));
    }
}
