package io.github.murmuration.study.path;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.BackwardClock;
import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.BackwardPaths.Endpoint;
import io.github.murmuration.ensemble.PathPatterns;
import io.github.murmuration.study.Meter;
import java.util.Arrays;

/**
 * Distances |x_p - x_inf| between the small-step path of p patterns and that of infinitely many, on identical noise; fresh patterns
 * and noise in every sample, where smaller p use the first of the patterns of larger p.
 *
 * @param start x_B [d]
 * @param patterns numbers p, ascending
 * @param samples per p, descending
 * @param times tau at which the distance is taken
 */
public record DistanceSweep(
        BackwardClock clock,
        double[] start,
        GaussianMixture target,
        long seed,
        int[] patterns,
        int[] samples,
        double[] times)
        implements Distances {

    /** Samples that are on their way at a time: whole noise columns. */
    private static final int AT_ONCE = 1 << 14;

    /** Samples per p: so many, or as few as an equal share of the pattern evaluations allows; at least 200. */
    public static int[] samples(int[] patterns, int most, double evaluations, int steps) {
        int[] samples = new int[patterns.length];
        for (int i = 0; i < samples.length; i++) {
            double affordable = evaluations / patterns.length / ((double) patterns[i] * steps);
            samples[i] = (int) Math.min(most, Math.max(200, affordable));
        }
        return samples;
    }

    @Override
    public int count() {
        return samples[0];
    }

    @Override
    public double evaluations(int end) {
        double sum = 0;
        for (int i = 0; i < patterns.length; i++) {
            sum += (double) patterns[i] * Math.min(samples[i], end) * clock.steps();
        }
        return sum;
    }

    @Override
    public double[][][] run(Backend backend, int threads, int first, int end, Meter meter) {
        double[][][] distances = new double[patterns.length][times.length][];
        for (int i = 0; i < patterns.length; i++) {
            for (int t = 0; t < times.length; t++) {
                distances[i][t] = new double[Math.max(0, Math.min(samples[i], end) - first)];
            }
        }
        try (PatternEvaluator evaluator = backend.patterns(threads)) {
            for (int from = first; from < end; ) {
                int used = used(from);
                int count = Math.min(Math.min(end, samples[used - 1]) - from, AT_ONCE);
                BackwardPaths paths = new BackwardPaths(clock, start, seed, from, count, clock.stepsAt(times));
                PathPatterns drawn = new PathPatterns.Drawn(target, Arrays.copyOf(patterns, used));
                double[][] limit = InfinitePatterns.of(paths, target, threads);
                fill(distances, from - first, evaluator.paths(paths, Endpoint.MEAN, drawn), limit, used);
                meter.add(evaluations(from + count) - evaluations(from));
                from += count;
            }
        }
        return distances;
    }

    /** The number of pattern numbers that have a sample. */
    private int used(int sample) {
        return (int) Arrays.stream(samples).filter(most -> most > sample).count();
    }

    /**
     * @param distances from a column on overwritten
     * @param states [tau][sample][p][d]
     */
    private void fill(double[][][] distances, int column, double[][] states, double[][] limit, int used) {
        int d = start.length;
        for (int t = 0; t < times.length; t++) {
            for (int i = 0; i < limit[t].length / d; i++) {
                for (int p = 0; p < used; p++) {
                    distances[p][t][column + i] = distance(states[t], (i * used + p) * d, limit[t], i * d, d);
                }
            }
        }
    }

    /** Of d coordinates of x from one position on and of y from another. */
    static double distance(double[] x, int at, double[] y, int from, int d) {
        double square = 0;
        for (int j = 0; j < d; j++) {
            square += (x[at + j] - y[from + j]) * (x[at + j] - y[from + j]);
        }
        return Math.sqrt(square);
    }
}
