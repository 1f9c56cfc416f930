package io.github.murmuration.study.path;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.BackwardClock;
import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.BackwardPaths.Endpoint;
import io.github.murmuration.ensemble.PathPatterns;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.study.Meter;
import java.util.Arrays;

/** The reference of the studies: horizon 10, start 1, N(0, 25) on the line. */
final class Targets {

    static final BackwardClock CLOCK = new BackwardClock(10, 100);
    static final double[] START = {1};
    static final Backend CPU = Backends.select("cpu");

    private Targets() {}

    /** N(0, 25 I). */
    static GaussianMixture gaussian(int d) {
        double[] variances = new double[d];
        Arrays.fill(variances, 25);
        return new GaussianMixture(new double[] {1}, new double[][] {new double[d]}, new double[][] {variances}, null);
    }

    static Meter meter() {
        return new Meter(1, Progress.NONE);
    }

    /** Paths on the reference clock or another, of which the states at the end are wanted. */
    static BackwardPaths toTheEnd(BackwardClock clock, double[] start, long seed, long first, int count) {
        return new BackwardPaths(clock, start, seed, first, count, new int[] {clock.steps()});
    }

    /** Ends of small-step paths, all before the same patterns. */
    static double[] ends(BackwardPaths paths, PatternTable patterns, PatternEvaluator evaluator) {
        return evaluator
                .paths(paths, Endpoint.MEAN, new PathPatterns.Listed(patterns, new int[] {patterns.count()}))[0];
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    }
}
