package io.github.murmuration.study.path;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.PatternSampler;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.study.Meter;
import java.util.Arrays;

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

    /** @param error root mean square distance of the path of all patterns */
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
        try (Evaluators evaluators = new Evaluators(backend);
                Crew<Worker> crew = Crew.of(threads, () -> new Worker(evaluators.next()))) {
            crew.forEach(samples, (worker, sample) -> {
                row[sample] = worker.sample(sample);
                meter.add(evaluations() / samples);
            });
        }
        return new Result(Math.sqrt(mean(row, 0)), signs(row), steps(row));
    }

    /**
     * Row of a sample: |g|^2 with g = x_inf - x_pq, |f - x_pq| and its product with g, f the half-sample path that departs more; then
     * for each number of halvings averaged |m|^2 and m.g, m = midpoint - x_pq.
     */
    private final class Worker {

        private final PatternSampler sampler = new PatternSampler(target, seed);
        private final InfinitePatterns infinite = new InfinitePatterns(clock, start, target);
        private final HalfSamples half;

        Worker(PatternEvaluator evaluator) {
            this.half = new HalfSamples(clock, start, evaluator, seed);
        }

        double[] sample(int sample) {
            PathNoise noise = new PathNoise(seed, sample, 1, start.length);
            PatternTable table = sampler.draw(sample, patterns);
            double[] all = half.all(table, noise, time);
            double[] gap = minus(DistanceSweep.states(infinite, noise, clock, new double[] {time})[0], all);
            double[][] first = half.halves(table, sample, 0, noise, time);
            double[] p = minus(first[0], all);
            double[] q = minus(first[1], all);
            double[] far = dot(p, p) > dot(q, q) ? p : q;
            double[] row = new double[3 + 2 * splits];
            row[0] = dot(gap, gap);
            row[1] = Math.sqrt(dot(far, far));
            row[2] = dot(far, gap);
            double[][] midpoints = half.midpoints(table, sample, splits, noise, time);
            for (int r = 0; r < splits; r++) {
                double[] way = minus(midpoints[r], all);
                row[3 + 2 * r] = dot(way, way);
                row[4 + 2 * r] = dot(way, gap);
            }
            return row;
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
