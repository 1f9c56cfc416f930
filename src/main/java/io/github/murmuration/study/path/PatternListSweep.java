package io.github.murmuration.study.path;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.study.Meter;

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
        try (PatternEvaluator evaluator = backend.patterns(threads)) {
            int most = Math.max(1, AT_ONCE / start.length);
            for (int done = 0; done < end - first; done += most) {
                int count = Math.min(most, end - first - done);
                block(evaluator, first + done, count, done, distances, meter);
            }
        }
        return distances;
    }

    /** Fills the distances of paths first, ..., first + count - 1 from a column on. */
    private void block(
            PatternEvaluator evaluator, int first, int count, int column, double[][][] distances, Meter meter) {
        double[][] whole = states(list, evaluator, first, count, meter);
        for (int i = 0; i < patterns.length; i++) {
            double[][] part = states(list.first(patterns[i]), evaluator, first, count, meter);
            for (int t = 0; t < times.length; t++) {
                fill(distances[i][t], column, part[t], whole[t]);
            }
        }
    }

    private double[][] states(PatternTable table, PatternEvaluator evaluator, int first, int count, Meter meter) {
        PathNoise noise = new PathNoise(seed, first, count, start.length);
        PathConstruction path = new BackwardSmallStep(clock, start, table, evaluator);
        double[][] states = DistanceSweep.states(path, noise, clock, times);
        meter.add((double) table.count() * count * clock.steps());
        return states;
    }

    private void fill(double[] distances, int column, double[] part, double[] whole) {
        int d = start.length;
        for (int i = 0; i < part.length / d; i++) {
            double square = 0;
            for (int j = i * d; j < (i + 1) * d; j++) {
                square += (part[j] - whole[j]) * (part[j] - whole[j]);
            }
            distances[column + i] = Math.sqrt(square);
        }
    }
}
