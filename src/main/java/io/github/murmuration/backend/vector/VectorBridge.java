package io.github.murmuration.backend.vector;

import static io.github.murmuration.schedule.RowLayout.*;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.host.Block;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.RowLayout;
import jdk.incubator.vector.FloatVector;

/** The guided bridge, by any of the schemes. */
final class VectorBridge implements VectorStep {

    private static final int V = Lanes.COUNT;

    private final int dimension;
    private final RowLayout layout;
    private final Scheme scheme;
    private final VectorPosterior posterior;
    private final float[] increments;
    private final float[] endpoints;
    private final float[] uniforms;
    private final float[] h;
    private final float[] y;
    private final float[] endpoint;

    VectorBridge(EnsembleSpec spec, Evaluator.Bridge bridge) {
        this.dimension = spec.dimension();
        this.layout = bridge.row();
        this.scheme = bridge.scheme();
        this.posterior = new VectorPosterior(layout, bridge.target());
        this.increments = new float[dimension * Noise.TILE];
        this.endpoints = new float[dimension * Noise.TILE];
        this.uniforms = new float[Noise.TILE];
        this.h = new float[dimension * V];
        this.y = new float[dimension * V];
        this.endpoint = new float[dimension * V];
    }

    @Override
    public void drawNoise(VectorNoise noise, long firstColumn, int step) {
        for (int j = 0; j < dimension; j++) {
            noise.normals(Stream.INCREMENT, firstColumn, step, j, increments, j * Noise.TILE);
        }
        if (scheme == Scheme.EXACT) {
            for (int j = 0; j < dimension; j++) {
                noise.normals(Stream.ENDPOINT, firstColumn, step, j, endpoints, j * Noise.TILE);
            }
            noise.uniforms(Stream.ENDPOINT_COMPONENT, firstColumn, step, 0, uniforms);
        }
    }

    @Override
    public void advance(Block block, int tile, int g, VectorRow row, float[] controls) {
        for (int i = 0; i < Noise.TILE; i += V) {
            pull(block, tile, g, i, row);
            posterior.mean(row.values, row.at, h, y);
            FloatVector power = control(block, tile, g, i, row, controls);
            if (scheme == Scheme.EXACT) {
                drawEndpoint(i, row);
            }
            move(block, tile, g, i, row, controls);
            VectorStep.spend(power, row.scalar(DT), block, g, tile * Noise.TILE + i);
        }
    }

    /** h = b x - b_0 z + thetaY. */
    private void pull(Block block, int tile, int g, int i, VectorRow row) {
        for (int j = 0; j < dimension; j++) {
            int at = block.run(tile, j) + i;
            FloatVector z = FloatVector.fromArray(Lanes.FLOAT, block.starts, at);
            FloatVector x = FloatVector.fromArray(Lanes.FLOAT, block.states[g], at);
            FloatVector thetaY = row.fed(layout.thetaY() + j, i);
            VectorMath.fma(row.scalar(B), x, VectorMath.fma(row.scalar(MINUS_B0), z, thetaY))
                    .intoArray(h, j * V);
        }
    }

    /** u = thetaX + b (yhat - x) - (a - b) x. @return |u|^2 */
    private FloatVector control(Block block, int tile, int g, int i, VectorRow row, float[] controls) {
        FloatVector power = FloatVector.zero(Lanes.FLOAT);
        for (int j = 0; j < dimension; j++) {
            FloatVector x = FloatVector.fromArray(Lanes.FLOAT, block.states[g], block.run(tile, j) + i);
            FloatVector thetaX = row.fed(layout.thetaX() + j, i);
            FloatVector free = VectorMath.fma(row.scalar(MINUS_EXCESS), x, thetaX);
            FloatVector yhat = FloatVector.fromArray(Lanes.FLOAT, y, j * V);
            FloatVector u = VectorMath.fma(row.scalar(B), yhat.sub(x), free);
            u.intoArray(controls, j * Noise.TILE + i);
            power = u.fma(u, power);
        }
        return power;
    }

    private void drawEndpoint(int i, VectorRow row) {
        for (int j = 0; j < dimension; j++) {
            System.arraycopy(endpoints, j * Noise.TILE + i, endpoint, j * V, V);
        }
        posterior.draw(row.values, row.at, h, FloatVector.fromArray(Lanes.FLOAT, uniforms, i), endpoint, y);
    }

    /** x' = x + dt u + noise xi, or alpha x + gamma + eta y + noise xi. */
    private void move(Block block, int tile, int g, int i, VectorRow row, float[] controls) {
        boolean euler = scheme == Scheme.EULER_MARUYAMA;
        for (int j = 0; j < dimension; j++) {
            int at = block.run(tile, j) + i;
            FloatVector x = FloatVector.fromArray(Lanes.FLOAT, block.states[g], at);
            FloatVector mean;
            if (euler) {
                mean = VectorMath.fma(
                        row.scalar(DT), FloatVector.fromArray(Lanes.FLOAT, controls, j * Noise.TILE + i), x);
            } else {
                FloatVector gamma = row.fed(layout.gamma() + j, i);
                FloatVector free = VectorMath.fma(row.scalar(ALPHA), x, gamma);
                mean = VectorMath.fma(row.scalar(ETA), FloatVector.fromArray(Lanes.FLOAT, y, j * V), free);
            }
            FloatVector xi = FloatVector.fromArray(Lanes.FLOAT, increments, j * Noise.TILE + i);
            VectorMath.fma(row.scalar(NOISE), xi, mean).intoArray(block.states[g], at);
        }
    }
}
