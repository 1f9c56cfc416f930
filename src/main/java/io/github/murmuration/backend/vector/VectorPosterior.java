package io.github.murmuration.backend.vector;

import static io.github.murmuration.rng.Noise.COLUMNS;
import static io.github.murmuration.schedule.RowLayout.*;

import io.github.murmuration.ensemble.TargetTable;
import io.github.murmuration.schedule.RowLayout;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Posterior mean of a mixture for 256 columns. Coordinate j of an array [d] lies at j * 256. */
final class VectorPosterior {

    private static final int V = Lanes.COUNT;
    private static final FloatVector ONE = FloatVector.broadcast(Lanes.FLOAT, 1f);

    private final RowLayout layout;
    private final TargetTable target;
    private final float[] logWeight = new float[COLUMNS];
    private final float[] largest = new float[COLUMNS];
    private final float[] total = new float[COLUMNS];
    private final float[] keep = new float[COLUMNS];
    private final float[] take = new float[COLUMNS];
    private final Runnable compare = this::compare;
    private final Runnable exponentials = () -> VectorNarrowMath.decay(take);
    private final Runnable weigh = this::weigh;
    private final float[] component;
    private final float[] projected;
    private final float[] rotated;

    VectorPosterior(RowLayout layout, TargetTable target) {
        this.layout = layout;
        this.target = target;
        this.component = new float[layout.dimension() * COLUMNS];
        this.projected = new float[target.diagonal() ? 0 : COLUMNS];
        this.rotated = new float[target.diagonal() ? 0 : component.length];
    }

    /**
     * yhat = E[Y | h].
     * @param h [d].
     * @param yhat [d], overwritten
     */
    void mean(float[] rows, int at, float[] h, float[] yhat) {
        component(0, rows, at, h, largest, yhat);
        if (layout.components() == 1) {
            return;
        }
        Arrays.fill(total, 1f);
        for (int k = 1; k < layout.components(); k++) {
            component(k, rows, at, h, logWeight, component);
            Apart.run(compare);
            Apart.run(exponentials);
            Apart.run(weigh);
            for (int j = 0; j < yhat.length; j += COLUMNS) {
                merge(yhat, j);
            }
        }
        for (int j = 0; j < yhat.length; j += COLUMNS) {
            normalise(yhat, j);
        }
    }

    /**
     * Log weight of component k, and its posterior mean.
     * @param weight [256], overwritten.
     * @param mean [d], overwritten
     */
    void component(int k, float[] rows, int at, float[] h, float[] weight, float[] mean) {
        inEigenbasis(k, rows, at, h, weight, eigenbasis(mean));
        rotateBack(k, mean);
    }

    /**
     * The same, but for the mean that is in the eigenbasis.
     * @param mean [d], overwritten
     */
    void inEigenbasis(int k, float[] rows, int at, float[] h, float[] weight, float[] mean) {
        Arrays.fill(weight, rows[at + layout.logWeights() + k]);
        int d = layout.dimension();
        for (int j = 0; j < d; j++) {
            int table = at + layout.table(k) + j * TABLE_WIDTH;
            if (target.diagonal()) {
                coordinate(rows, table, h, j * COLUMNS, weight, mean, j * COLUMNS);
            } else {
                product(target.rotations(), k * d * d + j, d, h, projected, 0);
                coordinate(rows, table, projected, 0, weight, mean, j * COLUMNS);
            }
        }
    }

    /**
     * Q times what inEigenbasis has left in the scratch for full covariances; nothing for diagonal ones.
     * @param mean [d], overwritten
     */
    void rotateBack(int k, float[] mean) {
        int d = layout.dimension();
        for (int i = 0; i < d && !target.diagonal(); i++) {
            product(target.rotations(), (k * d + i) * d, 1, rotated, mean, i * COLUMNS);
        }
    }

    /** Where means in eigenbases go: to be rotated back, or at once where they belong. */
    float[] eigenbasis(float[] mean) {
        return target.diagonal() ? mean : rotated;
    }

