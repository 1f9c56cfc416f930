package io.github.murmuration.score;

import io.github.murmuration.diffusion.Score;

/**
 * s_i(y, u) = sum_f c_if phi_f(y, u). Every component has coefficients of its own, so that s need not be a gradient.
 *
 * @param coefficients c [d][functions]
 */
public record SeriesScore(FourierSeries basis, double[][] coefficients) implements SmoothScore {

    @Override
    public int dimension() {
        return basis.dimension();
    }

    @Override
    public void at(double[] y, double u, Derivatives at) {
        Features features = Features.of(basis.size(), basis.dimension());
        basis.at(y, u, features);
        write(features, at);
    }

    /** Without derivatives. */
    @Override
    public double[][] at(double u, double[][] points) {
        Features features = Features.of(basis.size(), basis.dimension());
        double[][] values = new double[points.length][dimension()];
        for (int p = 0; p < points.length; p++) {
            basis.at(points[p], u, features);
            for (int i = 0; i < coefficients.length; i++) {
                values[p][i] = sum(i, features.value());
            }
        }
        return values;
    }

    /**
     * @param features of the point.
     * @param at overwritten
     */
    void write(Features features, Derivatives at) {
        for (int i = 0; i < coefficients.length; i++) {
            at.value()[i] = sum(i, features.value());
            at.laplacian()[i] = sum(i, features.laplacian());
            at.change()[i] = sum(i, features.change());
            for (int j = 0; j < coefficients.length; j++) {
                at.jacobian()[i][j] = sum(i, features.gradient()[j]);
            }
        }
    }

    private double sum(int i, double[] values) {
        double sum = 0;
        for (int f = 0; f < values.length; f++) {
            sum += coefficients[i][f] * values[f];
        }
        return sum;
    }

    /** In the language of models, where every backend runs it. */
    public Score written() {
        return basis.written(coefficients);
    }
}
