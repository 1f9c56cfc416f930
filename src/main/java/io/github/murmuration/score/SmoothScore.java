package io.github.murmuration.score;

import io.github.murmuration.diffusion.Diffusion;

/** A score s(y, u) of single points with its derivatives, in float64. */
public interface SmoothScore extends PointScore {

    /** Number of coordinates d. */
    int dimension();

    /**
     * @param y a point [d] at noise u > 0.
     * @param at what it is worth there, overwritten
     */
    void at(double[] y, double u, Derivatives at);

    @Override
    default double[][] at(double u, double[][] points) {
        Derivatives at = Derivatives.of(dimension());
        double[][] values = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            at(points[i], u, at);
            values[i] = at.value().clone();
        }
        return values;
    }

    /**
     * What a score is worth at a point.
     *
     * @param value s [d]
     * @param jacobian d s_i/d y_j [d][d]
     * @param laplacian sum_j d^2 s_i/d y_j^2 [d]
     * @param change d s_i/d u [d]
     */
    record Derivatives(double[] value, double[][] jacobian, double[] laplacian, double[] change) {

        static Derivatives of(int dimension) {
            return new Derivatives(
                    new double[dimension],
                    new double[dimension][dimension],
                    new double[dimension],
                    new double[dimension]);
        }

        /**
         * The gradient of the Hamilton-Jacobi-Bellman equation of U = -log eta, of which s = -grad U, for the forward process
         * dX = -pull beta X du + sqrt(beta) dW:
         *
         * <pre>R_i = d_u s_i - beta (pull (s_i + sum_j y_j d_i s_j) + sum_j s_j d_i s_j + (1/2) Laplace s_i)</pre>
         *
         * It is 0 for the score itself. Zhang, Katsoulakis, "A mean-field games laboratory for generative modeling", 2023, equation 83.
         */
        public double residual(Diffusion diffusion, double[] y, double u, int i) {
            double pull = diffusion.pull();
            double transported = pull * value[i] + 0.5 * laplacian[i];
            for (int j = 0; j < y.length; j++) {
                transported += (pull * y[j] + value[j]) * jacobian[j][i];
            }
            return change[i] - diffusion.rate(u) * transported;
        }
    }
}
