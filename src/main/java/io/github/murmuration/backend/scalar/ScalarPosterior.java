package io.github.murmuration.backend.scalar;

import static io.github.murmuration.schedule.RowLayout.*;

import io.github.murmuration.arithmetic.NarrowMath;
import io.github.murmuration.ensemble.TargetTable;
import io.github.murmuration.schedule.RowLayout;

/**
 * Posterior mean of a mixture, and draws from the posterior, for one agent at one row of the schedule: a streaming soft-max over
 * components, one exponential each.
 */
final class ScalarPosterior {

    private final RowLayout layout;
    private final TargetTable target;
    private final float[] rotated;
    private final float[] component;

    ScalarPosterior(RowLayout layout, TargetTable target) {
        this.layout = layout;
        this.target = target;
        this.rotated = new float[layout.dimension()];
        this.component = new float[layout.dimension()];
    }

    /**
     * yhat = E[Y | h].
     * @param rows schedule rows.
     * @param at where the row begins.
     * @param yhat [d], overwritten.
     */
    void mean(float[] rows, int at, float[] h, float[] yhat) {
        float largest = component(0, rows, at, h);
        float total = 1.0f;
        rotateBack(0, yhat);
        for (int k = 1; k < layout.components(); k++) {
            float logWeight = component(k, rows, at, h);
            rotateBack(k, component);
            float difference = logWeight - largest;
            float e = NarrowMath.decay(-Math.abs(difference));
            float keep = difference > 0 ? e : 1.0f;
            float take = difference > 0 ? 1.0f : e;
            largest = difference > 0 ? logWeight : largest;
            total = Math.fma(total, keep, take);
            for (int j = 0; j < yhat.length; j++) {
                yhat[j] = Math.fma(yhat[j], keep, take * component[j]);
            }
        }
        float inverse = 1.0f / total;
        for (int j = 0; j < yhat.length; j++) {
            yhat[j] *= inverse;
        }
    }

    /**
     * Draws Y given h: the first component at which the cumulated weight exceeds uniform times the total, then its Gaussian.
     *
     * @param normals of the endpoint [d]
     * @param y [d], overwritten
     */
    void draw(float[] rows, int at, float[] h, float uniform, float[] normals, float[] y) {
        float largest = Float.NEGATIVE_INFINITY;
        int likeliest = 0;
        for (int k = 0; k < layout.components(); k++) {
            float logWeight = component(k, rows, at, h);
            likeliest = logWeight > largest ? k : likeliest;
            largest = logWeight > largest ? logWeight : largest;
        }
        float total = 0;
        for (int k = 0; k < layout.components(); k++) {
            total += NarrowMath.decay(component(k, rows, at, h) - largest);
        }
        float level = uniform * total;
        float cumulated = 0;
        int chosen = -1;
        for (int k = 0; k < layout.components(); k++) {
            cumulated += NarrowMath.decay(component(k, rows, at, h) - largest);
            chosen = chosen < 0 && cumulated > level ? k : chosen;
        }
        chosen = chosen < 0 ? likeliest : chosen;
        component(chosen, rows, at, h);
        spread(chosen, rows, at, normals);
        rotateBack(chosen, y);
    }

    /** Log weight of component k; its posterior mean, in its eigenbasis, goes to rotated. */
    private float component(int k, float[] rows, int at, float[] h) {
        float logWeight = rows[at + layout.logWeights() + k];
        int table = at + layout.table(k);
        for (int j = 0; j < rotated.length; j++, table += TABLE_WIDTH) {
            float q = rotate(k, j, h) - rows[table + SHIFT];
            logWeight = Math.fma(Math.fma(rows[table + QUADRATIC], q, rows[table + LINEAR]), q, logWeight);
            rotated[j] = Math.fma(rows[table + GAIN], q, rows[table + BASE]);
        }
        return logWeight;
    }

    /** rotated += sqrt(gain) normals: a draw from the posterior of component k. */
    private void spread(int k, float[] rows, int at, float[] normals) {
        int table = at + layout.table(k);
        for (int j = 0; j < rotated.length; j++, table += TABLE_WIDTH) {
            rotated[j] = Math.fma((float) Math.sqrt(rows[table + GAIN]), normals[j], rotated[j]);
        }
    }

    /** (Q^T h)_j. */
    private float rotate(int k, int j, float[] h) {
        if (target.diagonal()) {
            return h[j];
        }
        int d = h.length;
        float sum = 0;
        for (int i = 0; i < d; i++) {
            sum = Math.fma(target.rotations()[(k * d + i) * d + j], h[i], sum);
        }
        return sum;
    }

    /** vector = Q rotated. */
    private void rotateBack(int k, float[] vector) {
        if (target.diagonal()) {
            System.arraycopy(rotated, 0, vector, 0, rotated.length);
            return;
        }
        int d = rotated.length;
        for (int i = 0; i < d; i++) {
            float sum = 0;
            for (int j = 0; j < d; j++) {
                sum = Math.fma(target.rotations()[(k * d + i) * d + j], rotated[j], sum);
            }
            vector[i] = sum;
        }
    }
}
