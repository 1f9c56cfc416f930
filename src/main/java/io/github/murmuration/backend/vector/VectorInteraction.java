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
        float[] state = block.states[g];
        for (int i = 0; i < Noise.TILE; i += Lanes.COUNT) {
            FloatVector x = move(state, block, tile, i, row);
            x.intoArray(state, block.run(tile, 0) + i);
            if (phase) {
                VectorMath.cos(x).intoArray(state, block.run(tile, 2) + i);
                VectorMath.sin(x).intoArray(state, block.run(tile, 3) + i);
            }
        }
    }

    /** x_0 + constant + linear . x + cubic x_0^3 + noise xi. */
    private FloatVector move(float[] state, Block block, int tile, int i, VectorRow row) {
        FloatVector x = FloatVector.fromArray(Lanes.FLOAT, state, block.run(tile, 0) + i);
        FloatVector constant = row.fed(layout.constant(), i);
        FloatVector move = VectorMath.fma(row.scalar(layout.cubic()), x.mul(x).mul(x), constant);
        for (int j = 0; j < layout.dimension(); j++) {
            FloatVector coordinate = FloatVector.fromArray(Lanes.FLOAT, state, block.run(tile, j) + i);
            move = row.fed(layout.linear() + j, i).fma(coordinate, move);
        }
        FloatVector xi = FloatVector.fromArray(Lanes.FLOAT, increments, i);
        return VectorMath.fma(row.scalar(NOISE), xi, x.add(move));
    }
}
