package io.github.murmuration.study.path;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.PatternSampler;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.study.Meter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Estimates of a law from p patterns of it, and their distances to it: the patterns themselves, ends of small-step
 * paths, ends after extrapolation, kernel density estimates; mean over many sets of patterns.
 *
 * @param patterns p of a set
 * @param paths built from each set
 * @param sets of patterns
 * @param splits random halvings behind the midpoint
 * @param step c of x + c (midpoint - x)
 */
public record EndDensity(
        BackwardClock clock,
        double[] start,
        GaussianMixture target,
        long seed,
        int patterns,
        int paths,
        int sets,
        int splits,
        double step) {

    /**
     * Means over the sets and their standard errors; W1 is sliced in more than one dimension.
     *
     * @param excess Wasserstein distance beyond that of the kernel density estimate from the same patterns
     */
    public record Distance(
            double wasserstein,
            double wassersteinError,
            double energy,
            double energyError,
            double excess,
            double excessError) {}

    /** Pattern evaluations. */
    public double evaluations() {
        return (double) sets * paths * clock.steps() * patterns * (1 + splits);
    }

    /** Distances by name of the estimate. */
    public Map<String, Distance> run(Backend backend, int threads, Meter meter) {
        EndDistances law = new EndDistances(target);
        Map<String, double[][]> found = new LinkedHashMap<>();
        for (String name : NAMES) {
            found.put(name, new double[2][sets]);
        }
        try (Evaluators evaluators = new Evaluators(backend);
                Crew<HalfSamples> crew =
                        Crew.of(threads, () -> new HalfSamples(clock, start, evaluators.next(), seed))) {
            crew.forEach(sets, (half, set) -> {
                set(half, set, law, found);
                meter.add(evaluations() / sets);
            });
        }
        Map<String, Distance> distances = new LinkedHashMap<>();
        found.forEach((name, columns) -> distances.put(name, distance(columns, found.get(KERNEL)[0])));
        return distances;
    }

    private static final String KERNEL = "kernel density, cross-validated";

    /** Smoothing of path ends, as a share of the cross-validated width: ends are spread out by themselves. */
    private static final double SMOOTHING = 0.5;

    static final String[] NAMES = {
        "patterns",
        "path ends",
        "extrapolated ends",
        "path ends, smoothed",
        "extrapolated ends, smoothed",
        KERNEL,
        "infinite p, as many paths"
    };

    private void set(HalfSamples half, int set, EndDistances law, Map<String, double[][]> found) {
        PatternTable table = new PatternSampler(target, seed).draw(set, patterns);
        PathNoise noise = new PathNoise(seed, (long) set * paths, paths, start.length);
        double[] ends = half.all(table, noise, 0);
        double[] middle = half.midpoints(table, set, splits, noise, 0)[splits - 1];
        double[] moved = new double[ends.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = ends[i] + step * (middle[i] - ends[i]);
        }
        double[] points = points(table);
        InfinitePatterns infinite = new InfinitePatterns(clock, start, target);
        double[] limit = DistanceSweep.states(infinite, noise, clock, new double[] {0})[0];
        double validated = KernelWidth.crossValidated(points, start.length);
        double[][] samples = {points, ends, moved, ends, moved, points, limit};
        double[] widths = {0, 0, 0, SMOOTHING * validated, SMOOTHING * validated, validated, 0};
        for (int i = 0; i < NAMES.length; i++) {
            double[] distances = law.of(samples[i], widths[i]);
            found.get(NAMES[i])[0][set] = distances[0];
            found.get(NAMES[i])[1][set] = distances[1];
        }
    }

    /** [p][d] flattened. */
    private static double[] points(PatternTable table) {
        double[] points = new double[table.count() * table.dimension()];
        Arrays.setAll(points, i -> table.get(i / table.dimension(), i % table.dimension()));
        return points;
    }

    private static Distance distance(double[][] columns, double[] kernel) {
        double[] excess = new double[kernel.length];
        Arrays.setAll(excess, i -> columns[0][i] - kernel[i]);
        double root = Math.sqrt(columns[0].length);
        return new Distance(
                mean(columns[0]),
                deviation(columns[0]) / root,
                mean(columns[1]),
                deviation(columns[1]) / root,
                mean(excess),
                deviation(excess) / root);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean);
        }
        return Math.sqrt(square / Math.max(1, values.length - 1));
    }
}
