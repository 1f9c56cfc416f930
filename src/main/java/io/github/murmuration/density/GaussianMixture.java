package io.github.murmuration.density;

import io.github.murmuration.scenario.Law;
import java.util.Arrays;

/**
 * Sum of w_k N(m_k, Q_k diag(l_k) Q_k^T) on R^d; l = 0 is legal, so points and patterns are mixtures too.
 *
 * @param weights w [C], positive, of sum 1
 * @param means m [C][d]
 * @param variances eigenvalues l >= 0 [C][d]
 * @param rotations eigenvectors in columns, Q [C][d][d]; null when every covariance is diagonal
 */
public record GaussianMixture(double[] weights, double[][] means, double[][] variances, double[][][] rotations) {

    /** The mixture that a law states; a point or a sample is a component of zero covariance. */
    public static GaussianMixture of(Law law) {
        if (law instanceof Law.Point point) {
            return ofPoints(new double[][] {point.at()});
        }
        if (law instanceof Law.Samples samples) {
            return ofPoints(samples.rows());
        }
        return ofMixture((Law.Mixture) law);
    }

    /** Number of components C. */
    public int components() {
        return weights.length;
    }

    /** Number of coordinates d. */
    public int dimension() {
        return means[0].length;
    }

    /**
     * The law of Y - point.
     * @param point [d]
     */
    public GaussianMixture about(double[] point) {
        double[][] moved = new double[components()][dimension()];
        for (int k = 0; k < moved.length; k++) {
            for (int j = 0; j < point.length; j++) {
                moved[k][j] = means[k][j] - point[j];
            }
        }
        return new GaussianMixture(weights, moved, variances, rotations);
    }

    /** The Gaussian of independent coordinates that has the mean and the variances of the law. */
    public GaussianMixture matched() {
        double[][] covariance = covariance();
        double[] diagonal = new double[dimension()];
        Arrays.setAll(diagonal, j -> covariance[j][j]);
        return new GaussianMixture(new double[] {1}, new double[][] {mean()}, new double[][] {diagonal}, null);
    }

    /** Whether the coordinate axes are eigenvectors of every component. */
    public boolean diagonal() {
        return rotations == null;
    }

    /** E Y [d]. */
    public double[] mean() {
        double[] mean = new double[dimension()];
        for (int k = 0; k < components(); k++) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += weights[k] * means[k][j];
            }
        }
        return mean;
    }

    /** Cov Y [d][d]. */
    public double[][] covariance() {
        int d = dimension();
        double[] mean = mean();
        double[][] covariance = new double[d][d];
        for (int k = 0; k < components(); k++) {
            double[][] within = covarianceOf(k);
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    double between = (means[k][i] - mean[i]) * (means[k][j] - mean[j]);
                    covariance[i][j] += weights[k] * (within[i][j] + between);
                }
            }
        }
        return covariance;
    }

    /** Q_k diag(l_k) Q_k^T [d][d]. */
    public double[][] covarianceOf(int k) {
        int d = dimension();
        double[][] covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            if (rotations == null) {
                covariance[i][i] = variances[k][i];
                continue;
            }
            for (int j = 0; j < d; j++) {
                for (int e = 0; e < d; e++) {
                    covariance[i][j] += rotations[k][i][e] * variances[k][e] * rotations[k][j][e];
                }
            }
        }
        return covariance;
    }

    /** Means in the eigenbasis of their component, Q_k^T m_k [C][d]; the means themselves when diagonal. */
    public double[][] rotatedMeans() {
        if (diagonal()) {
            return means;
        }
        double[][] rotated = new double[components()][dimension()];
        for (int k = 0; k < rotated.length; k++) {
            for (int i = 0; i < dimension(); i++) {
                for (int j = 0; j < dimension(); j++) {
                    rotated[k][j] += rotations[k][i][j] * means[k][i];
                }
            }
        }
        return rotated;
    }

    /** Whether some direction has no spread in some component: the law then has no density and steering to it costs infinite energy. */
    public boolean singular() {
        return Arrays.stream(variances).flatMapToDouble(Arrays::stream).anyMatch(l -> l == 0);
    }

    /** Whether a direction without spread has a part along coordinate j, beyond rounding of the eigenvectors, in units of the spreads. */
    public boolean singularAlong(int j) {
        for (int k = 0; k < components(); k++) {
            for (int e = 0; e < dimension(); e++) {
                if (variances[k][e] == 0 && (rotations == null ? e == j : along(k, e, j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean along(int k, int e, int j) {
        double[][] covariance = covarianceOf(k);
        double largest = 0;
        for (int i = 0; i < dimension(); i++) {
            largest = Math.max(largest, Math.abs(rotations[k][i][e]) * Math.sqrt(covariance[i][i]));
        }
        double part = Math.abs(rotations[k][j][e]);
        return covariance[j][j] == 0 ? part > 1e-12 : part * Math.sqrt(covariance[j][j]) > 1e-12 * largest;
    }

    private static GaussianMixture ofPoints(double[][] points) {
        double[] weights = new double[points.length];
        Arrays.fill(weights, 1.0 / points.length);
        return new GaussianMixture(weights, points, new double[points.length][points[0].length], null);
    }

    private static GaussianMixture ofMixture(Law.Mixture law) {
        int components = law.weights().length;
        SymmetricEigen[] eigen = new SymmetricEigen[components];
        for (int k = 0; k < components; k++) {
            eigen[k] = SymmetricEigen.of(law.covariances()[k]);
        }
        boolean diagonal = Arrays.stream(eigen).allMatch(SymmetricEigen::diagonal);
        return new GaussianMixture(
                law.weights(),
                law.means(),
                Arrays.stream(eigen).map(SymmetricEigen::values).toArray(double[][]::new),
                diagonal
                        ? null
                        : Arrays.stream(eigen).map(SymmetricEigen::vectors).toArray(double[][][]::new));
    }
}
