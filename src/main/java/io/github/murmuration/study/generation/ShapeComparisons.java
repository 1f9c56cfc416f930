package io.github.murmuration.study.generation;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.diffusion.ShapePosterior;
import java.util.ArrayList;
import java.util.List;

/** How often clouds have each shape. */
record ShapeComparisons(CloudProblem problem, Data.Shapes data, List<Cloud> clouds) {

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
        ChiSquare found = ChiSquare.of(counts, probabilities);
        String name = "chi-square of the shares";
        return Double.isNaN(found.pValue())
                ? new Comparison(
                        name + " (too few clouds for a test)",
                        found.sum(),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN)
                : new Comparison(
                        name,
                        found.sum(),
                        Math.sqrt(2.0 * found.freedom()),
                        Double.NaN,
                        found.freedom(),
                        found.pValue());
    }
}
