package io.github.murmuration.study.generation;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.diffusion.ExchangeableMoments;
import io.github.murmuration.scenario.CloudScenario;
import io.github.murmuration.scenario.CloudScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Moments of Gaussian clouds: of all coordinates together, which are independent and of one law. */
record GaussianComparisons(CloudProblem problem, ExchangeableGaussian law, List<Cloud> clouds) {

    List<Comparison> all() {
        ExchangeableMoments goal = ExchangeableMoments.noised(
                law, problem.diffusion(), problem.clock().to());
        Optional<ExchangeableMoments> steps = steps();
        int n = problem.points();
        double values = (double) clouds.size() * law.dimension();
        ExchangeableMoments known = steps.orElse(goal);
        List<Comparison> all = new ArrayList<>();
        double ofMean = known.varianceOfMean(n);
        all.add(Comparison.byError(
                "mean",
                mean(),
                Math.sqrt(ofMean / values),
                steps.map(ExchangeableMoments::mean).orElse(Double.NaN),
                goal.mean()));
        all.add(Comparison.byError(
                "variance of the mean of a cloud",
                varianceOfMean(known.mean()),
                ofMean * Math.sqrt(2 / values),
                steps.map(it -> it.varianceOfMean(n)).orElse(Double.NaN),
                goal.varianceOfMean(n)));
        if (n > 1 && clouds.size() > 1) {
            Estimate within = within();
            all.add(Comparison.byError(
                    "variance within a cloud",
                    within.mean(),
                    within.error(),
                    steps.map(ExchangeableMoments::own).orElse(Double.NaN),
                    goal.own()));
        }
        return all;
    }

    /** What the Euler steps end with; empty where the score is not that of the law. */
    private Optional<ExchangeableMoments> steps() {
        if (!(problem.scenario().score() instanceof CloudScore.Exact)) {
            return Optional.empty();
        }
        boolean noised = problem.scenario().start() == CloudScenario.Start.NOISED;
        ExchangeableMoments start = noised
                ? ExchangeableMoments.noised(
                        law, problem.diffusion(), problem.clock().from())
                : new ExchangeableMoments(0, 0, problem.noise());
        int points = problem.scenario().startPoints();
        return Optional.of(problem.branching()
                .map(it -> it.moments(start, law, problem.diffusion(), problem.clock(), points))
                .orElseGet(() -> start.reversed(law, problem.diffusion(), problem.clock(), points)));
    }

    private double mean() {
        return clouds.stream()
                .flatMapToDouble(cloud -> Arrays.stream(cloud.mean()))
                .average()
                .orElseThrow();
    }

    /** About the mean that they should have, of which 2/n is the variance, relative to the square. */
    private double varianceOfMean(double centre) {
        return clouds.stream()
                .flatMapToDouble(cloud -> Arrays.stream(cloud.mean()))
                .map(mean -> (mean - centre) * (mean - centre))
                .average()
                .orElseThrow();
    }

    private Estimate within() {
        return Estimate.of(clouds.stream().mapToDouble(this::within).toArray());
    }

    private double within(Cloud cloud) {
        double[] mean = cloud.mean();
        return IntStream.range(0, mean.length)
                .mapToDouble(j -> Arrays.stream(cloud.points())
                                .mapToDouble(point -> (point[j] - mean[j]) * (point[j] - mean[j]))
                                .sum()
                        / (cloud.size() - 1))
                .average()
                .orElseThrow();
    }
}
