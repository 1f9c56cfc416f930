package io.github.murmuration.backend.vector;

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
            turn(block.states[g], block, tile);
        }
    }

    /** x_0 + constant + linear . x + cubic x_0^3 + noise xi. @param state modified */
    private void move(float[] state, Block block, int tile, VectorRow row) {
        FloatVector noise = row.vector(NOISE);
        int first = block.run(tile, 0);
        for (int i = 0; i < Noise.TILE; i += Lanes.COUNT) {
            FloatVector x = FloatVector.fromArray(Lanes.FLOAT, state, first + i);
            FloatVector change = x.mul(x).mul(x).fma(row.fed(layout.cubic(), i), row.fed(layout.constant(), i));
            for (int j = 0; j < layout.dimension(); j++) {
                FloatVector coordinate = FloatVector.fromArray(Lanes.FLOAT, state, block.run(tile, j) + i);
                change = coordinate.fma(row.fed(layout.linear() + j, i), change);
            }
            FloatVector.fromArray(Lanes.FLOAT, increments, i)
                    .fma(noise, x.add(change))
                    .intoArray(state, first + i);
        }
    }

    /** The cosine and the sine of the phase. @param state modified */
    private static void turn(float[] state, Block block, int tile) {
        for (int i = 0; i < Noise.TILE; i += Lanes.COUNT) {
            FloatVector theta = FloatVector.fromArray(Lanes.FLOAT, state, block.run(tile, 0) + i);
            VectorMath.cos(theta).intoArray(state, block.run(tile, 2) + i);
            VectorMath.sin(theta).intoArray(state, block.run(tile, 3) + i);
        }
    }
}
