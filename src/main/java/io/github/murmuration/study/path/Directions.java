package io.github.murmuration.study.path;

import io.github.murmuration.density.GaussianMixture;
import java.util.Random;
import org.hipparchus.special.Gamma;

/**
 * Fixed unit vectors, uniform on the sphere, onto which samples and laws of any dimension are projected. Distances on the line become
 * those in d dimensions: sliced W1 is the mean of W1 over directions, and the energy distance, since |x| = E|theta.x| / g_d, the mean of
 * those of the projections over g_d. Szekely and Rizzo, J. Stat. Plan. Inference 143 (2013); Bonneel et al., JMIV 51 (2015).
 *
 * @param vectors [m][d]
 */
record Directions(double[][] vectors) {

    private static final int MANY = 32;
    private static final long SEED = 1;

    /** One along the line; 32 in more dimensions. */
    static Directions of(int dimension) {
        if (dimension == 1) {
            return new Directions(new double[][] {{1}});
        }
        Random random = new Random(SEED);
        double[][] vectors = new double[MANY][dimension];
        for (double[] vector : vectors) {
            double square = 0;
            for (int j = 0; j < dimension; j++) {
                vector[j] = random.nextGaussian();
                square += vector[j] * vector[j];
            }
            for (int j = 0; j < dimension; j++) {
                vector[j] /= Math.sqrt(square);
            }
        }
        return new Directions(vectors);
    }

    int count() {
        return vectors.length;
    }

    /** g_d = E|theta_1| = Gamma(d/2) / (sqrt(pi) Gamma((d+1)/2)). */
    double meanCosine() {
        int d = vectors[0].length;
        return Math.exp(Gamma.logGamma(0.5 * d) - Gamma.logGamma(0.5 * (d + 1))) / Math.sqrt(Math.PI);
    }

    /**
     * Points along direction m.
     * @param points [n][d] flattened
     */
    double[] project(int m, double[] points) {
        double[] direction = vectors[m];
        double[] along = new double[points.length / direction.length];
        for (int i = 0; i < along.length; i++) {
            for (int j = 0; j < direction.length; j++) {
                along[i] += direction[j] * points[i * direction.length + j];
            }
        }
        return along;
    }

    /** The law along direction m: a mixture on the line. */
    GaussianMixture project(int m, GaussianMixture law) {
        double[] direction = vectors[m];
        double[][] means = new double[law.components()][1];
        double[][] variances = new double[law.components()][1];
        for (int k = 0; k < law.components(); k++) {
            double[][] covariance = law.covarianceOf(k);
            for (int i = 0; i < direction.length; i++) {
                means[k][0] += direction[i] * law.means()[k][i];
                for (int j = 0; j < direction.length; j++) {
                    variances[k][0] += direction[i] * covariance[i][j] * direction[j];
                }
            }
        }
        return new GaussianMixture(law.weights(), means, variances, null);
    }
}
