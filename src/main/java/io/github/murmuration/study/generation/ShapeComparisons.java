package io.github.murmuration.study.generation;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.diffusion.ShapePosterior;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/** How often clouds have each shape. */
record ShapeComparisons(CloudProblem problem, Data.Shapes data, List<Cloud> clouds) {

    /** Expected clouds of every shape that the chi-square law takes. */
    private static final double FEWEST = 5;

    List<Comparison> all() {
        double[] probabilities = data.law().probabilities();
        double[] counts = counts();
        List<Comparison> all = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            double p = probabilities[k];
            double error = Math.sqrt(p * (1 - p) / clouds.size());
            String share = "share of " + data.names().get(k);
            all.add(new Comparison(share, counts[k] / clouds.size(), error, Double.NaN, p, Double.NaN));
        }
        if (counts.length > 1) {
            all.add(chiSquare(probabilities, counts));
        }
        return all;
    }

    private double[] counts() {
        ShapePosterior posterior = new ShapePosterior(
                data.law(), problem.diffusion(), problem.clock().to());
        double[] counts = new double[data.names().size()];
        clouds.forEach(cloud -> counts[posterior.shape(cloud)]++);
        return counts;
    }

    private static Comparison chiSquare(double[] probabilities, double[] counts) {
        double clouds =
                IntStream.range(0, counts.length).mapToDouble(k -> counts[k]).sum();
        double sum = 0;
        boolean enough = true;
        for (int k = 0; k < counts.length; k++) {
            double expected = clouds * probabilities[k];
            sum += (counts[k] - expected) * (counts[k] - expected) / expected;
            enough &= expected >= FEWEST;
        }
        int freedom = counts.length - 1;
        String name = "chi-square of the shares";
        return enough
                ? new Comparison(
                        name,
                        sum,
                        Math.sqrt(2.0 * freedom),
                        Double.NaN,
                        freedom,
                        1 - new ChiSquaredDistribution(freedom).cumulativeProbability(sum))
                : new Comparison(
                        name + " (too few clouds for a test)", sum, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
