package io.github.murmuration.backend.scalar;

import static io.github.murmuration.schedule.RowLayout.*;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.RowLayout;

/** One step of one agent, by any of the schemes. The caller fills x, z and the noise; x and u hold the result. */
final class ScalarStep {

    final float[] x;
    final float[] z;
    final float[] u;
    final float[] increment;
    final float[] endpoint;

    private final RowLayout layout;
    private final Scheme scheme;
    private final ScalarPosterior posterior;
    private final float[] h;
    private final float[] y;

    ScalarStep(EnsembleSpec spec) {
        int d = spec.dimension();
        this.layout = spec.rows();
        this.scheme = spec.scheme();
        this.posterior = new ScalarPosterior(layout, spec.target());
        this.x = new float[d];
        this.z = new float[d];
        this.u = new float[d];
        this.increment = new float[d];
        this.endpoint = new float[d];
        this.h = new float[d];
        this.y = new float[d];
    }

    /** u = thetaX + b (yhat - x) - (a - b) x, then x by the scheme (see RowLayout). @param uniform chooses a component (exact). */
    void take(float[] rows, int row, float uniform) {
        for (int j = 0; j < x.length; j++) {
            float pulled = Math.fma(rows[row + MINUS_B0], z[j], rows[row + layout.thetaY() + j]);
            h[j] = Math.fma(rows[row + B], x[j], pulled);
        }
        posterior.mean(rows, row, h, y);
        for (int j = 0; j < x.length; j++) {
            float free = Math.fma(rows[row + MINUS_EXCESS], x[j], rows[row + layout.thetaX() + j]);
            u[j] = Math.fma(rows[row + B], y[j] - x[j], free);
        }
        if (scheme == Scheme.EXACT) {
            posterior.draw(rows, row, h, uniform, endpoint, y);
        }
        for (int j = 0; j < x.length; j++) {
            float mean = scheme == Scheme.EULER_MARUYAMA ? euler(rows, row, j) : bridge(rows, row, j);
            x[j] = Math.fma(rows[row + NOISE], increment[j], mean);
        }
    }

    private float euler(float[] rows, int row, int j) {
        return Math.fma(rows[row + DT], u[j], x[j]);
    }

    private float bridge(float[] rows, int row, int j) {
        float drawn = Math.fma(rows[row + ALPHA], x[j], rows[row + layout.gamma() + j]);
        return Math.fma(rows[row + ETA], y[j], drawn);
    }
}
