package io.github.murmuration.study.path;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.BackwardClock;
import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.BackwardPaths.Endpoint;
import io.github.murmuration.ensemble.PathPatterns;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.study.Meter;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The half-sample method: from the paths of p + q patterns and of their halves towards the path of infinitely many, on identical
 * noise, at one time.
 *
 * @param patterns p + q
 * @param samples fresh patterns and noise each
 * @param splits random halvings to average over
 * @param time tau
 */
public record Extrapolation(
        BackwardClock clock,
        double[] start,
        GaussianMixture target,
        long seed,
        int patterns,
        int samples,
        int splits,
        double time) {

    /** Samples that are on their way at a time: a tile of noise columns. */
    private static final int AT_ONCE = Noise.TILE;

    /** Departures beyond which the share of right signs is given. */
    static final double[] DEPARTURES = {0, 0.5, 1, 2, 4};

    /**
     * What one step can do: {@code x <- x + c (midpoint - x)}.
     *
     * @param averaged halvings that the midpoint is a mean of
     * @param step c, best in mean square
     * @param error root mean square distance to the infinite path after that step
     * @param naiveError after c = -1, as if the error fell in proportion to 1/p
     */
    public record Step(int averaged, double step, double error, double naiveError) {}

    /**
     * @param departure least distance of the half-sample path from the path of all
     * @param samples so many
     * @param right share of them in which the half-sample path that departs more lies on the side of the infinite path
     */
    public record Sign(double departure, int samples, double right) {

        /** Standard error of the share. */
        public double error() {
            return Math.sqrt(right * (1 - right) / Math.max(1, samples));
        }
    }

    /**
     * @param error root mean square distance of the path of all patterns
     */
    public record Result(double error, Sign[] signs, Step[] steps) {}

    /** Pattern evaluations. */
    public double evaluations() {
        return (double) samples * clock.steps() * patterns * (1 + splits);
    }

    /**
     * @param threads 0 for one per core.
     * @param meter counts pattern evaluations done
     */
    public Result run(Backend backend, int threads, Meter meter) {
        double[][] row = new double[samples][];
        try (PatternEvaluator evaluator = backend.patterns(threads);
                Crew<Object> crew = Crew.of(threads)) {
            for (int from = 0; from < samples; from += AT_ONCE) {
                int first = from;
                int count = Math.min(AT_ONCE, samples - from);
                int[] observed = clock.stepsAt(time);
                BackwardPaths paths = new BackwardPaths(clock, start, seed, from, count, observed);
                int[][][] chosen = new int[count][][];
                crew.forEach(count, (own, i) -> chosen[i] = selections(first + i));
                double[] limit = InfinitePatterns.of(paths, target, threads)[0];
                double[] states = evaluator.paths(paths, Endpoint.MEAN, new PathPatterns.Chosen(target, chosen))[0];
                for (int i = 0; i < count; i++) {
                    row[from + i] = row(new Sample(states, i, limit));
                }
                meter.add(evaluations() * count / samples);
            }
        }
        return new Result(Math.sqrt(mean(row, 0)), signs(row), steps(row));
    }

    /** All patterns of a sample, then the halves of each split [1 + 2 splits][p]. */
    private int[][] selections(int sample) {
        Halving halving = new Halving(seed);
        int[][] selections = new int[1 + 2 * splits][];
        selections[0] = IntStream.range(0, patterns).toArray();
        for (int split = 0; split < splits; split++) {
            int[][] halves = halving.halves(sample, split, patterns);
            selections[1 + 2 * split] = halves[0];
            selections[2 + 2 * split] = halves[1];
        }
        return selections;
    }

    /**
     * Where the paths of a sample are.
     * @param states [sample][selection][d]
     * @param limit of infinitely many patterns [sample][d]
     */
    private record Sample(double[] states, int number, double[] limit) {}

    /**
     * State of a path.
     * @param selection as {@link #selections} has them
     */
    private double[] state(Sample sample, int selection) {
        int d = start.length;
        int at = (sample.number() * (1 + 2 * splits) + selection) * d;
        return Arrays.copyOfRange(sample.states(), at, at + d);
    }

    /**
     * |g|^2 with g = x_inf - x_pq, |f - x_pq| and its product with g, f the half-sample path of the first split that departs more; then
     * for each number of halvings averaged |m|^2 and m.g, m = midpoint - x_pq.
     */
    private double[] row(Sample sample) {
        int d = start.length;
        double[] all = state(sample, 0);
        int at = sample.number() * d;
        double[] gap = minus(Arrays.copyOfRange(sample.limit(), at, at + d), all);
        double[] p = minus(state(sample, 1), all);
        double[] q = minus(state(sample, 2), all);
        double[] far = dot(p, p) > dot(q, q) ? p : q;
        double[] row = new double[3 + 2 * splits];
        row[0] = dot(gap, gap);
        row[1] = Math.sqrt(dot(far, far));
        row[2] = dot(far, gap);
        double[] sum = new double[d];
        for (int r = 0; r < splits; r++) {
            add(state(sample, 1 + 2 * r), state(sample, 2 + 2 * r), sum);
            int averaged = r + 1;
            double[] way = minus(Arrays.stream(sum).map(x -> x / averaged).toArray(), all);
            row[3 + 2 * r] = dot(way, way);
            row[4 + 2 * r] = dot(way, gap);
        }
        return row;
    }

    /**
     * Adds the midpoint of the paths of two halves.
     * @param sum modified
     */
    static void add(double[] p, double[] q, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += 0.5 * (p[j] + q[j]);
        }
    }

    private static Sign[] signs(double[][] row) {
        return Arrays.stream(DEPARTURES)
                .mapToObj(least -> {
                    double[][] beyond =
                            Arrays.stream(row).filter(r -> r[1] > least).toArray(double[][]::new);
                    long right = Arrays.stream(beyond).filter(r -> r[2] > 0).count();
                    return new Sign(least, beyond.length, right / (double) Math.max(1, beyond.length));
                })
                .toArray(Sign[]::new);
    }

    private Step[] steps(double[][] row) {
        Step[] steps = new Step[splits];
        double gap = mean(row, 0);
        for (int r = 0; r < splits; r++) {
            double way = mean(row, 3 + 2 * r);
            double product = mean(row, 4 + 2 * r);
            double best = product / way;
            steps[r] = new Step(r + 1, best, Math.sqrt(gap - best * product), Math.sqrt(gap + 2 * product + way));
        }
        return steps;
    }

    private static double mean(double[][] row, int column) {
        return Arrays.stream(row).mapToDouble(r -> r[column]).average().orElseThrow();
    }

    private static double[] minus(double[] x, double[] y) {
        double[] difference = new double[x.length];
        Arrays.setAll(difference, j -> x[j] - y[j]);
        return difference;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += x[j] * y[j];
        }
        return sum;
    }
}
