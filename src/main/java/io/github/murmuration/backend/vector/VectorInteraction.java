package io.github.murmuration.backend.vector;

import static io.github.murmuration.rng.Noise.COLUMNS;
import static io.github.murmuration.schedule.Row.NOISE;

import io.github.murmuration.backend.host.Block;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.schedule.InteractionLayout;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Interacting agents without control (see InteractionLayout). */
final class VectorInteraction implements VectorStep {

    private final InteractionLayout layout;
    private final boolean phase;
    private final float[] increments = new float[Noise.TILE];

    VectorInteraction(Evaluator.Interacting interacting) {
        this.layout = interacting.row();
        this.phase = interacting.phase();
    }

    @Override
    public void drawNoise(VectorNoise noise, long firstColumn, int step) {
        noise.normals(Stream.INCREMENT, firstColumn, step, 0, increments, 0);
    }

    @Override
    public void advance(Block block, int tile, int g, VectorRow row, float[] controls) {
        Arrays.fill(controls, 0);
        move(block.states[g], block, tile, row);
        if (phase) {
            VectorNarrowMath.wrap(block.states[g], block.run(tile, 0), Noise.TILE);
            VectorNarrowMath.cosinesAndSines(
                    block.states[g], block.run(tile, 0), Noise.TILE, block.run(tile, 2), block.run(tile, 3));
        }
    }

    /** x_0 + (constant + cubic x_0^3 + linear . x + noise xi). @param state modified */
    private void move(float[] state, Block block, int tile, VectorRow row) {
        FloatVector noise = FloatVector.broadcast(Lanes.FLOAT, row.scalar(NOISE));
        int constant = row.fed(layout.constant());
        int cubic = row.fed(layout.cubic());
        int linear = row.fed(layout.linear());
        for (int i = 0; i < Noise.TILE; i += Lanes.COUNT) {
            int c = i & row.differing;
            FloatVector x = FloatVector.fromArray(Lanes.FLOAT, state, block.run(tile, 0) + i);
            FloatVector factor = FloatVector.fromArray(Lanes.FLOAT, row.fed, cubic + c);
            FloatVector change = x.mul(x).mul(x).fma(factor, FloatVector.fromArray(Lanes.FLOAT, row.fed, constant + c));
            for (int j = 0; j < layout.dimension(); j++) {
                FloatVector gain = FloatVector.fromArray(Lanes.FLOAT, row.fed, linear + j * COLUMNS + c);
                change = FloatVector.fromArray(Lanes.FLOAT, state, block.run(tile, j) + i)
                        .fma(gain, change);
            }
            FloatVector.fromArray(Lanes.FLOAT, increments, i)
                    .fma(noise, change)
                    .add(x)
                    .intoArray(state, block.run(tile, 0) + i);
        }
    }
}
