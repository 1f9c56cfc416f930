package io.github.murmuration.study.path;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.PatternSampler;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.study.Meter;
import java.util.ArrayList;
import java.util.List;

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
        try (Evaluators evaluators = new Evaluators(backend);
                Crew<Worker> crew = Crew.of(threads, () -> new Worker(evaluators.next()))) {
            crew.forEach(end - first, (worker, index) -> meter.add(worker.sample(first + index, index, distances)));
        }
        return distances;
    }

    /** Of one thread. */
    private final class Worker {

        private final PatternEvaluator evaluator;
        private final PatternSampler sampler = new PatternSampler(target, seed);
        private final InfinitePatterns infinite = new InfinitePatterns(clock, start, target);

        Worker(PatternEvaluator evaluator) {
            this.evaluator = evaluator;
        }

        /**
         * Fills a column of distances.
         * @return pattern evaluations
         */
        double sample(int sample, int column, double[][][] distances) {
            int used = 0;
            while (used < patterns.length && samples[used] > sample) {
                used++;
            }
            PathNoise noise = new PathNoise(seed, sample, 1, start.length);
            PatternTable all = sampler.draw(sample, patterns[used - 1]);
            double[][] limit = states(infinite, noise);
            double evaluations = 0;
            for (int i = 0; i < used; i++) {
                PatternTable first = all.first(patterns[i]);
                double[][] path = states(new BackwardSmallStep(clock, start, first, evaluator), noise);
                for (int t = 0; t < times.length; t++) {
                    distances[i][t][column] = distance(path[t], limit[t]);
                }
                evaluations += (double) patterns[i] * clock.steps();
            }
            return evaluations;
        }
    }

    private double[][] states(PathConstruction construction, PathNoise noise) {
        return states(construction, noise, clock, times);
    }

    /** States of a path at the steps nearest to times [tau][n d]. */
    static double[][] states(PathConstruction construction, PathNoise noise, BackwardClock clock, double[] times) {
        List<Integer> steps = new ArrayList<>();
        for (double time : times) {
            steps.add(clock.stepAt(time));
        }
        double[][] states = new double[times.length][];
        construction.build(noise, (k, x) -> {
            for (int t = 0; t < times.length; t++) {
                if (steps.get(t) == k) {
                    states[t] = x.clone();
                }
            }
        });
        return states;
    }

    static double distance(double[] x, double[] y) {
        double square = 0;
        for (int j = 0; j < x.length; j++) {
            square += (x[j] - y[j]) * (x[j] - y[j]);
        }
        return Math.sqrt(square);
    }
}
