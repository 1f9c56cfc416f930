package io.github.murmuration.backend.scalar;

import static io.github.murmuration.schedule.RowLayout.*;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.RowLayout;

/** The guided bridge, by any of the schemes. */
final class ScalarBridge extends ScalarStep {

    private final RowLayout layout;
    private final Scheme scheme;
    private final ScalarPosterior posterior;
    private final float[][] endpoints;
    private final float[] uniforms = new float[Noise.TILE];
    private final float[] endpoint;
    private final float[] h;
    private final float[] y;
    private final float[] w;

    ScalarBridge(EnsembleSpec spec, Evaluator.Bridge bridge) {
        super(spec.dimension());
        int d = spec.dimension();
        this.layout = bridge.row();
        this.scheme = bridge.scheme();
        this.posterior = new ScalarPosterior(layout, bridge.target());
        this.endpoints = new float[d][Noise.TILE];
        this.endpoint = new float[d];
        this.h = new float[d];
        this.y = new float[d];
        this.w = new float[d];
    }

    @Override
    void drawNoise(ScalarNoise noise, long firstColumn, int step) {
        if (scheme == Scheme.EXACT) {
            for (int j = 0; j < endpoints.length; j++) {
                noise.normals(Stream.ENDPOINT, firstColumn, step, j, endpoints[j]);
            }
            noise.uniforms(Stream.ENDPOINT_COMPONENT, firstColumn, step, 0, uniforms);
        }
    }

    /** w = b (yhat - x) - (a - b) x and u = w + thetaX, then x by the scheme (see RowLayout). */
    @Override
    void take(float[] rows, int row, int i) {
        for (int j = 0; j < x.length; j++) {
            float pulled = Math.fma(rows[row + MINUS_B0], z[j], rows[row + layout.thetaY() + j]);
            h[j] = Math.fma(rows[row + B], x[j], pulled);
        }
        posterior.mean(rows, row, h, y);
        for (int j = 0; j < x.length; j++) {
            w[j] = Math.fma(rows[row + B], y[j] - x[j], rows[row + MINUS_EXCESS] * x[j]);
            u[j] = w[j] + rows[row + layout.thetaX() + j];
        }
        if (scheme == Scheme.EXACT) {
            for (int j = 0; j < x.length; j++) {
                endpoint[j] = endpoints[j][i];
            }
            posterior.draw(rows, row, h, uniforms[i], endpoint, y);
        }
        for (int j = 0; j < x.length; j++) {
            float move = scheme == Scheme.EULER_MARUYAMA ? euler(rows, row, j) : bridge(rows, row, j);
            x[j] += Math.fma(rows[row + NOISE], increment[j], move);
        }
    }

    private float euler(float[] rows, int row, int j) {
        return Math.fma(rows[row + DT], w[j], rows[row + layout.gamma() + j]);
    }

    private float bridge(float[] rows, int row, int j) {
        float drawn = Math.fma(rows[row + ALPHA_MINUS_ONE], x[j], rows[row + layout.gamma() + j]);
        return Math.fma(rows[row + ETA], y[j], drawn);
    }
}
