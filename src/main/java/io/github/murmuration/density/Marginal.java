package io.github.murmuration.density;

/** Law of one coordinate: sum of w_k N(m_k, v_k), with {@code v_k >= 0}. */
public record Marginal(double[] weights, double[] means, double[] variances) {

    /** The marginal of coordinate j. */
    public static Marginal of(GaussianMixture law, int j) {
        double[] means = new double[law.components()];
        double[] variances = new double[law.components()];
        for (int k = 0; k < means.length; k++) {
            means[k] = law.means()[k][j];
            variances[k] = law.diagonal() ? law.variances()[k][j] : law.covarianceOf(k)[j][j];
        }
        return new Marginal(law.weights(), means, variances);
    }

    public double mean() {
        double mean = 0;
        for (int k = 0; k < means.length; k++) {
            mean += weights[k] * means[k];
        }
        return mean;
    }

    /** Whether every component has a spread, so that there is a density. */
    public boolean hasDensity() {
        for (double variance : variances) {
            if (!(variance > 0)) {
                return false;
            }
        }
        return true;
    }

    /** The density at x, where there is one. */
    public double density(double x) {
        double density = 0;
        for (int k = 0; k < means.length; k++) {
            double distance = x - means[k];
            density += weights[k]
                    * Math.exp(-distance * distance / (2 * variances[k]))
                    / Math.sqrt(2 * Math.PI * variances[k]);
        }
        return density;
    }

    /** {@code P(X <= x)}, within 1e-11. */
    public double below(double x) {
        double below = 0;
        for (int k = 0; k < means.length; k++) {
            below += weights[k] * normalBelow(x - means[k], Math.sqrt(variances[k]));
        }
        return below;
    }

    private static double normalBelow(double departure, double deviation) {
        if (deviation == 0) {
            return departure < 0 ? 0 : 1;
        }
        double z = Math.abs(departure / deviation);
        double tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * MillsRatio.of(z);
        return departure < 0 ? tail : 1 - tail;
    }
}
