package io.github.murmuration.study.path;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.host.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.PatternSampler;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.study.Meter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Estimates of a law on the line from p patterns of it, and their distances to it: the patterns themselves, ends of small-step
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
        double start,
        GaussianMixture target,
        long seed,
        int patterns,
        int paths,
        int sets,
        int splits,
        double step) {

    /**
     * Means over the sets and their standard errors.
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
        Map<String, double[][]> found = new LinkedHashMap<>();
        for (String name : NAMES) {
            found.put(name, new double[2][sets]);
        }
        try (Evaluators evaluators = new Evaluators(backend);
                Crew<HalfSamples> crew =
                        Crew.of(threads, () -> new HalfSamples(clock, new double[] {start}, evaluators.next(), seed))) {
            crew.forEach(sets, (half, set) -> {
                set(half, set, found);
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

    private void set(HalfSamples half, int set, Map<String, double[][]> found) {
        PatternTable table = new PatternSampler(target, seed).draw(set, patterns);
        PathNoise noise = new PathNoise(seed, (long) set * paths, paths, 1);
        double[] ends = half.all(table, noise, 0);
        double[] middle = half.midpoints(table, set, splits, noise, 0)[splits - 1];
        double[] moved = new double[paths];
        for (int i = 0; i < paths; i++) {
            moved[i] = ends[i] + step * (middle[i] - ends[i]);
        }
        double[] points = doubles(table.coordinate(0));
        InfinitePatterns infinite = new InfinitePatterns(clock, new double[] {start}, target);
        double[] limit = DistanceSweep.states(infinite, noise, clock, new double[] {0})[0];
        Distribution grid = new Distribution(target);
        double validated = KernelWidth.crossValidated(points);
        double[][] functions = {
            grid.of(points, 0),
            grid.of(ends, 0),
            grid.of(moved, 0),
            grid.of(ends, SMOOTHING * validated),
            grid.of(moved, SMOOTHING * validated),
            grid.of(points, validated),
            grid.of(limit, 0)
        };
        double[] exact = grid.of(target);
        for (int i = 0; i < NAMES.length; i++) {
            found.get(NAMES[i])[0][set] = grid.wasserstein(functions[i], exact);
            found.get(NAMES[i])[1][set] = grid.energy(functions[i], exact);
        }
    }

    private static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
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
