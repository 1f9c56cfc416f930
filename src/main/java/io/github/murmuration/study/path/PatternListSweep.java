package io.github.murmuration.study.path;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.ensemble.BackwardClock;
import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.BackwardPaths.Endpoint;
import io.github.murmuration.ensemble.PathPatterns;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.study.Meter;
import java.util.Arrays;

/**
 * Distances between the small-step paths of the first p of a list of patterns and those of the whole list, on identical noise.
 *
 * @param start x_B [d]
 * @param list all patterns
 * @param patterns numbers p
 * @param paths to build
 * @param times tau at which the distance is taken
 */
public record PatternListSweep(
        BackwardClock clock, double[] start, PatternTable list, long seed, int[] patterns, int paths, double[] times)
        implements Distances {

    /** Coordinates that are on their way at a time, so that memory does not grow with the number of paths. */
    private static final int AT_ONCE = 1 << 22;

    @Override
    public int count() {
        return paths;
    }

    @Override
    public double evaluations(int end) {
        double sum = list.count();
        for (int p : patterns) {
            sum += p;
        }
        return sum * end * clock.steps();
    }

    @Override
    public double[][][] run(Backend backend, int threads, int first, int end, Meter meter) {
        double[][][] distances = new double[patterns.length][times.length][end - first];
        int[] counts = Arrays.copyOf(patterns, patterns.length + 1);
        counts[patterns.length] = list.count();
        int most = Math.max(1, AT_ONCE / (start.length * counts.length));
        try (PatternEvaluator evaluator = backend.patterns(threads)) {
            for (int from = first; from < end; from += most) {
                int count = Math.min(most, end - from);
                BackwardPaths some = new BackwardPaths(clock, start, seed, from, count, clock.stepsAt(times));
                double[][] states = evaluator.paths(some, Endpoint.MEAN, new PathPatterns.Listed(list, counts));
                fill(distances, from - first, states, counts.length);
                meter.add(evaluations(count));
            }
        }
        return distances;
    }

    /**
     * @param distances from a column on overwritten
     * @param states [tau][path][p][d], those of the whole list last
     */
    private void fill(double[][][] distances, int column, double[][] states, int selections) {
        int d = start.length;
        for (int t = 0; t < times.length; t++) {
            for (int i = 0; i < states[t].length / (selections * d); i++) {
                int whole = (i * selections + patterns.length) * d;
                for (int p = 0; p < patterns.length; p++) {
                    int at = (i * selections + p) * d;
                    distances[p][t][column + i] = DistanceSweep.distance(states[t], at, states[t], whole, d);
                }
            }
        }
    }
}
