package io.github.murmuration.schedule;

import io.github.murmuration.density.GaussianMixture;

/** The drift of an agent from a float32 row, as the documentation of {@link RowLayout} says. */
final class RowReader {

    private RowReader() {}

    static float[] drift(float[] rows, int at, RowLayout layout, GaussianMixture target, double[] x, double[] z) {
        int d = layout.dimension();
        float[] h = new float[d];
        for (int j = 0; j < d; j++) {
            float start = rows[at + RowLayout.MINUS_B0] * (float) z[j] + rows[at + layout.thetaY() + j];
            h[j] = Math.fma(rows[at + RowLayout.B], (float) x[j], start);
        }
        float[] yhat = posteriorMean(rows, at, layout, target, h);
        float[] u = new float[d];
        for (int j = 0; j < d; j++) {
            float pull = rows[at + RowLayout.B] * (yhat[j] - (float) x[j]);
            u[j] = rows[at + layout.thetaX() + j] + pull + rows[at + RowLayout.MINUS_EXCESS] * (float) x[j];
        }
        return u;
    }

    private static float[] posteriorMean(float[] rows, int at, RowLayout layout, GaussianMixture target, float[] h) {
        int d = layout.dimension();
        float[] sum = new float[d];
        double[] logWeight = new double[layout.components()];
        float[][] mean = new float[layout.components()][d];
        for (int k = 0; k < logWeight.length; k++) {
            logWeight[k] = rows[at + layout.logWeights() + k];
            for (int e = 0; e < d; e++) {
                int table = at + layout.table(k) + e * RowLayout.TABLE_WIDTH;
                float q = -rows[table + RowLayout.SHIFT];
                for (int i = 0; i < d; i++) {
                    q += rotation(target, k, i, e) * h[i];
                }
                logWeight[k] += (rows[table + RowLayout.QUADRATIC] * q + rows[table + RowLayout.LINEAR]) * q;
                float inBasis = rows[table + RowLayout.BASE] + rows[table + RowLayout.GAIN] * q;
                for (int i = 0; i < d; i++) {
                    mean[k][i] += rotation(target, k, i, e) * inBasis;
                }
            }
        }
        double largest = java.util.Arrays.stream(logWeight).max().getAsDouble();
        double total = 0;
        for (double log : logWeight) {
            total += Math.exp(log - largest);
        }
        for (int k = 0; k < logWeight.length; k++) {
            for (int j = 0; j < d; j++) {
                sum[j] += (float) (Math.exp(logWeight[k] - largest) / total) * mean[k][j];
            }
        }
        return sum;
    }

    private static float rotation(GaussianMixture target, int k, int i, int e) {
        return target.diagonal() ? (i == e ? 1 : 0) : (float) target.rotations()[k][i][e];
    }
}
