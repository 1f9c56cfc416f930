package io.github.murmuration.backend.vector;

import static io.github.murmuration.schedule.RowLayout.*;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.host.Batch;
import io.github.murmuration.backend.host.Block;
import io.github.murmuration.backend.host.Offender;
import io.github.murmuration.backend.host.TileKernel;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.RowLayout;
import jdk.incubator.vector.FloatVector;

/** One tile, step by step: noise once for all guidances, then per guidance the step and its sums. */
final class VectorKernel implements TileKernel {

    private static final int V = Lanes.COUNT;

    private final EnsembleSpec spec;
    private final int dimension;
    private final RowLayout layout;
    private final SumLayout sumLayout;
    private final VectorNoise noise;
    private final VectorPosterior posterior;
    private final VectorSums sums;
    private final float[] increments;
    private final float[] endpoints;
    private final float[] uniforms;
    private final float[] controls;
    private final float[] h;
    private final float[] y;
    private final float[] endpoint;

    VectorKernel(EnsembleSpec spec) {
        this.spec = spec;
        this.dimension = spec.dimension();
        this.layout = spec.rows();
        this.sumLayout = spec.sums();
        this.noise = new VectorNoise(spec.seed());
        this.posterior = new VectorPosterior(layout, spec.target());
        this.sums = new VectorSums(sumLayout);
        this.increments = new float[dimension * Noise.TILE];
        this.endpoints = new float[dimension * Noise.TILE];
        this.uniforms = new float[Noise.TILE];
        this.controls = new float[dimension * Noise.TILE];
        this.h = new float[dimension * V];
        this.y = new float[dimension * V];
        this.endpoint = new float[dimension * V];
    }

    @Override
    public long advance(Block block, int tile, Batch batch, float[] into) {
        sums.tile(block, tile);
        long offender = Offender.NONE;
        for (int k = 0; k < batch.count(); k++) {
            int step = batch.firstStep() + k;
            drawNoise(block.firstColumn(tile), step);
            for (int g = 0; g < spec.guidances(); g++) {
                int at = (k * spec.guidances() + g) * sumLayout.size();
                advance(block, tile, g, batch.rows()[g], k * layout.size());
                sum(block, tile, g, batch.rows()[g], k * layout.size(), into, at);
                if (Offender.in(into, at, at + sumLayout.size())) {
                    offender = Math.min(offender, Offender.find(step, block, tile, block.states[g], dimension));
                }
            }
        }
        return offender;
    }

    private void drawNoise(long firstColumn, int step) {
        for (int j = 0; j < dimension; j++) {
            noise.normals(Stream.INCREMENT, firstColumn, step, j, increments, j * Noise.TILE);
        }
        if (spec.scheme() == Scheme.EXACT) {
            for (int j = 0; j < dimension; j++) {
                noise.normals(Stream.ENDPOINT, firstColumn, step, j, endpoints, j * Noise.TILE);
            }
            noise.uniforms(Stream.ENDPOINT_COMPONENT, firstColumn, step, 0, uniforms);
        }
    }

    private void advance(Block block, int tile, int g, float[] rows, int row) {
        float[] energies = block.energies[g];
        int energyAt = tile * Noise.TILE;
        for (int i = 0; i < Noise.TILE; i += V) {
            pull(block, tile, g, i, rows, row);
            posterior.mean(rows, row, h, y);
            FloatVector power = control(block, tile, g, i, rows, row);
            if (spec.scheme() == Scheme.EXACT) {
                drawEndpoint(i, rows, row);
            }
            move(block, tile, g, i, rows, row);
            VectorMath.fma(rows[row + DT], power, FloatVector.fromArray(Lanes.FLOAT, energies, energyAt + i))
                    .intoArray(energies, energyAt + i);
        }
    }

    /** h = b x - b_0 z + thetaY. */
    private void pull(Block block, int tile, int g, int i, float[] rows, int row) {
        for (int j = 0; j < dimension; j++) {
            int at = block.run(tile, j) + i;
            FloatVector z = FloatVector.fromArray(Lanes.FLOAT, block.starts, at);
            FloatVector x = FloatVector.fromArray(Lanes.FLOAT, block.states[g], at);
            FloatVector thetaY = FloatVector.broadcast(Lanes.FLOAT, rows[row + layout.thetaY() + j]);
            VectorMath.fma(rows[row + B], x, VectorMath.fma(rows[row + MINUS_B0], z, thetaY))
                    .intoArray(h, j * V);
        }
    }

    /** u = thetaX + b (yhat - x) - (a - b) x. @return |u|^2 */
    private FloatVector control(Block block, int tile, int g, int i, float[] rows, int row) {
        FloatVector power = FloatVector.zero(Lanes.FLOAT);
        for (int j = 0; j < dimension; j++) {
            FloatVector x = FloatVector.fromArray(Lanes.FLOAT, block.states[g], block.run(tile, j) + i);
            FloatVector thetaX = FloatVector.broadcast(Lanes.FLOAT, rows[row + layout.thetaX() + j]);
            FloatVector free = VectorMath.fma(rows[row + MINUS_EXCESS], x, thetaX);
            FloatVector yhat = FloatVector.fromArray(Lanes.FLOAT, y, j * V);
            FloatVector u = VectorMath.fma(rows[row + B], yhat.sub(x), free);
            u.intoArray(controls, j * Noise.TILE + i);
            power = u.fma(u, power);
        }
        return power;
    }

    private void drawEndpoint(int i, float[] rows, int row) {
        for (int j = 0; j < dimension; j++) {
            System.arraycopy(endpoints, j * Noise.TILE + i, endpoint, j * V, V);
        }
        posterior.draw(rows, row, h, FloatVector.fromArray(Lanes.FLOAT, uniforms, i), endpoint, y);
    }

    /** x' = x + dt u + noise xi, or alpha x + gamma + eta y + noise xi. */
    private void move(Block block, int tile, int g, int i, float[] rows, int row) {
        boolean euler = spec.scheme() == Scheme.EULER_MARUYAMA;
        for (int j = 0; j < dimension; j++) {
            int at = block.run(tile, j) + i;
            FloatVector x = FloatVector.fromArray(Lanes.FLOAT, block.states[g], at);
            FloatVector mean;
            if (euler) {
                mean = VectorMath.fma(
                        rows[row + DT], FloatVector.fromArray(Lanes.FLOAT, controls, j * Noise.TILE + i), x);
            } else {
                FloatVector gamma = FloatVector.broadcast(Lanes.FLOAT, rows[row + layout.gamma() + j]);
                FloatVector free = VectorMath.fma(rows[row + ALPHA], x, gamma);
                mean = VectorMath.fma(rows[row + ETA], FloatVector.fromArray(Lanes.FLOAT, y, j * V), free);
            }
            FloatVector xi = FloatVector.fromArray(Lanes.FLOAT, increments, j * Noise.TILE + i);
            VectorMath.fma(rows[row + NOISE], xi, mean).intoArray(block.states[g], at);
        }
    }

    private void sum(Block block, int tile, int g, float[] rows, int row, float[] into, int at) {
        for (int j = 0; j < dimension; j++) {
            float reference = rows[row + layout.reference() + j];
            sums.coordinate(j, block.states[g], block.run(tile, j), controls, j * Noise.TILE, reference, into, at);
        }
    }
}
