package io.github.murmuration.backend.vector;

import static io.github.murmuration.rng.Noise.COLUMNS;
import static io.github.murmuration.rng.Noise.TILE;
import static io.github.murmuration.schedule.Row.DT;
import static io.github.murmuration.schedule.Row.NOISE;
import static io.github.murmuration.schedule.RowLayout.*;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.host.Block;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.RowLayout;
import jdk.incubator.vector.FloatVector;

/** The guided bridge, by any of the schemes, for 256 columns at a time. Coordinate j of h, y and w lies at j * 256. */
final class VectorBridge implements VectorStep {

    private static final int V = Lanes.COUNT;

    private final int dimension;
    private final RowLayout layout;
    private final Scheme scheme;
    private final VectorPosterior posterior;
    private final VectorEndpoint endpoint;
    private final float[] increments;
    private final float[] h;
    private final float[] y;
    private final float[] w;

    VectorBridge(EnsembleSpec spec, Evaluator.Bridge bridge) {
        this.dimension = spec.dimension();
        this.layout = bridge.row();
        this.scheme = bridge.scheme();
        this.posterior = new VectorPosterior(layout, bridge.target());
        this.endpoint = new VectorEndpoint(layout, posterior, scheme == Scheme.EXACT);
        this.increments = new float[dimension * TILE];
        this.h = new float[dimension * COLUMNS];
        this.y = new float[dimension * COLUMNS];
        this.w = new float[dimension * COLUMNS];
    }

    @Override
    public void drawNoise(VectorNoise noise, long firstColumn, int step) {
        for (int j = 0; j < dimension; j++) {
            noise.normals(Stream.INCREMENT, firstColumn, step, j, increments, j * TILE);
        }
        if (scheme == Scheme.EXACT) {
            endpoint.drawNoise(noise, firstColumn, step);
        }
    }

    @Override
    public void advance(Block block, int tile, int g, VectorRow row, float[] controls) {
        for (int i = 0; i < TILE; i += COLUMNS) {
            for (int j = 0; j < dimension; j++) {
                pull(block.states[g], block.starts, block.run(tile, j) + i, j, row);
            }
            posterior.mean(row.values, row.at, h, y);
            for (int j = 0; j < dimension; j++) {
                control(block.states[g], block.run(tile, j) + i, j, row, controls, j * TILE + i);
            }
            if (scheme == Scheme.EXACT) {
                endpoint.draw(row.values, row.at, h, i, y);
            }
            for (int j = 0; j < dimension; j++) {
                if (scheme == Scheme.EULER_MARUYAMA) {
                    moveByControl(block.states[g], block.run(tile, j) + i, j, row, j * TILE + i);
                } else {
                    moveTowards(block.states[g], block.run(tile, j) + i, j, row, j * TILE + i);
                }
            }
        }
        VectorStep.spend(controls, dimension, row.scalar(DT), block, tile, g);
    }

    /** h = b x - b_0 z + thetaY. */
    private void pull(float[] x, float[] z, int at, int j, VectorRow row) {
        FloatVector b = FloatVector.broadcast(Lanes.FLOAT, row.scalar(B));
        int thetaY = row.fed(layout.thetaY() + j);
        FloatVector minusB0 = FloatVector.broadcast(Lanes.FLOAT, row.scalar(MINUS_B0));
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector fed = FloatVector.fromArray(Lanes.FLOAT, row.fed, thetaY + (c & row.differing));
            FloatVector pulled = FloatVector.fromArray(Lanes.FLOAT, z, at + c).fma(minusB0, fed);
            FloatVector.fromArray(Lanes.FLOAT, x, at + c).fma(b, pulled).intoArray(h, j * COLUMNS + c);
        }
    }

    /**
     * w = b (yhat - x) - (a - b) x and u = w + thetaX.
     * @param u overwritten
     */
    private void control(float[] x, int at, int j, VectorRow row, float[] u, int uAt) {
        FloatVector b = FloatVector.broadcast(Lanes.FLOAT, row.scalar(B));
        int thetaX = row.fed(layout.thetaX() + j);
        FloatVector minusExcess = FloatVector.broadcast(Lanes.FLOAT, row.scalar(MINUS_EXCESS));
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector state = FloatVector.fromArray(Lanes.FLOAT, x, at + c);
            FloatVector yhat = FloatVector.fromArray(Lanes.FLOAT, y, j * COLUMNS + c);
            FloatVector own = yhat.sub(state).fma(b, state.mul(minusExcess));
            own.intoArray(w, j * COLUMNS + c);
            own.add(FloatVector.fromArray(Lanes.FLOAT, row.fed, thetaX + (c & row.differing)))
                    .intoArray(u, uAt + c);
        }
    }

    /**
     * x' = x + (gamma + dt w + noise xi).
     * @param x modified
     */
    private void moveByControl(float[] x, int at, int j, VectorRow row, int xi) {
        int gamma = row.fed(layout.gamma() + j);
        FloatVector dt = FloatVector.broadcast(Lanes.FLOAT, row.scalar(DT));
        FloatVector noise = FloatVector.broadcast(Lanes.FLOAT, row.scalar(NOISE));
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector moved = FloatVector.fromArray(Lanes.FLOAT, w, j * COLUMNS + c)
                    .fma(dt, FloatVector.fromArray(Lanes.FLOAT, row.fed, gamma + (c & row.differing)));
            FloatVector.fromArray(Lanes.FLOAT, increments, xi + c)
                    .fma(noise, moved)
                    .add(FloatVector.fromArray(Lanes.FLOAT, x, at + c))
                    .intoArray(x, at + c);
        }
    }

    /**
     * x' = x + (gamma + (alpha - 1) x + eta y + noise xi).
     * @param x modified
     */
    private void moveTowards(float[] x, int at, int j, VectorRow row, int xi) {
        int gamma = row.fed(layout.gamma() + j);
        FloatVector shrink = FloatVector.broadcast(Lanes.FLOAT, row.scalar(ALPHA_MINUS_ONE));
        FloatVector eta = FloatVector.broadcast(Lanes.FLOAT, row.scalar(ETA));
        FloatVector noise = FloatVector.broadcast(Lanes.FLOAT, row.scalar(NOISE));
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector state = FloatVector.fromArray(Lanes.FLOAT, x, at + c);
            FloatVector free =
                    state.fma(shrink, FloatVector.fromArray(Lanes.FLOAT, row.fed, gamma + (c & row.differing)));
            FloatVector moved =
                    FloatVector.fromArray(Lanes.FLOAT, y, j * COLUMNS + c).fma(eta, free);
            FloatVector.fromArray(Lanes.FLOAT, increments, xi + c)
                    .fma(noise, moved)
                    .add(state)
                    .intoArray(x, at + c);
        }
    }
}
