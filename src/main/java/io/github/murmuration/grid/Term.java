package io.github.murmuration.grid;

import java.util.Arrays;

/** A part of a cost that depends on few variables, with its derivatives by them. */
public final class Term {
    double value;
    final double[] gradient;
    final double[][] hessian;

    Term(int variables) {
        gradient = new double[variables];
        hessian = new double[variables][variables];
    }

    void clear() {
        value = 0;
        Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
    }

    /** Adds weight times the logarithm of the distance of the second variable from the first. */
    void addLogWidth(double weight, double width) {
        value += weight * Math.log(width);
        addChain(weight / width, -weight / (width * width), new double[] {-1, 1});
    }

    /**
     * Adds to the derivatives those of a function of q.
     *
     * @param first by q.
     * @param second by q, twice.
     * @param of derivatives of q
     */
    void addChain(double first, double second, double[] of) {
        for (int i = 0; i < of.length; i++) {
            gradient[i] += first * of[i];
            for (int j = 0; j < of.length; j++) {
                hessian[i][j] += second * of[i] * of[j];
            }
        }
    }
}
