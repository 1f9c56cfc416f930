package io.github.murmuration.backend.scalar;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Evaluator;

/** One step of one agent. The caller fills x, z and the increment; x and u hold the result. */
abstract class ScalarStep {

    final float[] x;
    final float[] z;
    final float[] u;
    final float[] increment;

    ScalarStep(int dimension) {
        this.x = new float[dimension];
        this.z = new float[dimension];
        this.u = new float[dimension];
        this.increment = new float[dimension];
    }

    /** The arithmetic of an evaluator. */
    static ScalarStep of(EnsembleSpec spec) {
        if (spec.evaluator() instanceof Evaluator.Affine affine) {
            return new ScalarAffine(affine);
        }
        return new ScalarBridge(spec, (Evaluator.Bridge) spec.evaluator());
    }

    /** Draws the noise of a tile that the step needs beyond its increments. */
    void drawNoise(ScalarNoise noise, long firstColumn, int step) {}

    /** @param i which agent of the tile */
    abstract void take(float[] rows, int row, int i);
}
