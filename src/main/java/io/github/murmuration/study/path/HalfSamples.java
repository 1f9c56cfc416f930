package io.github.murmuration.study.path;

import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.ensemble.PatternTable;
import java.util.Arrays;

/** Paths of all patterns and of the halves of several splits, on one noise. One instance per thread. */
final class HalfSamples {

    private final BackwardClock clock;
    private final double[] start;
    private final PatternEvaluator evaluator;
    private final Halving halving;

    HalfSamples(BackwardClock clock, double[] start, PatternEvaluator evaluator, long seed) {
        this.clock = clock;
        this.start = start;
        this.evaluator = evaluator;
        this.halving = new Halving(seed);
    }

    /** States at a time [n d] of the path of all patterns. */
    double[] all(PatternTable patterns, PathNoise noise, double time) {
        PathConstruction path = new BackwardSmallStep(clock, start, patterns, evaluator);
        return DistanceSweep.states(path, noise, clock, new double[] {time})[0];
    }

    /** States [2][n d] of the paths of the first patterns of a split and of the others. */
    double[][] halves(PatternTable patterns, int sample, int split, PathNoise noise, double time) {
        int[] order = halving.order(sample, split, patterns.count());
        int half = order.length / 2;
        PatternTable p = patterns.select(Arrays.copyOfRange(order, 0, half));
        PatternTable q = patterns.select(Arrays.copyOfRange(order, half, order.length));
        return new double[][] {all(p, noise, time), all(q, noise, time)};
    }

    /** Midpoints of the halves, averaged over 1, 2, ..., splits of them [splits][n d]. */
    double[][] midpoints(PatternTable patterns, int sample, int splits, PathNoise noise, double time) {
        double[][] averages = new double[splits][noise.paths() * start.length];
        double[] sum = new double[averages[0].length];
        for (int split = 0; split < splits; split++) {
            double[][] halves = halves(patterns, sample, split, noise, time);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += 0.5 * (halves[0][i] + halves[1][i]);
                averages[split][i] = sum[i] / (split + 1);
            }
        }
        return averages;
    }
}
