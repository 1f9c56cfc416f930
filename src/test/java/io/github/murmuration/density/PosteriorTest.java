package io.github.murmuration.density;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Law;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("analytic")
class PosteriorTest {

    private static final GaussianMixture LINE = new GaussianMixture(
            new double[] {0.6, 0.4}, new double[][] {{0.1}, {1.5}}, new double[][] {{0.04}, {0.09}}, null);

    private static final double[] WEIGHTS = {0.5, 0.3, 0.2};
    private static final double[][] MEANS = {{1, 2, 3}, {0.5, 2, -1}, {0, 0, 0}};
    private static final double[][][] MATRICES = {
        {{0.5, 0.2, -0.1}, {0.2, 0.3, 0.05}, {-0.1, 0.05, 0.4}},
        {{0.1, 0.03, 0}, {0.03, 0.2, 0.1}, {0, 0.1, 0.6}},
        {{2, 0, 0}, {0, 1, 0.9}, {0, 0.9, 1}}
    };

    /**
     * Trapezoidal rule, exact to rounding for a Gaussian once the step is below its standard deviation (1e-3 at K = 1e6);
     * h = K y with y inside, between and outside the components.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 9.99e-4, 1.001e-3, 0.1, 3, 1e3, 1e6})
    void isTheMeanOfTheTiltedDensity(double precision) {
        double[] mean = new double[1];
        for (double y : new double[] {-1, 0.1, 0.7, 0.72, 0.9, 1.5, 2.5}) {
            double h = precision * y + 0.3 * Math.sqrt(precision);
            new Posterior(LINE, precision).mean(new double[] {h}, mean);
            assertEquals(tiltedMean(h, precision), mean[0], 1e-11);
        }
    }

    private static double tiltedMean(double h, double precision) {
        int points = 140_000;
        double[] exponent = new double[points];
        double largest = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < points; n++) {
            double y = -6 + 1e-4 * n;
            double first = Math.log(0.6 / 0.2) - (y - 0.1) * (y - 0.1) / 0.08;
            double second = Math.log(0.4 / 0.3) - (y - 1.5) * (y - 1.5) / 0.18;
            double prior = Math.max(first, second) + Math.log1p(Math.exp(-Math.abs(first - second)));
            // completing the square keeps K = 1e6 from cancelling
            double tilt = precision == 0 ? h * y : -0.5 * precision * (y - h / precision) * (y - h / precision);
            exponent[n] = prior + tilt;
            largest = Math.max(largest, exponent[n]);
        }
        double total = 0;
        double moment = 0;
        for (int n = 0; n < points; n++) {
            double weight = Math.exp(exponent[n] - largest);
            total += weight;
            moment += weight * (-6 + 1e-4 * n);
        }
        return moment / total;
    }

    /** The textbook form: precision P = Sigma^-1 + K I, mean P^-1 (Sigma^-1 m + h), evidence from det Sigma and det P. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-6, 9.99e-4, 1.001e-3, 0.5, 20, 1e4})
    void agreesWithInverseCovariances(double precision) {
        Covariance[] covariances = new Covariance[3];
        for (int k = 0; k < 3; k++) {
            covariances[k] = new Covariance.Full(MATRICES[k]);
        }
        GaussianMixture mixture = GaussianMixture.of(new Law.Mixture(WEIGHTS, MEANS, covariances));
        Posterior posterior = new Posterior(mixture, precision);
        SplittableRandom random = new SplittableRandom(3);
        for (int n = 0; n < 100; n++) {
            double[] h = new double[3];
            for (int j = 0; j < 3; j++) {
                h[j] = (precision + Math.sqrt(precision) + 0.1) * (4 * random.nextDouble() - 1.5);
            }
            double[] mean = new double[3];
            posterior.mean(h, mean);
            assertArrayEquals(byInverses(h, precision), mean, 1e-9);
        }
    }

    private static double[] byInverses(double[] h, double precision) {
        double[][] means = new double[3][];
        double[] logWeights = new double[3];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < 3; k++) {
            DMatrixRMaj inverse = inverse(new DMatrixRMaj(MATRICES[k]));
            DMatrixRMaj sum = inverse.copy();
            for (int j = 0; j < 3; j++) {
                sum.add(j, j, precision);
            }
            double[] prior = times(inverse, MEANS[k]);
            double[] right = new double[3];
            for (int j = 0; j < 3; j++) {
                right[j] = prior[j] + h[j];
            }
            means[k] = times(inverse(sum), right);
            double determinants = CommonOps_DDRM.det(sum) * CommonOps_DDRM.det(new DMatrixRMaj(MATRICES[k]));
            logWeights[k] = Math.log(WEIGHTS[k])
                    - Math.log(determinants) / 2
                    + dot(right, means[k]) / 2
                    - dot(prior, MEANS[k]) / 2;
            largest = Math.max(largest, logWeights[k]);
        }
        double[] mean = new double[3];
        double total = 0;
        for (int k = 0; k < 3; k++) {
            double weight = Math.exp(logWeights[k] - largest);
            total += weight;
            for (int j = 0; j < 3; j++) {
                mean[j] += weight * means[k][j];
            }
        }
        for (int j = 0; j < 3; j++) {
            mean[j] /= total;
        }
        return mean;
    }

    private static DMatrixRMaj inverse(DMatrixRMaj matrix) {
        DMatrixRMaj inverse = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.invert(matrix, inverse);
        return inverse;
    }

    private static double[] times(DMatrixRMaj matrix, double[] vector) {
        DMatrixRMaj product = new DMatrixRMaj(3, 1);
        CommonOps_DDRM.mult(matrix, DMatrixRMaj.wrap(3, 1, vector), product);
        return product.getData();
    }

    private static double dot(double[] x, double[] y) {
        return x[0] * y[0] + x[1] * y[1] + x[2] * y[2];
    }

    @Test
    void withoutInformationItIsThePriorMean() {
        double[] mean = new double[1];
        new Posterior(LINE, 0).mean(new double[1], mean);
        assertEquals(0.66, mean[0], 1e-15); // 0.6 * 0.1 + 0.4 * 1.5
    }

    /** Weights of patterns are exp(h y - K y^2/2); that of y = 0 is 1. */
    @Test
    void patternsAreWeightedByTheTilt() {
        GaussianMixture patterns = GaussianMixture.of(new Law.Samples(new double[][] {{0}, {1}, {3}}));
        for (double precision : new double[] {5e-4, 2, 40}) {
            double h = 1.2 * precision;
            double first = Math.exp(h - precision / 2);
            double second = Math.exp(3 * h - 4.5 * precision);
            double[] mean = new double[1];
            new Posterior(patterns, precision).mean(new double[] {h}, mean);
            assertEquals((first + 3 * second) / (1 + first + second), mean[0], 1e-13);
        }
    }

    /** Far from every pattern all weights underflow by themselves; the nearest one takes all, and a tie is shared. */
    @Test
    void farPatternsDoNotUnderflow() {
        GaussianMixture patterns = GaussianMixture.of(new Law.Samples(new double[][] {{-1e4}, {1e4}, {3e4}}));
        double[] mean = new double[1];
        new Posterior(patterns, 1).mean(new double[] {1e9}, mean);
        assertEquals(3e4, mean[0]);
        new Posterior(patterns, 1).mean(new double[] {2e4}, mean);
        assertEquals(2e4, mean[0]);
        new Posterior(patterns, 1e-4).mean(new double[] {-3}, mean);
        assertEquals(-1e4, mean[0]);
    }

    @Test
    void theTwoFormsOfTheLogWeightMeet() {
        double[] below = new double[1];
        double[] above = new double[1];
        for (double h = -0.5; h < 0.5; h += 0.01) {
            new Posterior(LINE, Math.nextDown(Posterior.CENTRED_FROM)).mean(new double[] {h}, below);
            new Posterior(LINE, Posterior.CENTRED_FROM).mean(new double[] {h}, above);
            assertEquals(above[0], below[0], 1e-13);
        }
    }
}
