package io.github.murmuration.score;

/**
 * Least squares with a ridge.
 *
 * @param coefficients c [functions][outputs]
 * @param inverse of the matrix of the normal equations, ridge included
 * @param freedom trace of what takes y to c^T phi: the number of functions where there is no ridge, fewer the more it decides
 */
public record LinearFit(double[][] coefficients, double[][] inverse, double freedom) {

    int functions() {
        return coefficients.length;
    }

    /** Whether the ridge decides more of the coefficients than the samples do. */
    boolean ridgeDominates() {
        return freedom < 0.5 * functions();
    }

    /**
     * c^T phi.
     * @param value [outputs], overwritten
     */
    void value(double[] phi, double[] value) {
        for (int j = 0; j < value.length; j++) {
            double sum = 0;
            for (int f = 0; f < coefficients.length; f++) {
                sum += coefficients[f][j] * phi[f];
            }
            value[j] = sum;
        }
    }
}
