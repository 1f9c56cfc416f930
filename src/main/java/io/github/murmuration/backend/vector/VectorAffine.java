package io.github.murmuration.backend.vector;

import static io.github.murmuration.rng.Noise.COLUMNS;
import static io.github.murmuration.rng.Noise.TILE;
import static io.github.murmuration.schedule.Row.DT;
import static io.github.murmuration.schedule.Row.NOISE;

import io.github.murmuration.backend.host.Block;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.schedule.AffineLayout;
import jdk.incubator.vector.FloatVector;

/** Affine control and step (see AffineLayout), for 256 columns at a time. */
final class VectorAffine implements VectorStep {

    private static final int V = Lanes.COUNT;

    private final int dimension;
    private final AffineLayout layout;
    private final float[] increments;
    private final float[] moved;

    VectorAffine(Evaluator.Affine affine) {
        this.dimension = affine.dimension();
        this.layout = affine.row();
        this.increments = new float[dimension * TILE];
        this.moved = new float[dimension * COLUMNS];
    }

    @Override
    public void drawNoise(VectorNoise noise, long firstColumn, int step) {
        for (int j = 0; j < dimension; j++) {
            noise.normals(Stream.INCREMENT, firstColumn, step, j, increments, j * TILE);
        }
    }

    /** u = f + F x and x' = x + (g + D x + noise xi). */
    @Override
    public void advance(Block block, int tile, int g, VectorRow row, float[] controls) {
        float[] x = block.states[g];
        int stride = block.run(0, 1);
        for (int i = 0; i < TILE; i += COLUMNS) {
            int from = block.run(tile, 0) + i;
            for (int j = 0; j < dimension; j++) {
                int gain = layout.gain() + j * dimension;
                int increment = layout.increment() + j * dimension;
                affine(row, layout.offset() + j, gain, x, from, stride, controls, j * TILE + i);
                affine(row, layout.shift() + j, increment, x, from, stride, moved, j * COLUMNS);
            }
            for (int j = 0; j < dimension; j++) {
                move(x, from + j * stride, j, i, row);
            }
        }
        VectorStep.spend(controls, dimension, row.scalar(DT), block, tile, g);
    }

    /**
     * row[constant] + sum_k row[coefficients + k] x_k in the order of k.
     * @param x coordinates stride apart.
     * @param out overwritten
     */
    private void affine(
            VectorRow row, int constant, int coefficients, float[] x, int from, int stride, float[] out, int outAt) {
        int first = row.fed(constant);
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector sum = FloatVector.fromArray(Lanes.FLOAT, row.fed, first + (c & row.differing));
            for (int k = 0; k < dimension; k++) {
                FloatVector xk = FloatVector.fromArray(Lanes.FLOAT, x, from + k * stride + c);
                sum = xk.fma(FloatVector.broadcast(Lanes.FLOAT, row.scalar(coefficients + k)), sum);
            }
            sum.intoArray(out, outAt + c);
        }
    }

    /** @param x modified */
    private void move(float[] x, int at, int j, int i, VectorRow row) {
        FloatVector noise = FloatVector.broadcast(Lanes.FLOAT, row.scalar(NOISE));
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector.fromArray(Lanes.FLOAT, increments, j * TILE + i + c)
                    .fma(noise, FloatVector.fromArray(Lanes.FLOAT, moved, j * COLUMNS + c))
                    .add(FloatVector.fromArray(Lanes.FLOAT, x, at + c))
                    .intoArray(x, at + c);
        }
    }
}
