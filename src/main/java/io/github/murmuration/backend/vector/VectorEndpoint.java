package io.github.murmuration.backend.vector;

import static io.github.murmuration.rng.Noise.COLUMNS;
import static io.github.murmuration.rng.Noise.TILE;
import static io.github.murmuration.schedule.RowLayout.GAIN;
import static io.github.murmuration.schedule.RowLayout.TABLE_WIDTH;

import io.github.murmuration.rng.Stream;
import io.github.murmuration.schedule.RowLayout;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Draws of the endpoint from its posterior (scheme exact), for 256 columns: see the scalar reference. */
final class VectorEndpoint {

    private static final int V = Lanes.COUNT;
    private static final float NONE = -1;

    private final RowLayout layout;
    private final VectorPosterior posterior;
    private final float[] normals;
    private final float[] uniforms;
    private final float[] drawn;

    // Log weights of each component, and then what they are in the sum of weights [C][256].
    private final float[][] shares;
    private final float[] largest = new float[COLUMNS];
    private final float[] likeliest = new float[COLUMNS];
    private final float[] total = new float[COLUMNS];
    private final float[] cumulated = new float[COLUMNS];
    private final float[] chosen = new float[COLUMNS];
    private final Runnable exponentials = () -> VectorNarrowMath.decay(this.exponent);
    private float[] exponent = {};

    /** @param used whether there will be draws */
    VectorEndpoint(RowLayout layout, VectorPosterior posterior, boolean used) {
        this.layout = layout;
        this.posterior = posterior;
        this.normals = new float[used ? layout.dimension() * TILE : 0];
        this.uniforms = new float[used ? TILE : 0];
        this.shares = new float[used ? layout.components() : 0][COLUMNS];
        this.drawn = new float[used ? layout.dimension() * COLUMNS : 0];
    }

    /** Draws the noise of a tile. */
    void drawNoise(VectorNoise noise, long firstColumn, int step) {
        for (int j = 0; j < layout.dimension(); j++) {
            noise.normals(Stream.ENDPOINT, firstColumn, step, j, normals, j * TILE);
        }
        noise.uniforms(Stream.ENDPOINT_COMPONENT, firstColumn, step, 0, uniforms);
    }

    /**
     * Draws Y given h [d].
     * @param i first of the 256 places of the tile.
     * @param y [d], overwritten
     */
    void draw(float[] rows, int at, float[] h, int i, float[] y) {
        choose(rows, at, h, i);
        for (int k = 0; k < layout.components(); k++) {
            if (anyoneChose(k)) {
                float[] spread = posterior.eigenbasis(drawn);
                posterior.inEigenbasis(k, rows, at, h, shares[k], spread);
                for (int j = 0; j < layout.dimension(); j++) {
                    float gain = rows[at + layout.table(k) + j * TABLE_WIDTH + GAIN];
                    spread((float) Math.sqrt(gain), j * TILE + i, spread, j * COLUMNS);
                }
                posterior.rotateBack(k, drawn);
                for (int j = 0; j < y.length; j += COLUMNS) {
                    take(k, y, j);
                }
            }
        }
    }

    private void choose(float[] rows, int at, float[] h, int i) {
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        Arrays.fill(likeliest, 0);
        for (int k = 0; k < shares.length; k++) {
            posterior.inEigenbasis(k, rows, at, h, shares[k], posterior.eigenbasis(drawn));
            keepLargest(k);
        }
        Arrays.fill(total, 0);
        for (float[] share : shares) {
            exponent = share;
            subtractLargest(share);
            Apart.run(exponentials);
            add(share, total);
        }
        Arrays.fill(cumulated, 0);
        Arrays.fill(chosen, NONE);
        for (int k = 0; k < shares.length; k++) {
            add(shares[k], cumulated);
            chooseFirstAbove(k, i);
        }
        chooseLikeliestWhereNone();
    }

    private void keepLargest(int k) {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector most = FloatVector.fromArray(Lanes.FLOAT, largest, c);
            FloatVector now = FloatVector.fromArray(Lanes.FLOAT, shares[k], c);
            VectorMask<Float> rises = now.compare(VectorOperators.GT, most);
            most.blend(now, rises).intoArray(largest, c);
            FloatVector.fromArray(Lanes.FLOAT, likeliest, c)
                    .blend((float) k, rises)
                    .intoArray(likeliest, c);
        }
    }

    private void subtractLargest(float[] share) {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector.fromArray(Lanes.FLOAT, share, c)
                    .sub(FloatVector.fromArray(Lanes.FLOAT, largest, c))
                    .intoArray(share, c);
        }
    }

    /** @param sums modified */
    private static void add(float[] share, float[] sums) {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector.fromArray(Lanes.FLOAT, sums, c)
                    .add(FloatVector.fromArray(Lanes.FLOAT, share, c))
                    .intoArray(sums, c);
        }
    }

    private void chooseFirstAbove(int k, int i) {
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector level = FloatVector.fromArray(Lanes.FLOAT, uniforms, i + c)
                    .mul(FloatVector.fromArray(Lanes.FLOAT, total, c));
            FloatVector before = FloatVector.fromArray(Lanes.FLOAT, chosen, c);
            VectorMask<Float> above =
                    FloatVector.fromArray(Lanes.FLOAT, cumulated, c).compare(VectorOperators.GT, level);
            before.blend((float) k, before.compare(VectorOperators.LT, 0).and(above))
                    .intoArray(chosen, c);
        }
    }

    private void chooseLikeliestWhereNone() {
        for (int c = 0; c < COLUMNS; c++) {
            chosen[c] = chosen[c] < 0 ? likeliest[c] : chosen[c];
        }
    }

    private boolean anyoneChose(int k) {
        for (int c = 0; c < COLUMNS; c++) {
            if (chosen[c] == k) {
                return true;
            }
        }
        return false;
    }

    /**
     * mean + deviation normals.
     * @param mean modified
     */
    private void spread(float deviation, int from, float[] mean, int at) {
        FloatVector factor = FloatVector.broadcast(Lanes.FLOAT, deviation);
        for (int c = 0; c < COLUMNS; c += V) {
            FloatVector middle = FloatVector.fromArray(Lanes.FLOAT, mean, at + c);
            FloatVector.fromArray(Lanes.FLOAT, normals, from + c)
                    .fma(factor, middle)
                    .intoArray(mean, at + c);
        }
    }

    /**
     * Coordinate that begins at j of the draws of those who chose component k.
     * @param y modified
     */
    private void take(int k, float[] y, int j) {
        for (int c = 0; c < COLUMNS; c += V) {
            VectorMask<Float> here =
                    FloatVector.fromArray(Lanes.FLOAT, chosen, c).compare(VectorOperators.EQ, (float) k);
            FloatVector.fromArray(Lanes.FLOAT, y, j + c)
                    .blend(FloatVector.fromArray(Lanes.FLOAT, drawn, j + c), here)
                    .intoArray(y, j + c);
        }
    }
}
