package io.github.murmuration.backend.vector;

import static io.github.murmuration.schedule.Row.DT;
import static io.github.murmuration.schedule.Row.NOISE;

import io.github.murmuration.backend.host.Block;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.schedule.AffineLayout;
import jdk.incubator.vector.FloatVector;

/** Affine control and step (see AffineLayout). */
final class VectorAffine implements VectorStep {

    private static final int V = Lanes.COUNT;

    private final int dimension;
    private final AffineLayout layout;
    private final float[] increments;
    private final float[] x;

    VectorAffine(Evaluator.Affine affine) {
        this.dimension = affine.dimension();
        this.layout = affine.row();
        this.increments = new float[dimension * Noise.TILE];
        this.x = new float[dimension * V];
    }

    @Override
    public void drawNoise(VectorNoise noise, long firstColumn, int step) {
        for (int j = 0; j < dimension; j++) {
            noise.normals(Stream.INCREMENT, firstColumn, step, j, increments, j * Noise.TILE);
        }
    }

    @Override
    public void advance(Block block, int tile, int g, VectorRow row, float[] controls) {
        float[] state = block.states[g];
        for (int i = 0; i < Noise.TILE; i += V) {
            for (int j = 0; j < dimension; j++) {
                FloatVector.fromArray(Lanes.FLOAT, state, block.run(tile, j) + i)
                        .intoArray(x, j * V);
            }
            FloatVector power = control(i, row, controls);
            move(state, block, tile, i, row);
            VectorStep.spend(power, row.scalar(DT), block, g, tile * Noise.TILE + i);
        }
    }

    /** u = f + F x. @return |u|^2 */
    private FloatVector control(int i, VectorRow row, float[] controls) {
        FloatVector power = FloatVector.zero(Lanes.FLOAT);
        for (int j = 0; j < dimension; j++) {
            FloatVector u = affine(row, i, layout.offset() + j, layout.gain() + j * dimension);
            u.intoArray(controls, j * Noise.TILE + i);
            power = u.fma(u, power);
        }
        return power;
    }

    /** x' = x + g + D x + noise xi. */
    private void move(float[] state, Block block, int tile, int i, VectorRow row) {
        for (int j = 0; j < dimension; j++) {
            FloatVector moved = affine(row, i, layout.shift() + j, layout.increment() + j * dimension);
            FloatVector xi = FloatVector.fromArray(Lanes.FLOAT, increments, j * Noise.TILE + i);
            FloatVector mean = FloatVector.fromArray(Lanes.FLOAT, x, j * V).add(moved);
            VectorMath.fma(row.scalar(NOISE), xi, mean).intoArray(state, block.run(tile, j) + i);
        }
    }

    /** row[constant] + sum_k row[coefficients + k] x_k, in the order of k. */
    private FloatVector affine(VectorRow row, int i, int constant, int coefficients) {
        FloatVector sum = row.fed(constant, i);
        for (int k = 0; k < dimension; k++) {
            sum = VectorMath.fma(row.scalar(coefficients + k), FloatVector.fromArray(Lanes.FLOAT, x, k * V), sum);
        }
        return sum;
    }
}
