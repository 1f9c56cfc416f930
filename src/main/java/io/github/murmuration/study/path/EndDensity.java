package io.github.murmuration.study.path;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.BackwardClock;
import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.BackwardPaths.Endpoint;
import io.github.murmuration.ensemble.PathPatterns;
import io.github.murmuration.ensemble.PatternSampler;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.sim.Estimate;
import io.github.murmuration.study.Meter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
        try (PatternEvaluator evaluator = backend.patterns(threads);
                Crew<Object> crew = Crew.of(threads)) {
            List<Ends> ends = new ArrayList<>();
            for (int set = 0; set < sets; set++) {
                ends.add(ends(evaluator, set, threads));
                meter.add(evaluations() / sets);
            }
            crew.forEach(sets, (own, set) -> measure(ends.get(set), set, law, found));
        }
        Map<String, Distance> distances = new LinkedHashMap<>();
        found.forEach((name, columns) -> distances.put(name, distance(columns, found.get(KERNEL)[0])));
        return distances;
    }

    /**
     * Of one set of patterns, flattened.
     *
     * @param patterns [p][d]
     * @param all ends of the paths of all patterns [paths][d]
     * @param middle of the halves, mean over the splits
     * @param limit of infinitely many patterns
     */
    private record Ends(double[] patterns, double[] all, double[] middle, double[] limit) {}

    private Ends ends(PatternEvaluator evaluator, int set, int threads) {
        PatternTable table = new PatternSampler(target, seed).draw(set, patterns);
        BackwardPaths some =
                new BackwardPaths(clock, start, seed, (long) set * paths, paths, new int[] {clock.steps()});
        double[] middle = new double[paths * start.length];
        Halving halving = new Halving(seed);
        for (int split = 0; split < splits; split++) {
            int[][] halves = halving.halves(set, split, patterns);
            double[] p = ends(evaluator, some, table.select(halves[0]));
            Extrapolation.add(p, ends(evaluator, some, table.select(halves[1])), middle);
        }
        Arrays.setAll(middle, i -> middle[i] / splits);
        double[] limit = InfinitePatterns.of(some, target, threads)[0];
        return new Ends(table.rows(), ends(evaluator, some, table), middle, limit);
    }

    private static double[] ends(PatternEvaluator evaluator, BackwardPaths paths, PatternTable table) {
        return evaluator.paths(paths, Endpoint.MEAN, new PathPatterns.Listed(table, new int[] {table.count()}))[0];
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

    private void measure(Ends ends, int set, EndDistances law, Map<String, double[][]> found) {
        double[] moved = new double[ends.all().length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = ends.all()[i] + step * (ends.middle()[i] - ends.all()[i]);
        }
        double[] points = ends.patterns();
        double validated = KernelWidth.crossValidated(points, start.length);
        double[][] samples = {points, ends.all(), moved, ends.all(), moved, points, ends.limit()};
        double[] widths = {0, 0, 0, SMOOTHING * validated, SMOOTHING * validated, validated, 0};
        for (int i = 0; i < NAMES.length; i++) {
            double[] distances = law.of(samples[i], widths[i]);
            found.get(NAMES[i])[0][set] = distances[0];
            found.get(NAMES[i])[1][set] = distances[1];
        }
    }

    private static Distance distance(double[][] columns, double[] kernel) {
        double[] excess = new double[kernel.length];
        Arrays.setAll(excess, i -> columns[0][i] - kernel[i]);
        Estimate wasserstein = Estimate.of(columns[0]);
        Estimate energy = Estimate.of(columns[1]);
        Estimate beyond = Estimate.of(excess);
        return new Distance(
                wasserstein.value(),
                wasserstein.standardError(),
                energy.value(),
                energy.standardError(),
                beyond.value(),
                beyond.standardError());
    }
}
