package io.github.murmuration.study.generation;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.diffusion.ExchangeableMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Moments of Gaussian clouds: of all coordinates together, which are independent and of one law. */
record GaussianComparisons(CloudProblem problem, ExchangeableGaussian law, List<Cloud> clouds) {

    List<Comparison> all() {
        ExchangeableMoments goal = ExchangeableMoments.noised(
                law, problem.diffusion(), problem.clock().to());
        Optional<ExchangeableMoments> steps = problem.moments();
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
            Quality within = within(known.own());
            all.add(Comparison.byError(
                    within.name(),
                    within.value(),
                    within.error(),
                    steps.map(ExchangeableMoments::own).orElse(Double.NaN),
                    goal.own()));
        }
        return all;
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

    private Quality within(double known) {
        double[] values = clouds.stream()
                .mapToDouble(cloud -> Arrays.stream(cloud.variances()).average().orElseThrow())
                .toArray();
        return Quality.mean("variance within a cloud", values, known);
    }
}
