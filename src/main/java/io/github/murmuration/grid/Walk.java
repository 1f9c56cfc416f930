package io.github.murmuration.grid;

import java.util.Arrays;

/**
 * A walk between equal cells of an interval, reversible for given masses: from a cell to the next at the rate (D / width^2) times the root of the
 * ratio of their masses. With equal masses it is the heat equation, else dX = D (log pi)' dt + sqrt(2 D) dW, to second order in the width.
 */
final class Walk {
    private static final int TERMS = 20;

    private final double[] up;
    private final double[] down;

    /** @param logMasses of the cells [n] */
    Walk(double[] logMasses, double width, double diffusion) {
        int n = logMasses.length;
        double rate = diffusion / (width * width);
        up = new double[n];
        down = new double[n];
        for (int i = 0; i + 1 < n; i++) {
            double ratio = Math.exp((logMasses[i + 1] - logMasses[i]) / 2);
            up[i] = rate * ratio;
            down[i + 1] = rate / ratio;
        }
    }

    /**
     * Probabilities to go from cell i to cell j in a time [n][n], none negative: the exponential of the rates by its series over a time so short
     * that all its terms are positive, squared as often as needed. Jensen, Scandinavian Actuarial Journal (1953) 87.
     */
    double[][] transitions(double time) {
        double fastest = 0;
        for (int i = 0; i < up.length; i++) {
            fastest = Math.max(fastest, up[i] + down[i]);
        }
        int squarings = Math.max(0, Math.getExponent(fastest * time) + 1);
        double[][] p = series(fastest, Math.scalb(time, -squarings));
        for (int s = 0; s < squarings; s++) {
            p = product(p, p);
        }
        return p;
    }

    /** sum over j of e^{-rt} (rt)^j / j! (1 + Q / r)^j. */
    private double[][] series(double rate, double time) {
        int n = up.length;
        double[][] sum = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = new double[n];
            row[i] = Math.exp(-rate * time);
            for (int j = 1; j <= TERMS; j++) {
                add(row, sum[i]);
                row = jump(row, rate, rate * time / j);
            }
        }
        return sum;
    }

    private double[] jump(double[] row, double rate, double factor) {
        double[] next = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            next[i] += factor * row[i] * (1 - (up[i] + down[i]) / rate);
            if (i > 0) {
                next[i - 1] += factor * row[i] * down[i] / rate;
            }
            if (i + 1 < row.length) {
                next[i + 1] += factor * row[i] * up[i] / rate;
            }
        }
        return next;
    }

    private static void add(double[] row, double[] sum) {
        Arrays.setAll(sum, i -> sum[i] + row[i]);
    }

    static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            product[i] = forward(a[i], b);
        }
        return product;
    }

    /** Masses after a transition. */
    static double[] forward(double[] masses, double[][] p) {
        double[] after = new double[masses.length];
        for (int k = 0; k < masses.length; k++) {
            double mass = masses[k];
            double[] row = p[k];
            for (int j = 0; j < after.length; j++) {
                after[j] += mass * row[j];
            }
        }
        return after;
    }

    /** Expectations of a function after a transition. */
    static double[] backward(double[][] p, double[] values) {
        double[] before = new double[values.length];
        for (int i = 0; i < before.length; i++) {
            double sum = 0;
            for (int j = 0; j < values.length; j++) {
                sum += p[i][j] * values[j];
            }
            before[i] = sum;
        }
        return before;
    }
}
