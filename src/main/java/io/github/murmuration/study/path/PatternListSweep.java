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
        BackwardClock clock, double[] start, PatternTable list, long seed, int[] patterns, int paths, double[] times) {

    /** Pattern evaluations. */
    public double evaluations() {
        double sum = list.count();
        for (int p : patterns) {
            sum += p;
        }
        return sum * paths * clock.steps();
    }

    /** Distances [p][tau][path]. @param threads 0 for one per core. @param meter told of pattern evaluations done */
    public double[][][] run(Backend backend, int threads, Meter meter) {
        double[][][] distances = new double[patterns.length][times.length][paths];
        try (PatternEvaluator evaluator = backend.patterns(threads)) {
            double[][] whole = states(list, evaluator, meter);
            for (int i = 0; i < patterns.length; i++) {
                double[][] part = states(list.first(patterns[i]), evaluator, meter);
                for (int t = 0; t < times.length; t++) {
                    fill(distances[i][t], part[t], whole[t]);
                }
            }
        }
        return distances;
    }

    private double[][] states(PatternTable table, PatternEvaluator evaluator, Meter meter) {
        PathNoise noise = new PathNoise(seed, 0, paths, start.length);
        PathConstruction path = new BackwardSmallStep(clock, start, table, evaluator);
        double[][] states = DistanceSweep.states(path, noise, clock, times);
        meter.add((double) table.count() * paths * clock.steps());
        return states;
    }

    private void fill(double[] distances, double[] part, double[] whole) {
        int d = start.length;
        for (int i = 0; i < paths; i++) {
            double square = 0;
            for (int j = i * d; j < (i + 1) * d; j++) {
                square += (part[j] - whole[j]) * (part[j] - whole[j]);
            }
            distances[i] = Math.sqrt(square);
        }
    }
}
