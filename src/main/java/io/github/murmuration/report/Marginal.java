package io.github.murmuration.report;

import io.github.murmuration.density.GaussianMixture;
import java.util.Optional;

/** Law of one coordinate of a mixture: sum of w_k N(m_k, v_k), with v_k > 0. */
record Marginal(double[] weights, double[] means, double[] variances) {

    /** The marginal of coordinate j; empty when a component has no spread there, so that no density exists. */
    static Optional<Marginal> of(GaussianMixture law, int j) {
        double[] means = new double[law.components()];
        double[] variances = new double[law.components()];
        for (int k = 0; k < means.length; k++) {
            means[k] = law.means()[k][j];
            variances[k] = law.diagonal() ? law.variances()[k][j] : law.covarianceOf(k)[j][j];
            if (!(variances[k] > 0)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Marginal(law.weights(), means, variances));
    }

    double density(double x) {
        double density = 0;
        for (int k = 0; k < means.length; k++) {
            double distance = x - means[k];
            density += weights[k]
                    * Math.exp(-distance * distance / (2 * variances[k]))
                    / Math.sqrt(2 * Math.PI * variances[k]);
        }
        return density;
    }
}
