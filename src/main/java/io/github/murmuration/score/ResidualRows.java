package io.github.murmuration.score;

import io.github.murmuration.diffusion.Diffusion;

/**
 * The residual of a score at a point, and its derivatives by the coefficients,
 *
 * <pre>
 * dR_i/dc_kf = -beta ((pull y_k + s_k) d_i phi_f + (d_i s_k) phi_f) + [i = k] (d_u phi_f - beta (pull phi_f + (1/2) Laplace phi_f))
 * </pre>
 */
final class ResidualRows {

    private final SeriesScore score;
    private final Diffusion diffusion;
    private final Features features;
    private final SmoothScore.Derivatives derivatives;
    private double[] y;
    private double u;

    ResidualRows(SeriesScore score) {
        this.score = score;
        this.diffusion = score.basis().diffusion();
        this.features = Features.of(score.basis().size(), score.dimension());
        this.derivatives = SmoothScore.Derivatives.of(score.dimension());
    }

    /** Goes to a point. */
    void at(double[] point, double noise) {
        y = point;
        u = noise;
        score.basis().at(y, u, features);
        score.write(features, derivatives);
    }

    double residual(int i) {
        return derivatives.residual(diffusion, y, u, i);
    }

    /** @param row derivatives of R_i, those by c_0 first [d functions], overwritten */
    void write(int i, double[] row) {
        double beta = diffusion.rate(u);
        double pull = diffusion.pull();
        int functions = features.value().length;
        double[] gradient = features.gradient()[i];
        for (int k = 0; k < score.dimension(); k++) {
            double along = -beta * (pull * y[k] + derivatives.value()[k]);
            double own = -beta * derivatives.jacobian()[k][i];
            for (int f = 0; f < functions; f++) {
                row[k * functions + f] = along * gradient[f] + own * features.value()[f];
            }
        }
        for (int f = 0; f < functions; f++) {
            row[i * functions + f] +=
                    features.change()[f] - beta * (pull * features.value()[f] + 0.5 * features.laplacian()[f]);
        }
    }
}
