package io.github.murmuration.backend.vector;

import static io.github.murmuration.schedule.RowLayout.*;

import io.github.murmuration.ensemble.TargetTable;
import io.github.murmuration.schedule.RowLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Posterior mean of a mixture, and draws from the posterior, for a vector of agents. Coordinate j of a scratch array lies at
 * j * Lanes.COUNT.
 */
final class VectorPosterior {

    private static final int V = Lanes.COUNT;

    private final RowLayout layout;
    private final TargetTable target;
    private final float[] rotated;
    private final float[] component;

    VectorPosterior(RowLayout layout, TargetTable target) {
        this.layout = layout;
        this.target = target;
        this.rotated = new float[layout.dimension() * V];
        this.component = target.diagonal() ? rotated : new float[layout.dimension() * V];
    }

    /** yhat = E[Y | h]. @param h [d] vectors. @param yhat [d] vectors, overwritten. */
    void mean(float[] rows, int at, float[] h, float[] yhat) {
        FloatVector largest = component(0, rows, at, h);
        rotateBack(0);
        FloatVector total = FloatVector.broadcast(Lanes.FLOAT, 1.0f);
        System.arraycopy(component, 0, yhat, 0, yhat.length);
        for (int k = 1; k < layout.components(); k++) {
            FloatVector logWeight = component(k, rows, at, h);
            rotateBack(k);
            FloatVector difference = logWeight.sub(largest);
            FloatVector e = VectorMath.exp(difference.abs().neg());
            VectorMask<Float> rises = difference.compare(VectorOperators.GT, 0);
            FloatVector one = FloatVector.broadcast(Lanes.FLOAT, 1.0f);
            FloatVector keep = one.blend(e, rises);
            FloatVector take = e.blend(one, rises);
            largest = largest.blend(logWeight, rises);
            total = total.fma(keep, take);
            for (int j = 0; j < yhat.length; j += V) {
                FloatVector weighted = take.mul(FloatVector.fromArray(Lanes.FLOAT, component, j));
                FloatVector.fromArray(Lanes.FLOAT, yhat, j).fma(keep, weighted).intoArray(yhat, j);
            }
        }
        FloatVector inverse = FloatVector.broadcast(Lanes.FLOAT, 1.0f).div(total);
        for (int j = 0; j < yhat.length; j += V) {
            FloatVector.fromArray(Lanes.FLOAT, yhat, j).mul(inverse).intoArray(yhat, j);
        }
    }

    /** Draws Y given h (see the scalar reference). @param normals [d] vectors. @param y [d] vectors, overwritten. */
    void draw(float[] rows, int at, float[] h, FloatVector uniform, float[] normals, float[] y) {
        FloatVector largest = FloatVector.broadcast(Lanes.FLOAT, Float.NEGATIVE_INFINITY);
        FloatVector likeliest = FloatVector.zero(Lanes.FLOAT);
        for (int k = 0; k < layout.components(); k++) {
            FloatVector logWeight = component(k, rows, at, h);
            VectorMask<Float> rises = logWeight.compare(VectorOperators.GT, largest);
            likeliest = likeliest.blend((float) k, rises);
            largest = largest.blend(logWeight, rises);
        }
        FloatVector total = FloatVector.zero(Lanes.FLOAT);
        for (int k = 0; k < layout.components(); k++) {
            total = total.add(VectorMath.exp(component(k, rows, at, h).sub(largest)));
        }
        FloatVector level = uniform.mul(total);
        FloatVector cumulated = FloatVector.zero(Lanes.FLOAT);
        FloatVector chosen = FloatVector.broadcast(Lanes.FLOAT, -1f);
        for (int k = 0; k < layout.components(); k++) {
            cumulated = cumulated.add(VectorMath.exp(component(k, rows, at, h).sub(largest)));
            VectorMask<Float> first =
                    chosen.compare(VectorOperators.LT, 0).and(cumulated.compare(VectorOperators.GT, level));
            chosen = chosen.blend((float) k, first);
        }
        chosen = chosen.blend(likeliest, chosen.compare(VectorOperators.LT, 0));
        for (int k = 0; k < layout.components(); k++) {
            VectorMask<Float> here = chosen.compare(VectorOperators.EQ, (float) k);
            if (here.anyTrue()) {
                component(k, rows, at, h);
                spread(k, rows, at, normals);
                rotateBack(k);
                take(here, y);
            }
        }
    }

    private void take(VectorMask<Float> here, float[] y) {
        for (int j = 0; j < y.length; j += V) {
            FloatVector.fromArray(Lanes.FLOAT, component, j).intoArray(y, j, here);
        }
    }

    /** Log weight of component k; its posterior mean, in its eigenbasis, goes to rotated. */
    private FloatVector component(int k, float[] rows, int at, float[] h) {
        FloatVector logWeight = FloatVector.broadcast(Lanes.FLOAT, rows[at + layout.logWeights() + k]);
        int table = at + layout.table(k);
        for (int j = 0; j < layout.dimension(); j++, table += TABLE_WIDTH) {
            FloatVector q = rotate(k, j, h).sub(rows[table + SHIFT]);
            FloatVector linear = FloatVector.broadcast(Lanes.FLOAT, rows[table + LINEAR]);
            logWeight = VectorMath.fma(rows[table + QUADRATIC], q, linear).fma(q, logWeight);
            FloatVector base = FloatVector.broadcast(Lanes.FLOAT, rows[table + BASE]);
            VectorMath.fma(rows[table + GAIN], q, base).intoArray(rotated, j * V);
        }
        return logWeight;
    }

    /** rotated += sqrt(gain) normals: a draw from the posterior of component k. */
    private void spread(int k, float[] rows, int at, float[] normals) {
        int table = at + layout.table(k);
        for (int j = 0; j < layout.dimension(); j++, table += TABLE_WIDTH) {
            FloatVector xi = FloatVector.fromArray(Lanes.FLOAT, normals, j * V);
            FloatVector mean = FloatVector.fromArray(Lanes.FLOAT, rotated, j * V);
            VectorMath.fma((float) Math.sqrt(rows[table + GAIN]), xi, mean).intoArray(rotated, j * V);
        }
    }

    /** (Q^T h)_j. */
    private FloatVector rotate(int k, int j, float[] h) {
        if (target.diagonal()) {
            return FloatVector.fromArray(Lanes.FLOAT, h, j * V);
        }
        int d = layout.dimension();
        FloatVector sum = FloatVector.zero(Lanes.FLOAT);
        for (int i = 0; i < d; i++) {
            sum = VectorMath.fma(
                    target.rotations()[(k * d + i) * d + j], FloatVector.fromArray(Lanes.FLOAT, h, i * V), sum);
        }
        return sum;
    }

    /** component = Q rotated; the two are one array for diagonal covariances. */
    private void rotateBack(int k) {
        if (target.diagonal()) {
            return;
        }
        int d = layout.dimension();
        for (int i = 0; i < d; i++) {
            FloatVector sum = FloatVector.zero(Lanes.FLOAT);
            for (int j = 0; j < d; j++) {
                sum = VectorMath.fma(
                        target.rotations()[(k * d + i) * d + j],
                        FloatVector.fromArray(Lanes.FLOAT, rotated, j * V),
                        sum);
            }
            sum.intoArray(component, i * V);
        }
    }
}
