package io.github.murmuration.study.path;

import io.github.murmuration.density.GaussianMixture;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Erf;

/** Distribution functions on the line, on a common grid, and distances between them. */
final class Distribution {

    private static final double REACH = 6;
    private static final double STEP = 0.002;
    private static final double[] NORMAL = table();

    private final int cells;
    private final double low;
    private final double width;

    /** A grid over the law and six standard deviations of its widest component to both sides. */
    Distribution(GaussianMixture law, int cells) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < law.components(); k++) {
            double reach = 6 * Math.sqrt(law.variances()[k][0]);
            from = Math.min(from, law.means()[k][0] - reach);
            to = Math.max(to, law.means()[k][0] + reach);
        }
        this.cells = cells;
        this.low = from;
        this.width = (to - from) / cells;
    }

    /** {@code P(Y <= y)} at the middles of the cells. */
    double[] of(GaussianMixture law) {
        return values(y -> {
            double sum = 0;
            for (int k = 0; k < law.components(); k++) {
                sum += law.weights()[k] * normal((y - law.means()[k][0]) / Math.sqrt(law.variances()[k][0]));
            }
            return sum;
        });
    }

    /** Of a sample, each point smeared out by a Gaussian of that width; 0 for the sample itself. */
    double[] of(double[] sample, double bandwidth) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        if (bandwidth == 0) {
            return values(y -> below(sorted, y) / (double) sorted.length);
        }
        return values(y -> Arrays.stream(sorted)
                        .map(point -> normal((y - point) / bandwidth))
                        .sum()
                / sorted.length);
    }

    /** Wasserstein distance W1 = int |F - G| dy. */
    double wasserstein(double[] f, double[] g) {
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            sum += Math.abs(f[i] - g[i]);
        }
        return sum * width;
    }

    /** Energy distance 2 E|X - Y| - E|X - X'| - E|Y - Y'| = 2 int (F - G)^2 dy. */
    double energy(double[] f, double[] g) {
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            sum += (f[i] - g[i]) * (f[i] - g[i]);
        }
        return 2 * sum * width;
    }

    private double[] values(DoubleUnaryOperator function) {
        double[] values = new double[cells];
        Arrays.setAll(values, i -> function.applyAsDouble(low + (i + 0.5) * width));
        return values;
    }

    private static int below(double[] sorted, double y) {
        int found = Arrays.binarySearch(sorted, y);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** {@code P(Z <= z)} by linear interpolation in steps of 0.002; error below 3e-7. */
    private static double normal(double z) {
        double place = (z + REACH) / STEP;
        if (place <= 0 || place >= NORMAL.length - 1) {
            return z < 0 ? 0 : 1;
        }
        int below = (int) place;
        return NORMAL[below] + (place - below) * (NORMAL[below + 1] - NORMAL[below]);
    }

    private static double[] table() {
        double[] table = new double[(int) (2 * REACH / STEP) + 1];
        Arrays.setAll(table, i -> 0.5 * Erf.erfc((REACH - i * STEP) / Math.sqrt(2)));
        return table;
    }
}
