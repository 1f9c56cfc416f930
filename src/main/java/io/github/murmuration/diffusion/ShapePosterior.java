package io.github.murmuration.diffusion;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudMixture;
import io.github.murmuration.cloud.GaussianPoints;
import io.github.murmuration.density.GaussianMixture;

/** Probabilities W of the shapes of a cloud at a noise, in float64. */
public record ShapePosterior(CloudMixture<GaussianPoints> law, Diffusion diffusion, double u) {

    /** W [K]. */
    public double[] weights(Cloud cloud) {
        double[] logs = new double[law.shapes().size()];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = Math.log(law.probabilities()[k]);
            for (double[] point : cloud.points()) {
                logs[k] += logDensity(law.shapes().get(k).mixture(), point);
            }
        }
        return LogWeights.normalised(logs);
    }

    /** The likeliest shape. */
    public int shape(Cloud cloud) {
        double[] weights = weights(cloud);
        int likeliest = 0;
        for (int k = 1; k < weights.length; k++) {
            likeliest = weights[k] > weights[likeliest] ? k : likeliest;
        }
        return likeliest;
    }

    private double logDensity(GaussianMixture mixture, double[] point) {
        double a = diffusion.scale(u);
        double[] logs = new double[mixture.components()];
        for (int c = 0; c < logs.length; c++) {
            logs[c] = Math.log(mixture.weights()[c]);
            for (int j = 0; j < point.length; j++) {
                double variance = a * a * mixture.variances()[c][j] + diffusion.variance(u);
                double departure = point[j] - a * mixture.means()[c][j];
                logs[c] -= 0.5 * (departure * departure / variance + Math.log(variance));
            }
        }
        return LogWeights.logSum(logs);
    }
}
