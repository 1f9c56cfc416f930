package io.github.murmuration.density;

/** Law of two coordinates of a mixture: sum of w_k N((m_k, n_k), [[a_k, b_k], [b_k, c_k]]). */
public final class PairMarginal {

    private final GaussianMixture law;
    private final int first;
    private final int second;
    private final double[][][] covariances;

    /** The marginal of coordinates i and j. */
    public PairMarginal(GaussianMixture law, int i, int j) {
        this.law = law;
        this.first = i;
        this.second = j;
        this.covariances = new double[law.components()][][];
        for (int k = 0; k < covariances.length; k++) {
            covariances[k] = law.covarianceOf(k);
        }
    }

    /** Whether every component is spread in all directions of the plane, so that there is a density. */
    public boolean hasDensity() {
        for (int k = 0; k < covariances.length; k++) {
            if (!(determinant(k) > 0)) {
                return false;
            }
        }
        return true;
    }

    /** The density at (x, y), where there is one. */
    public double density(double x, double y) {
        double density = 0;
        for (int k = 0; k < covariances.length; k++) {
            double p = x - law.means()[k][first];
            double q = y - law.means()[k][second];
            double[][] c = covariances[k];
            double square = (c[second][second] * p * p - 2 * c[first][second] * p * q + c[first][first] * q * q)
                    / determinant(k);
            density += law.weights()[k] * Math.exp(-square / 2) / (2 * Math.PI * Math.sqrt(determinant(k)));
        }
        return density;
    }

    private double determinant(int k) {
        double[][] c = covariances[k];
        return c[first][first] * c[second][second] - c[first][second] * c[first][second];
    }
}