    /**
     * weight += (quadratic q + linear) q, mean = gain q + base, q = h - shift.
     * @param weight modified.
     * @param mean overwritten
     */
    private static void coordinate(
            float[] rows, int table, float[] h, int hAt, float[] weight, float[] mean, int meanAt) {
        FloatVector shift = FloatVector.broadcast(Lanes.FLOAT, rows[table + SHIFT]);
        FloatVector quadratic = FloatVector.broadcast(Lanes.FLOAT, rows[table + QUADRATIC]);
        FloatVector linear = FloatVector.broadcast(Lanes.FLOAT, rows[table + LINEAR]);
        FloatVector gain = FloatVector.broadcast(Lanes.FLOAT, rows[table + GAIN]);
        FloatVector base = FloatVector.broadcast(Lanes.FLOAT, rows[table + BASE]);
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector q = FloatVector.fromArray(Lanes.FLOAT, h, hAt + c).sub(shift);
            FloatVector sum = FloatVector.fromArray(Lanes.FLOAT, weight, c);
            q.fma(quadratic, linear).fma(q, sum).intoArray(weight, c);
            q.fma(gain, base).intoArray(mean, meanAt + c);
        }
    }

    /**
     * out = sum_i matrix[at + i stride] in_i in the order of i, four vectors side by side.
     * @param in [d].
     * @param out overwritten
     */
    private static void product(float[] matrix, int at, int stride, float[] in, float[] out, int outAt) {
        for (int c = 0; c < COLUMNS; c += 4 * V) {
            FloatVector a = FloatVector.zero(Lanes.FLOAT);
            FloatVector b = a;
            FloatVector e = a;
            FloatVector f = a;
            for (int i = c, m = at; i < in.length; i += COLUMNS, m += stride) {
                FloatVector factor = FloatVector.broadcast(Lanes.FLOAT, matrix[m]);
                a = FloatVector.fromArray(Lanes.FLOAT, in, i).fma(factor, a);
                b = FloatVector.fromArray(Lanes.FLOAT, in, i + V).fma(factor, b);
                e = FloatVector.fromArray(Lanes.FLOAT, in, i + 2 * V).fma(factor, e);
                f = FloatVector.fromArray(Lanes.FLOAT, in, i + 3 * V).fma(factor, f);
            }
            a.intoArray(out, outAt + c);
            b.intoArray(out, outAt + c + V);
            e.intoArray(out, outAt + c + 2 * V);
            f.intoArray(out, outAt + c + 3 * V);
        }
    }

    /** How far the weight of the component is above the largest so far, and minus the distance. */
    private void compare() {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector difference = FloatVector.fromArray(Lanes.FLOAT, logWeight, c)
                    .sub(FloatVector.fromArray(Lanes.FLOAT, largest, c));
            difference.intoArray(keep, c);
            difference.abs().neg().intoArray(take, c);
        }
    }

    /** What of the mean so far is kept and what of the component taken, from the difference and the exponential of minus the distance. */
    private void weigh() {
        for (int c = 0; c < COLUMNS; c += V) {
            VectorMask<Float> rises =
                    FloatVector.fromArray(Lanes.FLOAT, keep, c).compare(VectorOperators.GT, 0);
            FloatVector e = FloatVector.fromArray(Lanes.FLOAT, take, c);
            FloatVector kept = ONE.blend(e, rises);
            FloatVector taken = e.blend(ONE, rises);
            kept.intoArray(keep, c);
            taken.intoArray(take, c);
            FloatVector.fromArray(Lanes.FLOAT, total, c).fma(kept, taken).intoArray(total, c);
            FloatVector.fromArray(Lanes.FLOAT, largest, c)
                    .blend(FloatVector.fromArray(Lanes.FLOAT, logWeight, c), rises)
                    .intoArray(largest, c);
        }
    }

    private void merge(float[] yhat, int j) {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector weighted = FloatVector.fromArray(Lanes.FLOAT, take, c)
                    .mul(FloatVector.fromArray(Lanes.FLOAT, component, j + c));
            FloatVector.fromArray(Lanes.FLOAT, yhat, j + c)
                    .fma(FloatVector.fromArray(Lanes.FLOAT, keep, c), weighted)
                    .intoArray(yhat, j + c);
        }
    }

    private void normalise(float[] yhat, int j) {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector inverse = ONE.div(FloatVector.fromArray(Lanes.FLOAT, total, c));
            FloatVector.fromArray(Lanes.FLOAT, yhat, j + c).mul(inverse).intoArray(yhat, j + c);
        }
    }
}
