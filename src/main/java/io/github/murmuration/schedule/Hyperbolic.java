package io.github.murmuration.schedule;

/** Combinations of hyperbolic functions that cancel for small arguments, to full precision. */
final class Hyperbolic {

    private static final double SERIES_BELOW = 1.0;

    private Hyperbolic() {}

    /** (sinh x - x) exp(-x), x >= 0. */
    static double scaledSinhMinusX(double x) {
        if (x < SERIES_BELOW) {
            return series(x, 3) * Math.exp(-x);
        }
        return -0.5 * Math.expm1(-2 * x) - x * Math.exp(-x);
    }

    /** x coth x - 1, x > 0. */
    static double xCothXMinusOne(double x) {
        if (x < SERIES_BELOW) {
            return (x * series(x, 2) - series(x, 3)) / Math.sinh(x);
        }
        return x / Math.tanh(x) - 1;
    }

    /** Sum of x^n/n! over n = first, first + 2, first + 4, ... */
    private static double series(double x, int first) {
        double term = first == 2 ? x * x / 2 : x * x * x / 6;
        double sum = 0;
        for (int n = first; sum + term != sum; n += 2) {
            sum += term;
            term *= x * x / ((n + 1.0) * (n + 2.0));
        }
        return sum;
    }
}
