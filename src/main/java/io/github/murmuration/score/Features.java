package io.github.murmuration.score;

/**
 * What basis functions phi_f(y, u) are worth at a point.
 *
 * @param value phi [functions]
 * @param gradient d phi_f/d y_j [d][functions]
 * @param laplacian sum_j d^2 phi_f/d y_j^2 [functions]
 * @param change d phi_f/d u [functions]
 */
record Features(double[] value, double[][] gradient, double[] laplacian, double[] change) {

    static Features of(int functions, int dimension) {
        return new Features(
                new double[functions], new double[dimension][functions], new double[functions], new double[functions]);
    }
}
