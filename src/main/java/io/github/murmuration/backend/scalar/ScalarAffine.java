package io.github.murmuration.backend.scalar;

import static io.github.murmuration.schedule.Row.NOISE;

import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.schedule.AffineLayout;

/** Affine control and step (see AffineLayout). */
final class ScalarAffine extends ScalarStep {

    private final AffineLayout layout;
    private final float[] moved;

    ScalarAffine(Evaluator.Affine affine) {
        super(affine.dimension());
        this.layout = affine.row();
        this.moved = new float[affine.dimension()];
    }

    @Override
    void take(float[] rows, int row, int i) {
        for (int j = 0; j < x.length; j++) {
            u[j] = affine(rows, row + layout.offset() + j, row + layout.gain() + j * x.length);
            moved[j] = affine(rows, row + layout.shift() + j, row + layout.increment() + j * x.length);
        }
        for (int j = 0; j < x.length; j++) {
            x[j] += Math.fma(rows[row + NOISE], increment[j], moved[j]);
        }
    }

    /** rows[constant] + sum_k rows[coefficients + k] x_k, in the order of k. */
    private float affine(float[] rows, int constant, int coefficients) {
        float sum = rows[constant];
        for (int k = 0; k < x.length; k++) {
            sum = Math.fma(rows[coefficients + k], x[k], sum);
        }
        return sum;
    }
}
