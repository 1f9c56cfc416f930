package io.github.murmuration.backend.scalar;

import static io.github.murmuration.schedule.Row.NOISE;

import io.github.murmuration.arithmetic.NarrowMath;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.schedule.InteractionLayout;

/** Interacting agents without control (see InteractionLayout). */
final class ScalarInteraction extends ScalarStep {

    private final InteractionLayout layout;
    private final boolean phase;

    ScalarInteraction(Evaluator.Interacting interacting) {
        super(interacting.row().dimension());
        this.layout = interacting.row();
        this.phase = interacting.phase();
    }

    @Override
    void take(float[] rows, int row, int i) {
        float move = Math.fma(rows[row + layout.cubic()], x[0] * x[0] * x[0], rows[row + layout.constant()]);
        for (int j = 0; j < x.length; j++) {
            move = Math.fma(rows[row + layout.linear() + j], x[j], move);
        }
        x[0] += Math.fma(rows[row + NOISE], increment[0], move);
        if (phase) {
            x[0] = NarrowMath.wrap(x[0]);
            x[2] = NarrowMath.cosOfPhase(x[0]);
            x[3] = NarrowMath.sinOfPhase(x[0]);
        }
    }
}
