package io.github.murmuration.density;

/**
 * The law proportional to p(y) exp(h.y - K |y|^2 / 2) for a mixture p, at fixed K >= 0, in double precision. Holds scratch: one
 * instance per thread.
 *
 * <p>In the eigenbasis of component k, with coordinates m~ = Q^T m and h~ = Q^T h:
 *
 * <pre>
 * mean        (m~ + l h~) / (1 + K l)
 * log weight  log w + sum [ -log(1 + K l)/2 + (h~ m~ + l h~^2/2 - K m~^2/2) / (1 + K l) ]
 * </pre>
 */
public final class Posterior {

    /** Smallest K at which log weights are written about h = K m. */
    public static final double CENTRED_FROM = 1e-3;

    private final GaussianMixture prior;
    private final double precision;
    private final double[][] rotatedMeans;
    private final double[] logScales;
    private final double[] rotated;
    private final double[] componentMean;

    /** @param precision K >= 0 */
    public Posterior(GaussianMixture prior, double precision) {
        this.prior = prior;
        this.precision = precision;
        this.rotatedMeans = prior.rotatedMeans();
        this.logScales = new double[prior.components()];
        this.rotated = new double[prior.dimension()];
        this.componentMean = new double[prior.dimension()];
        for (int k = 0; k < logScales.length; k++) {
            logScales[k] = Math.log(prior.weights()[k]);
            for (double l : prior.variances()[k]) {
                logScales[k] -= 0.5 * Math.log(1 + precision * l);
            }
        }
    }

    /**
     * E[Y | h].
     * @param h [d]
     * @param mean [d], modified.
     */
    public void mean(double[] h, double[] mean) {
        double largest = Double.NEGATIVE_INFINITY;
        double total = 0;
        for (int k = 0; k < prior.components(); k++) {
            double logWeight = component(k, h);
            double scale = Math.exp(largest - Math.max(largest, logWeight));
            double weight = Math.exp(logWeight - Math.max(largest, logWeight));
            largest = Math.max(largest, logWeight);
            total = total * scale + weight;
            for (int j = 0; j < mean.length; j++) {
                mean[j] = (k == 0 ? 0 : mean[j] * scale) + weight * componentMean[j];
            }
        }
        for (int j = 0; j < mean.length; j++) {
            mean[j] /= total;
        }
    }

    /** Fills componentMean and returns the log weight, up to |h|^2/(2K) which all components share (K > 0). */
    private double component(int k, double[] h) {
        double[] mean = rotatedMeans[k];
        rotate(k, h);
        double logWeight = logScales[k];
        for (int j = 0; j < mean.length; j++) {
            double l = prior.variances()[k][j];
            double spread = 1 + precision * l;
            logWeight += exponent(rotated[j], mean[j], l) / spread;
            rotated[j] = (mean[j] + l * rotated[j]) / spread;
        }
        rotateBack(k);
        return logWeight;
    }

    /** Exponent times 1 + K l; written about h = K m once K is not small, where the plain form cancels. */
    private double exponent(double h, double mean, double l) {
        if (precision >= CENTRED_FROM) {
            double departure = h - precision * mean;
            return -0.5 * departure * departure / precision;
        }
        return h * mean + 0.5 * l * h * h - 0.5 * precision * mean * mean;
    }

    private void rotate(int k, double[] vector) {
        if (prior.diagonal()) {
            System.arraycopy(vector, 0, rotated, 0, vector.length);
            return;
        }
        double[][] q = prior.rotations()[k];
        for (int j = 0; j < rotated.length; j++) {
            double sum = 0;
            for (int i = 0; i < rotated.length; i++) {
                sum += q[i][j] * vector[i];
            }
            rotated[j] = sum;
        }
    }

    private void rotateBack(int k) {
        for (int i = 0; i < rotated.length; i++) {
            if (prior.diagonal()) {
                componentMean[i] = rotated[i];
                continue;
            }
            double sum = 0;
            for (int j = 0; j < rotated.length; j++) {
                sum += prior.rotations()[k][i][j] * rotated[j];
            }
            componentMean[i] = sum;
        }
    }
}
