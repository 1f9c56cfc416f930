package io.github.murmuration.score;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.diffusion.Diffusion;
import java.util.function.IntToDoubleFunction;

/**
 * The score of a noised Gaussian mixture, eta_u = sum_k w_k N(a m_k, a^2 C_k + s^2 I). With g_k the score of component k alone, P_k the
 * inverse of its covariance and r_k its probability at y,
 *
 * <pre>
 * s = sum_k r_k g_k,   d_j s_i = sum_k r_k (g_ki g_kj - P_kij) - s_i s_j,   d_u s = sum_k r_k (d_u g_k + (h_k - h) g_k)
 * </pre>
 *
 * h_k = d_u log N_k and h = sum_k r_k h_k. Holds nothing that is written to: safe for many threads.
 */
public record MixtureScore(GaussianMixture mixture, Diffusion diffusion) implements SmoothScore {

    @Override
    public int dimension() {
        return mixture.dimension();
    }

    /** log eta_u(y). */
    public double logDensity(double[] y, double u) {
        return new Components(y, u).logDensity;
    }

    @Override
    public void at(double[] y, double u, Derivatives at) {
        new Components(y, u).write(at);
    }

    /** Components at one point. Vectors are in the coordinates of y. */
    private final class Components {

        private final int d = dimension();
        private final double scale;
        private final double variance;
        private final double scaleChange;
        private final double varianceChange;
        private final double[] probability = new double[mixture.components()];
        private final double[] logChange = new double[mixture.components()];
        private final double[][] score = new double[mixture.components()][d];
        private final double[][] scoreChange = new double[mixture.components()][d];
        private final double[][][] precision = new double[mixture.components()][d][d];
        private final double logDensity;

        Components(double[] y, double u) {
            double rate = diffusion.rate(u);
            scale = diffusion.scale(u);
            variance = diffusion.variance(u);
            scaleChange = -diffusion.pull() * rate * scale;
            varianceChange = rate * (1 - 2 * diffusion.pull() * variance);
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < probability.length; k++) {
                probability[k] = Math.log(mixture.weights()[k]);
                for (int e = 0; e < d; e++) {
                    add(k, e, y);
                }
                largest = Math.max(largest, probability[k]);
            }
            logDensity = largest + Math.log(normalise(largest));
        }

        /** What eigendirection e of component k adds; probability[k] is its logarithm, up to a constant. */
        private void add(int k, int e, double[] y) {
            double spread = scale * scale * mixture.variances()[k][e] + variance;
            double spreadChange = 2 * scale * scaleChange * mixture.variances()[k][e] + varianceChange;
            double departure = 0;
            double mean = 0;
            for (int j = 0; j < d; j++) {
                departure += direction(k, j, e) * (y[j] - scale * mixture.means()[k][j]);
                mean += direction(k, j, e) * mixture.means()[k][j];
            }
            double along = -departure / spread;
            double alongChange = (scaleChange * mean - spreadChange * along) / spread;
            probability[k] -= 0.5 * (Math.log(2 * Math.PI * spread) + departure * departure / spread);
            logChange[k] += 0.5 * (along * along - 1 / spread) * spreadChange - along * scaleChange * mean;
            for (int i = 0; i < d; i++) {
                score[k][i] += direction(k, i, e) * along;
                scoreChange[k][i] += direction(k, i, e) * alongChange;
                for (int j = 0; j < d; j++) {
                    precision[k][i][j] += direction(k, i, e) * direction(k, j, e) / spread;
                }
            }
        }

        private double direction(int k, int j, int e) {
            return mixture.diagonal() ? (j == e ? 1 : 0) : mixture.rotations()[k][j][e];
        }

        /**
         * Makes probabilities of their logarithms.
         * @return their sum before, over exp(largest)
         */
        private double normalise(double largest) {
            double sum = 0;
            for (int k = 0; k < probability.length; k++) {
                probability[k] = Math.exp(probability[k] - largest);
                sum += probability[k];
            }
            for (int k = 0; k < probability.length; k++) {
                probability[k] /= sum;
            }
            return sum;
        }

        void write(Derivatives at) {
            double change = mean(k -> logChange[k]);
            for (int i = 0; i < d; i++) {
                int row = i;
                at.value()[i] = mean(k -> score[k][row]);
                at.change()[i] = mean(k -> scoreChange[k][row] + (logChange[k] - change) * score[k][row]);
            }
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    at.jacobian()[i][j] = derivative(at.value(), i, j);
                }
            }
            for (int i = 0; i < d; i++) {
                at.laplacian()[i] = 0;
                for (int j = 0; j < d; j++) {
                    at.laplacian()[i] += secondDerivative(at, i, j);
                }
            }
        }

        /** sum_k r_k f_k. */
        private double mean(IntToDoubleFunction ofComponent) {
            double sum = 0;
            for (int k = 0; k < probability.length; k++) {
                sum += probability[k] * ofComponent.applyAsDouble(k);
            }
            return sum;
        }

        /** d_j s_i, from d_j r_k = r_k (g_kj - s_j) and d_j g_ki = -P_kij. */
        private double derivative(double[] s, int i, int j) {
            return mean(k -> score[k][i] * score[k][j] - precision[k][i][j]) - s[i] * s[j];
        }

        /** d_j d_j s_i. */
        private double secondDerivative(Derivatives at, int i, int j) {
            double[] s = at.value();
            double ofComponents = mean(k -> {
                double[] g = score[k];
                double[][] p = precision[k];
                return (g[j] - s[j]) * (g[i] * g[j] - p[i][j]) - p[i][j] * g[j] - g[i] * p[j][j];
            });
            return ofComponents - at.jacobian()[i][j] * s[j] - s[i] * at.jacobian()[j][j];
        }
    }
}
