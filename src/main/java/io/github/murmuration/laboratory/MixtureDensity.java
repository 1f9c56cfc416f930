package io.github.murmuration.laboratory;

import io.github.murmuration.density.GaussianMixture;

/**
 * The density of a Gaussian mixture of independent coordinates.
 * @param law with a density
 */
record MixtureDensity(GaussianMixture law) {

    /** log eta(x). */
    double log(double[] x) {
        double top = top(x);
        double sum = 0;
        for (int k = 0; k < law.components(); k++) {
            sum += Math.exp(logComponent(k, x) - top);
        }
        return top + Math.log(sum);
    }

    /** Laplace eta(x) / eta(x). */
    double relativeLaplacian(double[] x) {
        double top = top(x);
        double sum = 0;
        double laplacians = 0;
        for (int k = 0; k < law.components(); k++) {
            double share = Math.exp(logComponent(k, x) - top);
            sum += share;
            laplacians += share * ofComponent(k, x);
        }
        return laplacians / sum;
    }

    private double ofComponent(int k, double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            double slope = (x[j] - law.means()[k][j]) / law.variances()[k][j];
            sum += slope * slope - 1 / law.variances()[k][j];
        }
        return sum;
    }

    private double top(double[] x) {
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < law.components(); k++) {
            top = Math.max(top, logComponent(k, x));
        }
        return top;
    }

    /** log of a component's weight and density. */
    private double logComponent(int k, double[] x) {
        double log = Math.log(law.weights()[k]);
        for (int j = 0; j < x.length; j++) {
            double variance = law.variances()[k][j];
            double departure = x[j] - law.means()[k][j];
            log -= 0.5 * (departure * departure / variance + Math.log(2 * Math.PI * variance));
        }
        return log;
    }
}
